"""Two people agree: the deed of the second, and of the third where it was SYSTEM."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from endimpunity.accounts.models import User
from endimpunity.accounts.vocabulary import UserKind
from endimpunity.audit import operations as audit
from endimpunity.directory.models import Agreement, Contact, Holder


class UnableToAgree(Exception):
    """The agreement was not recorded."""


def agree_to_contact(*, contact_id: int, by: User, at: datetime) -> None:
    """Record that a person stands for a proposed contact.

    Raises:
        UnableToAgree: there is no such contact or it stands no more; the actor is
            the program, cannot act, proposed it, or has agreed already.
    """
    _agree(Contact, contact_id, by, at)


def agree_to_holder(*, holder_id: int, by: User, at: datetime) -> None:
    """Record that a person stands for a proposed holder of a post.

    Raises:
        UnableToAgree: as for a contact.
    """
    _agree(Holder, holder_id, by, at)


@transaction.atomic
def _agree(kind: type[Contact | Holder], key: int, by: User, at: datetime) -> None:
    what = kind.__name__.lower()
    # Held fast: nobody may end the proposal while somebody agrees to it.
    proposal = kind._default_manager.select_for_update().filter(pk=key).first()
    if proposal is None:
        raise UnableToAgree(_("There is no such proposal."))
    if reason := _reason(proposal, by):
        raise UnableToAgree(reason)
    said = {what: proposal, "agreed_by": by}
    _agreement, is_new = Agreement.objects.get_or_create(
        **said,
        defaults={"proposed_by_id": proposal.recorded_by_id, "agreed_at": at},
    )
    if not is_new:
        raise UnableToAgree(_("You have agreed to this already."))
    audit.record(
        deed=f"directory.agree_to_{what}",
        by=by.key,
        at=at,
        subject=f"{what}/{key}",
    )


def _reason(proposal: Contact | Holder, by: User) -> str:
    """Return why this person cannot agree to this, "" where they can."""
    if proposal.recorded_to is not None:
        return _("This proposal stands no more: it was ended or replaced.")
    if by.kind == UserKind.SYSTEM:
        return _("The program itself agrees to nothing: two people do.")
    if not by.is_active:
        return _("An account that is closed agrees to nothing.")
    if proposal.recorded_by_id == by.key:
        return _("You proposed this yourself: somebody else has to agree.")
    return ""
