"""Keep a fact under its permanent key, and end the one that stood there."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models.recorded import Recorded

Fact = TypeVar("Fact", bound=Recorded)


def keep(
    *,
    model: type[Fact],
    key: uuid.UUID,
    values: Mapping[str, object],
    linked: Mapping[str, Iterable[int]],
    by: User,
    at: datetime,
) -> bool:
    """Write a fact under its key; return whether anything changed.

    The same content changes nothing. Another content ends the row that stood and
    begins a new one.

    Args:
        model: the fact's table.
        key: its permanent key.
        values: its columns.
        linked: the keys of what it is linked to, by field.
        by: the actor.
        at: the moment.
    """
    wanted = {name: sorted(set(keys)) for name, keys in linked.items()}
    with transaction.atomic():
        standing = model._default_manager.filter(key=key, superseded_at=None).first()
        if standing is not None:
            if _same(standing, values, wanted):
                return False
            standing.superseded_at = at
            standing.save(update_fields=["superseded_at"])
        made = model(key=key, recorded_at=at, recorded_by=by, **values)
        made.save(force_insert=True)
        for name, keys in wanted.items():
            getattr(made, name).set(keys)
        noun = model._meta.model_name or ""
        audit.record(
            deed=f"cases.record_{noun}",
            by=by.key,
            at=at,
            subject=f"{noun} {made.pk}",
        )
    return True


def end(*, model: type[Fact], key: uuid.UUID, by: User, at: datetime) -> bool:
    """End the fact that stands under a key; return whether there was one."""
    noun = model._meta.model_name or ""
    with transaction.atomic():
        standing = model._default_manager.filter(key=key, superseded_at=None).first()
        if standing is None:
            return False
        standing.superseded_at = at
        standing.save(update_fields=["superseded_at"])
        audit.record(
            deed=f"cases.end_{noun}",
            by=by.key,
            at=at,
            subject=f"{noun} {standing.pk}",
        )
    return True


def _same(
    row: Recorded,
    values: Mapping[str, object],
    wanted: Mapping[str, list[int]],
) -> bool:
    return all(getattr(row, name) == it for name, it in values.items()) and all(
        sorted(getattr(row, name).values_list("pk", flat=True)) == keys
        for name, keys in wanted.items()
    )
