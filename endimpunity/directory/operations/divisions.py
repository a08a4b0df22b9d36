"""Load the first-level divisions that ship; called by `load_reference` alone."""

from datetime import datetime

from endimpunity.directory.models import Division, DivisionName
from endimpunity.directory.rules import divisions


def load_divisions(at: datetime) -> tuple[int, int]:
    """Write what is new of divisions and of their names; return how much of each.

    A code that ships no more is ended and kept, and so is a name that ships
    otherwise; a code that comes back stands again.
    """
    facts = divisions.division_facts()
    return _load_codes(facts, at), _load_names(facts, at)


def _load_codes(facts: tuple[divisions.DivisionFact, ...], at: datetime) -> int:
    held = Division.objects.in_bulk()
    new = [
        Division(
            code=fact.code,
            state_id=fact.state,
            category=fact.category,
            recorded_from=at,
        )
        for fact in facts
        if fact.code not in held
    ]
    Division.objects.bulk_create(new, batch_size=1_000)
    shipped = {fact.code for fact in facts}
    known = {code: one.recorded_to is None for code, one in held.items()}
    gone = [code for code, stands in known.items() if stands and code not in shipped]
    back = [code for code, stands in known.items() if not stands and code in shipped]
    Division.objects.filter(pk__in=gone).update(recorded_to=at)
    Division.objects.filter(pk__in=back).update(recorded_to=None)
    return len(new) + len(gone) + len(back)


def _load_names(facts: tuple[divisions.DivisionFact, ...], at: datetime) -> int:
    held = {
        (one.division_id, one.language, one.is_local, one.text): one.pk
        for one in DivisionName.objects.filter(recorded_to=None)
    }
    shipped = {
        (fact.code, name.language, name.is_local, name.text)
        for fact in facts
        for name in fact.names
    }
    gone = [key for said, key in held.items() if said not in shipped]
    # By ranges of keys: an engine takes only so many words in one question.
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        DivisionName.objects.filter(pk__in=some).update(recorded_to=at)
    source = divisions.source()
    new = [
        DivisionName(
            division_id=code,
            language=language,
            is_local=is_local,
            text=text,
            source=source,
            recorded_from=at,
        )
        for code, language, is_local, text in sorted(shipped - held.keys())
    ]
    DivisionName.objects.bulk_create(new, batch_size=1_000)
    return len(new) + len(gone)
