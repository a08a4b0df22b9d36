"""Whose lists make cases, and which entries are about a case known already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from endimpunity.cases.models import Case, Membership
from endimpunity.cases.queries.identity import identity
from endimpunity.foundation import names


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


def case_of_parts(
    part_ids: list[int],
    known_at: datetime | None = None,
) -> dict[int, int]:
    """Return, for the parts that are about a case, the case that stands for it."""
    known = identity(known_at)
    members = Membership.objects.filter(part__in=part_ids, superseded_at=None)
    return {
        part_id: known.of(case_id)
        for part_id, case_id in members.values_list("part_id", "case_id")
    }
