"""Make the cached columns of cases again, from who says what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import connections, models, router, transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Attack, Case, Person, PersonName
from endimpunity.cases.queries import voices
from endimpunity.cases.rules import columns
from endimpunity.cases.rules.fields import Facts
from endimpunity.cases.rules.settling import facts_of, settle
from endimpunity.foundation import languages

# Cases whose columns are written at a time.
BATCH = 2_000


def refresh(*, case_ids: Iterable[int], by: User, at: datetime) -> int:
    """Make the cached columns of these cases again and return how many changed.

    What the registry asserts comes first, then what the records about the case
    say, in the order in which they were found to be about it. A merged case is
    read as the one it leads to; its own columns stay as they were.
    """
    changed = 0
    with transaction.atomic():
        waiting: dict[int, tuple[voices.Voices, Facts]] = {}
        for one in voices.voices_of(case_ids):
            waiting[one.case_id] = (one, facts_of(settle(one.in_order)))
            if len(waiting) == BATCH:
                changed += _write(waiting, at)
                waiting = {}
        changed += _write(waiting, at)
        if changed:
            audit.record(
                deed="cases.refresh",
                by=by.key,
                at=at,
                detail={"changed": changed},
            )
    return changed


def _write(waiting: Mapping[int, tuple[voices.Voices, Facts]], at: datetime) -> int:
    attacks = {
        one.attack_id: columns.attack_columns(facts) for one, facts in waiting.values()
    }
    people = {
        one.person_id: columns.person_columns(facts) for one, facts in waiting.values()
    }
    cases = {key: columns.case_columns(facts) for key, (_, facts) in waiting.items()}
    changed = _update(Case, cases)
    changed |= _cases_of("attack_id", _update(Attack, attacks), waiting)
    changed |= _cases_of("person_id", _update(Person, people), waiting)
    _renew_names(
        {one.person_id: columns.names_in(facts) for one, facts in waiting.values()},
        at,
    )
    return len(changed)


def _cases_of(
    name: str,
    keys: set[int],
    waiting: Mapping[int, tuple[voices.Voices, Facts]],
) -> set[int]:
    return {key for key, (one, _) in waiting.items() if int(getattr(one, name)) in keys}


def _update(
    model: type[models.Model],
    wanted: Mapping[int, Mapping[str, Any]],
) -> set[int]:
    """Write the columns that differ from what is kept; return whose they are."""
    if not wanted:
        return set()
    names = tuple(next(iter(wanted.values())))
    rows = model._default_manager.filter(pk__in=list(wanted)).order_by("pk")
    differing = [
        (key, wanted[key])
        for key, *kept in rows.values_list("pk", *names)
        if tuple(kept) != tuple(wanted[key].values())
    ]
    if differing:
        _execute_updates(
            model,
            names,
            [(*columns.stored(kept), key) for key, kept in differing],
        )
    return {key for key, _ in differing}


def _execute_updates(
    model: type[models.Model],
    names: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> None:
    """Update many rows with different values: a statement a row, one call.

    Django's `bulk_update` writes a CASE with a branch a row and column, which for
    a recoded list of a hundred thousand takes minutes.
    """
    connection = connections[router.db_for_write(model)]
    table = connection.ops.quote_name(model._meta.db_table)
    sets = ", ".join(f"{connection.ops.quote_name(name)} = %s" for name in names)
    sql = f"UPDATE {table} SET {sets} WHERE id = %s"  # noqa: S608  # names come from the code
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)


def _renew_names(
    wanted: Mapping[int, list[tuple[str, str]]],
    at: datetime,
) -> None:
    """End the names that nobody states any more, and add the new ones."""
    standing = PersonName.objects.filter(person__in=list(wanted), superseded_at=None)
    kept: dict[int, dict[tuple[str, str], int]] = {}
    for key, person, text, kind in standing.order_by("id").values_list(
        "id",
        "person_id",
        "text",
        "kind",
    ):
        kept.setdefault(person, {})[text, kind] = key
    ended = [
        key
        for person, names in kept.items()
        for name, key in names.items()
        if name not in wanted[person]
    ]
    for first in range(0, len(ended), BATCH):
        some = ended[first : first + BATCH]
        PersonName.objects.filter(id__in=some).update(superseded_at=at)
    PersonName.objects.bulk_create(
        PersonName(
            person_id=person,
            text=text,
            kind=kind,
            script=languages.script_of(text),
            language=languages.language_of(text),
            recorded_at=at,
        )
        for person, names in wanted.items()
        for text, kind in names
        if (text, kind) not in kept.get(person, {})
    )
