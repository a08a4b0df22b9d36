"""Two people agree: the deed of the second, and of the third where it was SYSTEM."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from endimpunity.accounts.models import User
from endimpunity.accounts.vocabulary import UserKind
from endimpunity.audit import operations as audit
from endimpunity.directory.models import Agreement, Contact, Holder, OfficeName
from endimpunity.directory.vocabulary import Origin

_Proposal = Contact | Holder | OfficeName


class UnableToAgree(Exception):
    """The agreement was not recorded."""


def agree_to_contact(*, contact_id: int, by: User, at: datetime) -> None:
    """Record that a person stands for a proposed contact, and for its office's names.

    Raises:
        UnableToAgree: there is no such contact or it stands no more; the actor is
            the program, cannot act, proposed it, or has agreed already.
    """
    _agree(Contact, "contact", contact_id, by, at)


def agree_to_holder(*, holder_id: int, by: User, at: datetime) -> None:
    """Record that a person stands for a proposed holder, and for the office's names.

    Raises:
        UnableToAgree: as for a contact.
    """
    _agree(Holder, "holder", holder_id, by, at)


def agree_to_office_name(*, name_id: int, by: User, at: datetime) -> None:
    """Record that a person stands for a name that was proposed for an office.

    Raises:
        UnableToAgree: as for a contact.
    """
    _agree(OfficeName, "office_name", name_id, by, at)


@transaction.atomic
def _agree(
    kind: type[_Proposal],
    what: str,
    key: int,
    by: User,
    at: datetime,
) -> None:
    # Held fast: nobody may end the proposal while somebody agrees to it.
    proposal = kind._default_manager.select_for_update().filter(pk=key).first()
    if proposal is None:
        raise UnableToAgree(_("There is no such proposal."))
    if reason := _reason(proposal, by):
        raise UnableToAgree(reason)
    if not _say(proposal, what, by, at):
        raise UnableToAgree(_("You have agreed to this already."))
    if not isinstance(proposal, OfficeName):
        for name in _names_beside(proposal, by):
            _say(name, "office_name", by, at)
    audit.record(
        deed=f"directory.agree_to_{what}",
        by=by.key,
        at=at,
        subject=f"{what}/{key}",
    )


def _say(proposal: _Proposal, what: str, by: User, at: datetime) -> bool:
    """Record a person's word, and tell whether it is new."""
    said = {what: proposal, "agreed_by": by}
    _agreement, is_new = Agreement.objects.get_or_create(
        **said,
        defaults={"proposed_by_id": proposal.recorded_by_id, "agreed_at": at},
    )
    return is_new


def _names_beside(proposal: Contact | Holder, by: User) -> QuerySet[OfficeName]:
    """Return the names under which whoever agrees has the office before them.

    Their own proposals are left: those wait for somebody else.
    """
    names = OfficeName.objects.filter(
        office=proposal.post.office_id,
        origin=Origin.PROPOSED,
        recorded_to=None,
    )
    return names.exclude(recorded_by=by).select_for_update().order_by("pk")


def _reason(proposal: _Proposal, by: User) -> str:
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
