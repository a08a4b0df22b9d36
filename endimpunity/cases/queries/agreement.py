"""Which entry of a list and which case of the registry's own agree exactly.

The answer is a matter of what the list's standing files say, each by itself, and
of what the registry asserts; not of the order in which either came to be known.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from endimpunity.cases.models import Assertion, Case
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.cases.vocabulary import Subject
from endimpunity.foundation import bulk, names
from endimpunity.sources import models as sources_models
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules.folding import values_of_person
from endimpunity.sources.rules.people import names_in, people_of

# Sightings read at a time.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A case of the registry's own that an entry of a list may be about."""

    case_id: int
    name_key: str
    earliest: date | None
    latest: date | None


def agreements(publisher_code: str) -> dict[int, int]:
    """Return part -> case where each agrees with the other and with nobody else.

    Agreeing is to have the same comparison key of the name, the same country and
    dates that overlap, in what one file says.
    """
    own = _own_cases()
    if not own:
        return {}
    edges = set(_edges(sorted(_likely(publisher_code, own)), own))
    parts = _times([part_id for part_id, _ in edges])
    cases = _times([case_id for _, case_id in edges])
    return {
        part_id: case_id
        for part_id, case_id in edges
        if parts[part_id] == cases[case_id] == 1
    }


def _times(keys: Sequence[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for key in keys:
        found[key] = found.get(key, 0) + 1
    return found


def _own_cases() -> Mapping[str, list[Candidate]]:
    """Return the cases of which the registry itself asserts name and country.

    Those merged into another are left out.
    """
    stated: dict[tuple[str, int, str], Any] = {
        (subject, key, field): value
        for subject, key, field, value in Assertion.objects.filter(
            superseded_at=None,
            field__in=("name", "country", "date"),
        ).values_list("subject", "subject_id", "field", "value")
    }
    named = sorted(key for _, key, field in stated if field == "name")
    cases = {
        case_id: (person, attack)
        for some in bulk.batches(named)
        for case_id, person, attack in Case.objects.filter(person__in=some).values_list(
            "id",
            "person_id",
            "attack_id",
        )
    }
    merged = identity().leads
    found: dict[str, list[Candidate]] = {}
    for case_id, (person, attack) in sorted(cases.items()):
        if case_id in merged:
            continue
        name = stated.get((Subject.PERSON, person, "name"))
        country = stated.get((Subject.ATTACK, attack, "country"))
        if name and country:
            day = date_columns(stated.get((Subject.ATTACK, attack, "date")))
            found.setdefault(country, []).append(
                Candidate(
                    case_id=case_id,
                    name_key=names.comparison_key(name),
                    earliest=day.date_earliest,
                    latest=day.date_latest,
                ),
            )
    return found


def _likely(
    publisher_code: str,
    own: Mapping[str, list[Candidate]],
) -> Iterator[int]:
    """Yield the records of a list that say the name of a case in its country."""
    sightings = sources_models.Sighting.objects.filter(
        superseded_at=None,
        snapshot__publisher=publisher_code,
        version__values__country__in=sorted(own),
    ).order_by("id")
    said = sightings.values_list("record_id", "version__values")
    for record_id, values in said.iterator(BATCH):
        people = range(len(names_in(values)))
        if any(_agreeing(values_of_person(values, place), own) for place in people):
            yield record_id


def _edges(
    record_ids: Collection[int],
    own: Mapping[str, list[Candidate]],
) -> Iterator[tuple[int, int]]:
    """Yield (part, case) for every saying of these records that agrees."""
    unique = sorted(set(record_ids))
    for first in range(0, len(unique), BATCH):
        batch = unique[first : first + BATCH]
        parts = sources_queries.parts_of(batch)
        sayings = sources_queries.sayings_of(batch)
        for record_id, group in groupby(sayings, key=attrgetter("record_id")):
            for saying in group:
                known = parts.get(record_id, [])
                for part_id, _, values in people_of(known, saying.values):
                    for one in _agreeing(values, own):
                        yield part_id, one.case_id


def _agreeing(
    values: Mapping[str, Any],
    own: Mapping[str, list[Candidate]],
) -> list[Candidate]:
    name = values.get("name")
    likely = own.get(values.get("country") or "", [])
    if not name or not likely:
        return []
    day = date_columns(facts_of_record(values).get("date"))
    # The dates first: they leave few, and a name's key takes longest to make.
    near = [one for one in likely if overlap(one, day.date_earliest, day.date_latest)]
    if not near:
        return []
    key = names.comparison_key(name)
    return [one for one in near if one.name_key == key]


def overlap(
    candidate: Candidate,
    earliest: date | None,
    latest: date | None,
) -> bool:
    """Return whether two intervals share a day; an unknown end reaches far."""
    return not (
        (candidate.earliest and latest and latest < candidate.earliest)
        or (candidate.latest and earliest and candidate.latest < earliest)
    )
