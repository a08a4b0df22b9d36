"""Load the first-level divisions that ship; called by `load_reference` alone."""

from datetime import datetime

from endimpunity.directory.models import Division, FormerDivision
from endimpunity.directory.rules import divisions

# What a release may say otherwise of a code.
_SAID = ("category", "name", "language")


def load_divisions(at: datetime) -> int:
    """Write what is new or otherwise of divisions; return how many.

    A code that ships no more is ended and kept; one that comes back stands again.
    What was said of a division before is kept beside it.
    """
    held = Division.objects.in_bulk()
    shipped = {fact.code: fact for fact in divisions.division_facts()}
    new = [_division(fact, at) for code, fact in shipped.items() if code not in held]
    Division.objects.bulk_create(new, batch_size=1_000)
    changed = 0
    for code, row in held.items():
        fact = shipped.get(code)
        if fact is None:
            changed += _end(row, at)
        elif row.recorded_to is not None or _said(row) != _said(fact):
            changed += _say_otherwise(row, fact, at)
    return len(new) + changed


def _said(one: Division | divisions.DivisionFact) -> tuple[str, ...]:
    return tuple(getattr(one, name) for name in _SAID)


def _division(fact: divisions.DivisionFact, at: datetime) -> Division:
    return Division(
        code=fact.code,
        state_id=fact.state,
        category=fact.category,
        name=fact.name,
        language=fact.language,
        source=divisions.source(),
        recorded_from=at,
    )


def _end(row: Division, at: datetime) -> int:
    if row.recorded_to is not None:
        return 0
    row.recorded_to = at
    row.save(update_fields=["recorded_to"])
    return 1


def _say_otherwise(row: Division, fact: divisions.DivisionFact, at: datetime) -> int:
    FormerDivision.objects.create(
        division=row,
        category=row.category,
        name=row.name,
        language=row.language,
        source=row.source,
        recorded_from=row.recorded_from,
        recorded_to=row.recorded_to or at,
    )
    _division(fact, at).save(force_update=True)
    return 1
