"""From where each field of a case comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from endimpunity.cases.models import Assertion
from endimpunity.cases.queries.voices import Voices, voices_of
from endimpunity.cases.rules.origins import saying_of
from endimpunity.cases.rules.settling import settle
from endimpunity.foundation.lens import Lens
from endimpunity.sources import queries as sources_queries


@dataclass(frozen=True, kw_only=True)
class FieldOrigin:
    """A field's value and what states it.

    Attributes:
        value: the value that stands.
        assertion_id: the registry's assertion, if it is the registry's word.
        citation_ids: what that assertion cites.
        sighting: CODE@DATE#ROW[.PART] of the list's row, if it is a list's.
        reason: why the registry asserts it.
    """

    value: Any
    assertion_id: int | None = None
    citation_ids: tuple[int, ...] = ()
    sighting: str = ""
    reason: str = ""


def field_origins(case_id: int, *, lens: Lens) -> dict[str, FieldOrigin]:
    """Return, for every field that is known of a case, its value and its origin.

    For staff: nothing is withheld. A merged case is read as the one it leads to.

    Args:
        case_id: the case.
        lens: of which `known_at` is heeded.
    """
    one = next(iter(voices_of([case_id], known_at=lens.known_at)))
    sayings = sayings_by_record(one, lens)
    asserted = _assertions(one)
    return {
        field: asserted[field]
        if settled.voice == 0
        else FieldOrigin(
            value=settled.value,
            sighting=_sighting(field, settled.voice - 1, one, sayings),
        )
        for field, settled in settle(one.in_order).items()
    }


def sayings_by_record(
    one: Voices,
    lens: Lens,
) -> Mapping[int, list[sources_queries.RecordSaying]]:
    """Return what the records about a case said, the earliest first."""
    records = sorted({member.record_id for member in one.members})
    said = sources_queries.sayings_of(records, known_at=lens.known_at)
    return {key: list(group) for key, group in groupby(said, attrgetter("record_id"))}


def _sighting(
    field: str,
    place: int,
    one: Voices,
    sayings: Mapping[int, Sequence[sources_queries.RecordSaying]],
) -> str:
    member = one.members[place]
    said = sayings[member.record_id]
    address = said[saying_of(field, [saying.values for saying in said])].address
    return address if member.number == 1 else f"{address}.{member.number}"


def _assertions(one: Voices) -> dict[str, FieldOrigin]:
    keys = [asserted.id for asserted in one.assertions.values()]
    rows = Assertion.objects.filter(id__in=keys).prefetch_related("citations")
    return {
        row.field: FieldOrigin(
            value=row.value,
            assertion_id=row.pk,
            citation_ids=tuple(sorted(it.pk for it in row.citations.all())),
            reason=row.reason,
        )
        for row in rows.order_by("id")
    }
