"""State a fact of an attack, a person or a case in the registry's own voice."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Assertion, Attack, Case, Citation, Person
from endimpunity.cases.queries.addresses import unused_public_ids
from endimpunity.cases.rules.fields import OF_ATTACK, OF_CASE, OF_PERSON
from endimpunity.cases.vocabulary import Subject

_FIELDS_OF = {
    Subject.ATTACK: OF_ATTACK,
    Subject.PERSON: OF_PERSON,
    Subject.CASE: OF_CASE,
}


class UnableToAssert(Exception):  # the house names refusals so
    """An attack, a person and a case have their own fields; this is none of them."""


def cite(
    *,
    label: str,
    by: User,
    at: datetime,
    url: str = "",
    title: str = "",
    stated_edtf: str = "",
    read_on: date | None = None,
) -> int:
    """Return the citation of an address, made if it was never cited.

    Args:
        label: whose words: a publisher's or a medium's name.
        by: the actor.
        at: the moment.
        url: where they can be read; "" for what has no address.
        title: what the page or paper is called.
        stated_edtf: when it was said, as EDTF.
        read_on: the day it was read.
    """
    standing = Citation.objects.filter(url=url)
    if not url:
        standing = standing.filter(label=label, title=title, stated_edtf=stated_edtf)
    found = standing.order_by("id").first()
    if found is None:
        found = Citation.objects.create(
            label=label,
            url=url,
            title=title,
            stated_edtf=stated_edtf,
            read_on=read_on,
            recorded_at=at,
        )
    return int(found.pk)


def create_attack(*, by: User, at: datetime, key: uuid.UUID | None = None) -> int:
    """Make an attack of which nothing is stated yet, and return it."""
    with transaction.atomic():
        made = Attack.objects.create(key=key or uuid.uuid4(), recorded_at=at)
        audit.record(
            deed="cases.create_attack",
            by=by.key,
            at=at,
            subject=f"attack {made.pk}",
        )
    return int(made.pk)


def create_case(
    *,
    attack_id: int,
    by: User,
    at: datetime,
    person_key: uuid.UUID | None = None,
) -> int:
    """Make the case of a person in an attack, with its permanent address.

    Args:
        attack_id: the attack.
        by: the actor.
        at: the moment.
        person_key: a person known already, or the key a new one is to have.
    """
    with transaction.atomic():
        person, _ = Person.objects.get_or_create(
            key=person_key or uuid.uuid4(),
            defaults={"recorded_at": at},
        )
        made = Case.objects.create(
            public_id=unused_public_ids(1)[0],
            attack_id=attack_id,
            person=person,
            recorded_at=at,
        )
        audit.record(
            deed="cases.create_case",
            by=by.key,
            at=at,
            subject=f"case {made.pk}",
        )
    return int(made.pk)


def assert_field(
    *,
    subject: Subject,
    subject_id: int,
    field: str,
    value: Any,  # noqa: ANN401  # a field's value, of any kind that JSON holds
    citation_ids: Iterable[int],
    reason: str,
    by: User,
    at: datetime,
    stated_on: date | None = None,
) -> bool:
    """State a field in the registry's voice; return whether anything changed.

    The statement that stood ends. The same value from the same sources changes
    nothing. A value of None says "unknown", and stands before what lists say.
    Whoever calls refreshes the cached columns.

    Raises:
        UnableToAssert: the field is not one of the subject's.
    """
    if field not in _FIELDS_OF[subject]:
        raise UnableToAssert(f"{subject} has no field {field!r}.")
    cited = sorted(set(citation_ids))
    with transaction.atomic():
        standing = Assertion.objects.filter(
            subject=subject,
            subject_id=subject_id,
            field=field,
            superseded_at=None,
        ).first()
        if standing and standing.value == value and _cited_by(standing) == cited:
            return False
        if standing:
            standing.superseded_at = at
            standing.save(update_fields=["superseded_at"])
        made = Assertion.objects.create(
            subject=subject,
            subject_id=subject_id,
            field=field,
            value=value,
            stated_on=stated_on,
            recorded_at=at,
            recorded_by=by,
            reason=reason,
        )
        made.citations.set(cited)
        audit.record(
            deed="cases.assert_field",
            by=by.key,
            at=at,
            subject=f"{subject.lower()} {subject_id}",
            detail={"field": field},
        )
    return True


def _cited_by(row: Assertion) -> list[int]:
    return sorted(row.citations.values_list("pk", flat=True))
