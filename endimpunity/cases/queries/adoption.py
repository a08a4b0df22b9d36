"""Whose lists make cases, and which entries are about a case known already."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from endimpunity.cases.models import Case, Membership
from endimpunity.cases.queries.identity import identity
from endimpunity.foundation import names
from endimpunity.sources import models as sources_models

# Records asked for at a time: below the parameters that either engine takes.
BATCH = 2_000


def adopts_lists_of(publisher_code: str) -> bool:
    """Return whether this publisher's entries make cases.

    The first list makes the registry's cases. A second publisher's entries are
    readable as its own list and wait for linking.
    """
    return not Membership.objects.exclude(publisher=publisher_code).exists()


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A case of the registry's own that an entry of a list may be about."""

    case_id: int
    name_key: str
    earliest: date | None
    latest: date | None


def candidates(publisher_code: str) -> Mapping[str, list[Candidate]]:
    """Return the cases without an entry of this publisher, by country.

    Cases merged into another are left out, and so are those without a country: an
    exact agreement needs one.
    """
    known = identity()
    members = Membership.objects.filter(publisher=publisher_code, superseded_at=None)
    taken = {
        known.of(case_id)
        for case_id in members.filter(case__in=known.leads).values_list(
            "case_id",
            flat=True,
        )
    }
    free = (
        Case.objects.filter(attack__country__isnull=False)
        .exclude(name="")
        .exclude(id__in=taken.union(known.leads))
        .exclude(id__in=members.values("case_id"))
        .order_by("id")
    )
    found: dict[str, list[Candidate]] = {}
    for case_id, name, country, earliest, latest in free.values_list(
        "id",
        "name",
        "attack__country_id",
        "attack__date_earliest",
        "attack__date_latest",
    ):
        found.setdefault(country, []).append(
            Candidate(
                case_id=case_id,
                name_key=names.comparison_key(name),
                earliest=earliest,
                latest=latest,
            ),
        )
    return found


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


def parts_without_case(record_ids: Collection[int]) -> dict[int, int]:
    """Return the parts of records that are about no case now: part to record.

    Args:
        record_ids: no more than an engine takes as parameters.
    """
    parts = dict(
        sources_models.Part.objects.filter(record__in=record_ids)
        .order_by("record_id", "number")
        .values_list("id", "record_id"),
    )
    members = Membership.objects.filter(
        part__record__in=record_ids,
        superseded_at=None,
    )
    for part_id in members.values_list("part_id", flat=True):
        parts.pop(part_id, None)
    return parts


def attacks_of(record_ids: Collection[int]) -> dict[int, int]:
    """Return the attack in which the people of records were harmed, where known.

    Args:
        record_ids: no more than an engine takes as parameters.
    """
    members = Membership.objects.filter(
        part__record__in=record_ids,
        superseded_at=None,
    ).order_by("-part__number", "-id")
    return dict(members.values_list("part__record_id", "case__attack_id"))


def known_before(record_ids: Iterable[int]) -> list[int]:
    """Return those of these records with a part whose membership ended."""
    found: set[int] = set()
    remaining = iter(record_ids)
    while batch := list(islice(remaining, BATCH)):
        ended = Membership.objects.filter(
            part__record__in=batch,
            superseded_at__isnull=False,
        )
        found.update(ended.values_list("part__record_id", flat=True))
    return sorted(found)
