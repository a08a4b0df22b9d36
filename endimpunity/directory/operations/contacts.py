"""What becomes of a contact: what was sent comes back, or the address is given up."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory.models import Contact, ReturnNote
from endimpunity.directory.vocabulary import ReturnState


class UnableToEndContact(Exception):
    """The contact was not ended."""


@transaction.atomic
def note_return(*, contact_id: int, state: ReturnState, by: User, at: datetime) -> None:
    """Note whether what was sent to a contact came back; the latest note counts."""
    ReturnNote.objects.create(
        contact_id=contact_id,
        state=state,
        noted_at=at,
        noted_by=by,
    )
    audit.record(
        deed="directory.note_return",
        by=by.key,
        at=at,
        subject=f"contact/{contact_id}",
        detail={"state": state},
    )


@transaction.atomic
def end_contact(*, contact_id: int, by: User, at: datetime) -> None:
    """End a contact: it is kept, and nothing is sent to it any more.

    Raises:
        UnableToEndContact: there is none, or it was ended before.
    """
    ended = Contact.objects.filter(pk=contact_id, recorded_to=None)
    if not ended.update(recorded_to=at):
        raise UnableToEndContact(_("There is no such contact, or it was ended before."))
    audit.record(
        deed="directory.end_contact",
        by=by.key,
        at=at,
        subject=f"contact/{contact_id}",
    )
