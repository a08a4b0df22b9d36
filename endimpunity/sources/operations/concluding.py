"""Write what the chain concludes: judgements on continuations, and withdrawals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from endimpunity.accounts.models import User
from endimpunity.accounts.vocabulary import SYSTEM_KEY
from endimpunity.foundation import bulk
from endimpunity.sources.models import Continuation, Sighting, Snapshot, Withdrawal
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.folding import Values
from endimpunity.sources.rules.listed import Placed, Step
from endimpunity.sources.rules.withdrawal import in_scope
from endimpunity.sources.vocabulary import Verdict


def replace_judgements(
    steps: Sequence[tuple[Snapshot, Step]],
    *,
    by: User,
    at: datetime,
) -> None:
    """Store the program's judgements on these files; those it no longer makes end.

    A judgement that is made again stands as it was; people's are not touched.
    """
    made = {
        (found.earlier_row, found.row.row_id): found
        for _, step in steps
        for found in step.placed
        if found.earlier_row is not None
        and found.continued is not None
        and not found.continued.exact
    }
    standing = Continuation.objects.filter(
        undone_at=None,
        later_row__snapshot__in=[snapshot for snapshot, _ in steps],
    )
    kept = set(standing.values_list("earlier_row_id", "later_row_id"))
    ended = [
        one.pk
        for one in standing.filter(given=False)
        if (one.earlier_row_id, one.later_row_id) not in made
    ]
    for some in bulk.batches(ended):
        Continuation.objects.filter(pk__in=some).update(
            undone_at=at,
            undone_by=by,
            undone_reason="the list was read again with another file in its place",
        )
    Continuation.objects.bulk_create(
        [
            _judgement(found, at)
            for pair, found in sorted(made.items())
            if pair not in kept
        ],
        batch_size=500,
    )


def _judgement(found: Placed, at: datetime) -> Continuation:
    continued, earlier = found.continued, found.earlier_row
    if continued is None or earlier is None:  # only judged continuations come here
        raise ValueError(found.row.number)
    return Continuation(
        earlier_row_id=earlier,
        later_row_id=found.row.row_id,
        verdict=Verdict.SAME,
        score=continued.score,
        reason=continued.reason,
        recorded_at=at,
        recorded_by_id=SYSTEM_KEY,
    )


def withdrawn_places(
    snapshot: Snapshot,
    step: Step,
    folded: Sequence[Values],
) -> list[int]:
    """Return the places of records that this file, complete in its scope, misses."""
    if not snapshot.complete:
        return []
    return [
        place
        for place, values in zip(step.missed, folded, strict=True)
        if values and in_scope(values, snapshot.scope)
    ]


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """What one file withdraws.

    Attributes:
        file: its address.
        record_ids: the records, by key.
        more: how many of them it had not withdrawn before.
        size: how many records it speaks of or withdraws.
    """

    file: str
    record_ids: list[int]
    more: int
    size: int


def replace_withdrawals(
    chain: Chain,
    steps: Sequence[tuple[Snapshot, Step, Sequence[Values]]],
    *,
    at: datetime,
) -> list[Withdrawn]:
    """Store what these files withdraw; withdrawals they no longer make end.

    A record that an earlier complete file withdrew and nobody listed since is
    not withdrawn again.

    Args:
        chain: gives each place its record's key.
        steps: files in their order, where their rows went, and what the records
            that each misses had said.
        at: the moment recorded.
    """
    gone_before = _withdrawn_before(steps[0][0]) if steps else set()
    concluded: list[Withdrawn] = []
    for snapshot, step, folded in steps:
        gone_before -= {chain.records[one.place].record_id for one in step.placed}
        wanted = {
            place: key
            for place in withdrawn_places(snapshot, step, folded)
            if (key := chain.records[place].record_id) and key not in gone_before
        }
        gone_before |= set(wanted.values())
        ambiguous = {wanted[place] for place in step.indistinct if place in wanted}
        concluded.append(
            Withdrawn(
                file=str(snapshot),
                record_ids=sorted(wanted.values()),
                more=_replace(snapshot, set(wanted.values()), ambiguous, at),
                size=len(step.placed) + len(wanted),
            ),
        )
    return concluded


def _replace(
    snapshot: Snapshot,
    wanted: set[int],
    ambiguous: set[int],
    at: datetime,
) -> int:
    """Let a file withdraw these records; what is withdrawn again stands as it was.

    Unless another file has told a record apart since, or made it like another.

    Returns:
        How many records more than before it withdraws.
    """
    standing = Withdrawal.objects.filter(snapshot=snapshot, superseded_at=None)
    before: set[int] = set()
    have: set[int] = set()
    ended: list[int] = []
    for key, record_id, was in standing.values_list("pk", "record_id", "ambiguous"):
        before.add(record_id)
        if record_id in wanted and was == (record_id in ambiguous):
            have.add(record_id)
        else:
            ended.append(key)
    for some in bulk.batches(ended):
        Withdrawal.objects.filter(pk__in=some).update(superseded_at=at)
    Withdrawal.objects.bulk_create(
        [
            Withdrawal(
                snapshot=snapshot,
                record_id=key,
                ambiguous=key in ambiguous,
                recorded_at=at,
            )
            for key in sorted(wanted - have)
        ],
        batch_size=500,
    )
    return len(wanted - before)


def _withdrawn_before(snapshot: Snapshot) -> set[int | None]:
    """Return records that stood withdrawn just before this file was stated."""
    seen_since = Sighting.objects.filter(
        superseded_at=None,
        record=OuterRef("record"),
        snapshot__stated_on__gt=OuterRef("snapshot__stated_on"),
        snapshot__stated_on__lt=snapshot.stated_on,
    )
    return set(
        Withdrawal.objects.filter(
            ~Exists(seen_since),
            superseded_at=None,
            snapshot__publisher=snapshot.publisher_id,
            snapshot__stated_on__lt=snapshot.stated_on,
        ).values_list("record_id", flat=True),
    )
