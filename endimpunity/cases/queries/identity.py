"""Which case is read when a case is asked for, as of a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Q

from endimpunity.cases.models import Merge


class CircularMergesError(Exception):
    """The merges of the registry lead round in a circle; undo one of them."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Where every merged case leads; the others are themselves.

    Attributes:
        leads: merged case to the case it was merged into; not to be changed.
    """

    leads: Mapping[int, int]

    def of(self, case_id: int) -> int:
        """Return the case that stands for this one.

        Raises:
            CircularMergesError: the chain comes back to where it began.
        """
        seen = {case_id}
        while (into := self.leads.get(case_id)) is not None:
            if into in seen:
                raise CircularMergesError
            seen.add(into)
            case_id = into
        return case_id

    def all_of(self, case_id: int) -> frozenset[int]:
        """Return every case that leads to the same case as this one, itself too."""
        stands = self.of(case_id)
        found = {stands}
        waiting = [stands]
        while waiting:
            for merged in self._merged_into.get(waiting.pop(), ()):
                if merged not in found:
                    found.add(merged)
                    waiting.append(merged)
        return frozenset(found)

    @cached_property
    def _merged_into(self) -> Mapping[int, list[int]]:
        """Return case to those merged into it: made once, asked for case after case."""
        back: dict[int, list[int]] = {}
        for merged, into in self.leads.items():
            back.setdefault(into, []).append(merged)
        return back


def standing_merges(known_at: datetime | None) -> Q:
    """Return the condition for merges that stood at a moment; None is now."""
    if known_at is None:
        return Q(undone_at=None)
    return Q(recorded_at__lte=known_at) & (
        Q(undone_at=None) | Q(undone_at__gt=known_at)
    )


def identity(known_at: datetime | None = None) -> Identity:
    """Return the identity of all cases as it was recorded at a moment."""
    merges = Merge.objects.filter(standing_merges(known_at)).order_by("id")
    return Identity(leads=dict(merges.values_list("from_case_id", "into_case_id")))


def group_by_case(
    case_ids: Iterable[int],
    known: Identity,
) -> dict[int, frozenset[int]]:
    """Return, for each case that stands for any of these, all that lead to it."""
    stands = {known.of(one) for one in case_ids}
    if not known.leads:
        return {one: frozenset({one}) for one in stands}
    return {one: known.all_of(one) for one in stands}
