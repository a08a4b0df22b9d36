"""Which rows of a file continue which records of the same list, one to one.

Everything rests on what the rows say and on their places in the chain of files,
never on the order in which files were imported: the same files in any order give
the same records.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field

from endimpunity.sources.rules.candidates import candidates
from endimpunity.sources.rules.crowds import NEAREST, Crowd, crowds
from endimpunity.sources.rules.identity import Identity
from endimpunity.sources.rules.pairing import Pair, pair_one_to_one
from endimpunity.sources.rules.weighing import Weight, weigh


@dataclass(frozen=True, kw_only=True, slots=True)
class Continued:
    """Record `record` goes on in row `row`.

    Attributes:
        exact: nothing of the identity differs, so that there is nothing to judge.
        score: the weight; None where identity is exact or was decided.
        reason: the sentence that explains it, "" if exact.
    """

    record: int
    row: int
    exact: bool
    score: float | None = None
    reason: str = ""


@dataclass(kw_only=True)
class Judged:
    """What people have decided about pairs of (record, row) in this file."""

    same: dict[int, int] = field(default_factory=dict)
    different: set[Pair] = field(default_factory=set)


@dataclass(kw_only=True)
class Matching:
    """The continuations of one file, and the records the list did not tell apart."""

    continued: list[Continued]
    indistinct: set[int]


class _Work:
    """Records and rows not yet paired; positions in the sequences are the names."""

    def __init__(
        self,
        records: Mapping[int, Identity],
        rows: Mapping[int, Identity],
        judged: Judged,
    ) -> None:
        self.records = dict(records)
        self.rows = dict(rows)
        self.judged = judged
        self.continued: list[Continued] = []

    def allowed(self, record: int, row: int) -> bool:
        """Tell whether neither a person nor the publisher says they are two."""
        return (record, row) not in self.judged.different and not self.records[
            record
        ].contradicts(self.rows[row])

    def join(
        self,
        record: int,
        row: int,
        *,
        exact: bool,
        weight: Weight | None = None,
        reason: str = "",
    ) -> None:
        del self.records[record]
        del self.rows[row]
        self.continued.append(
            Continued(
                record=record,
                row=row,
                exact=exact,
                score=weight.score if weight else None,
                reason=weight.reason if weight else reason,
            ),
        )


def continue_records(
    records: Mapping[int, Identity],
    rows: Mapping[int, Identity],
    judged: Judged,
) -> Matching:
    """Pair the rows of a file with the records of its list.

    Args:
        records: by their place in the list's order, what each last said.
        rows: by their row number, what each says.
        judged: people's judgements, which come before everything else.

    Returns:
        The continuations sorted by row, and the records left over that said
        exactly what a continued one did.
    """
    work = _Work(records, rows, judged)
    _join_judged(work)
    _join_decisive(work, lambda identity: identity.external_id, "number")
    _join_decisive(work, lambda identity: identity.url, "address")
    _join_exact(work)
    indistinct = _indistinct(records, work)
    _join_unspoken(work)
    _join_weighed(work)
    return Matching(
        continued=sorted(work.continued, key=lambda found: found.row),
        indistinct=indistinct & set(work.records),
    )


def _join_judged(work: _Work) -> None:
    for record, row in sorted(work.judged.same.items()):
        if record in work.records and row in work.rows:
            work.join(record, row, exact=True)


def _join_decisive(
    work: _Work,
    of: Callable[[Identity], str],
    what: str,
) -> None:
    """Join where both state the same key and each side states it once."""
    records = _grouped(work.records, lambda identity: of(identity) or None)
    rows = _grouped(work.rows, lambda identity: of(identity) or None)
    for key, mine in records.items():
        theirs = rows.get(key, [])
        if len(mine) != 1 or len(theirs) != 1 or not work.allowed(mine[0], theirs[0]):
            continue
        exact = work.records[mine[0]].exact == work.rows[theirs[0]].exact
        work.join(
            mine[0],
            theirs[0],
            exact=exact,
            reason="" if exact else f"the same {what} of the publisher",
        )


def _join_exact(work: _Work) -> None:
    """Join where name, place, years and outlets are the same, in their order."""
    records = _grouped(work.records, lambda identity: identity.exact)
    rows = _grouped(work.rows, lambda identity: identity.exact)
    for key, theirs in rows.items():
        mine = list(records.get(key, []))
        for row in theirs:
            record = next(
                (
                    one
                    for one in mine
                    if work.allowed(one, row)
                    and not _other_address(work.records[one], work.rows[row])
                ),
                None,
            )
            if record is not None:
                mine.remove(record)
                work.join(record, row, exact=True)


def _join_unspoken(work: _Work) -> None:
    """Join where the name is the same and nothing that both state differs.

    Only if each side has one such name: a silent column proves nothing.
    """
    records = _grouped(work.records, lambda identity: identity.name or None)
    rows = _grouped(work.rows, lambda identity: identity.name or None)
    for key, theirs in rows.items():
        mine = records.get(key, [])
        if len(mine) != 1 or len(theirs) != 1:
            continue
        record, row = mine[0], theirs[0]
        if work.allowed(record, row) and _nothing_differs(
            work.records[record],
            work.rows[row],
        ):
            work.join(record, row, exact=True)


def _nothing_differs(earlier: Identity, later: Identity) -> bool:
    """Tell whether each feature is the same or one side's list is silent on it.

    At least one of place and years must be stated by both, and be the same.
    """
    if _other_address(earlier, later):
        return False
    spoken = [
        (earlier.place, later.place),
        (_spoken_years(earlier), _spoken_years(later)),
        (earlier.outlets, later.outlets),
    ]
    if any(None not in pair and pair[0] != pair[1] for pair in spoken):
        return False
    return any(None not in pair for pair in spoken[:2])


def _other_address(earlier: Identity, later: Identity) -> bool:
    """Tell whether both have an address of their own, and not the same one."""
    return bool(earlier.url and later.url and earlier.url != later.url)


def _spoken_years(identity: Identity) -> tuple[int | None, int | None] | None:
    return None if identity.years == (None, None) else identity.years


def _indistinct(records: Mapping[int, Identity], work: _Work) -> set[int]:
    """Return records left over whose exact identity another, joined one has."""
    joined = {records[found.record].exact for found in work.continued if found.exact}
    return {key for key, identity in work.records.items() if identity.exact in joined}


def _join_weighed(work: _Work) -> None:
    crowded = crowds(work.records, work.rows)
    scores: dict[Pair, float] = {}
    for record, row in candidates(work.records, work.rows):
        weight = _weight_enough(work, record, row)
        if weight is not None:
            scores[record, row] = weight.score
    for record, row in pair_one_to_one(scores):
        weight = weigh(work.records[record], work.rows[row])
        work.join(record, row, exact=False, weight=weight)
    for crowd in crowded.values():
        _join_in_order(crowd, work)


def _join_in_order(crowd: Crowd, work: _Work) -> None:
    """Join who is left of a crowd, whom nothing tells apart, in the list's order.

    As equal weights are joined: a row goes with the heaviest of the first records
    left over, the earlier one where they weigh the same.
    """
    left = [record for record in crowd.records if record in work.records]
    for row in crowd.rows:
        if row not in work.rows:
            continue
        weighed = [
            (-weight.score, place, weight)
            for place, record in enumerate(left[:NEAREST])
            if (weight := _weight_enough(work, record, row)) is not None
        ]
        if weighed:
            _, place, weight = min(weighed, key=lambda one: one[:2])
            work.join(left.pop(place), row, exact=False, weight=weight)


def _weight_enough(work: _Work, record: int, row: int) -> Weight | None:
    """Return what a pair weighs, if it may be joined and weighs enough."""
    if not work.allowed(record, row):
        return None
    weight = weigh(work.records[record], work.rows[row])
    return weight if weight is not None and weight.enough else None


def _grouped(
    identities: Mapping[int, Identity],
    key: Callable[[Identity], Hashable],
) -> dict[Hashable, list[int]]:
    """Return the sorted positions under each key; a None key is left out."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for position in sorted(identities):
        value = key(identities[position])
        if value is not None:
            groups[value].append(position)
    return groups
