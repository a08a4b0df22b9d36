"""Give records whose only files were taken back their rows in the file that comes.

So that a corrected file, or the same under its right day, finds the records, cases
and addresses that there were, and whoever is withheld stays so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from django.db.models import Exists, F, OuterRef

from endimpunity.accounts.models import User
from endimpunity.sources.models import Sighting, Snapshot
from endimpunity.sources.operations.withholding import carry_withholdings
from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.folding import Values, fold
from endimpunity.sources.rules.identity import identity_of
from endimpunity.sources.rules.listed import Placed
from endimpunity.sources.rules.matching import Judged, continue_records
from endimpunity.sources.vocabulary import SnapshotState


@dataclass(frozen=True, kw_only=True)
class Revival:
    """What became of the records that a taking back left without a file.

    Attributes:
        record_ids: those that go on in a row of the file.
        alike: record left -> place of a new record that is only like it.
    """

    record_ids: list[int] = field(default_factory=list)
    alike: Mapping[int, int] = field(default_factory=dict)


def revive(chain: Chain, publisher_code: str, fresh: Sequence[Placed]) -> Revival:
    """Give new records of the chain the keys of records left, where exactly the same.

    As between two files, but only where nothing of the identity differs or the
    publisher's own number or address decides: what is merely similar would be a
    judgement, and of a file that is no longer in there is none.

    Args:
        chain: whose records of new rows have no key yet.
        publisher_code: whose list.
        fresh: the file's rows that have no sighting yet.
    """
    new = {
        found.row.number: found
        for found in fresh
        if chain.records[found.place].record_id is None
    }
    left = _left_without_file(publisher_code) if new else {}
    if not left:
        return Revival()
    matching = continue_records(
        {key: identity_of(values) for key, values in left.items()},
        {number: identity_of(found.row.values) for number, found in new.items()},
        Judged(),
    )
    revived: list[int] = []
    alike: dict[int, int] = {}
    for one in matching.continued:
        place = new[one.row].place
        if one.exact or one.score is None:
            chain.records[place].record_id = one.record
            revived.append(one.record)
        else:
            alike[one.record] = place
    return Revival(record_ids=sorted(revived), alike=alike)


def keep_protected(chain: Chain, revival: Revival, *, by: User, at: datetime) -> None:
    """Withhold in a new record who is withheld in the one left that it is like."""
    carry_withholdings(
        moves={
            key: record_id
            for key, place in revival.alike.items()
            if (record_id := chain.records[place].record_id) is not None
        },
        by=by,
        at=at,
    )


def _left_without_file(publisher_code: str) -> dict[int, Values]:
    """Return what records last said whose last sighting ended with its file."""
    taken_back = list(
        Snapshot.objects.filter(
            publisher=publisher_code,
            state=SnapshotState.TAKEN_BACK,
        ).values_list("pk", flat=True),
    )
    # Most lists have none, and sightings are many.
    if not taken_back:
        return {}
    others = Sighting.objects.filter(record=OuterRef("record"))
    ended = (
        Sighting.objects.filter(
            ~Exists(others.filter(superseded_at=None)),
            ~Exists(others.filter(superseded_at__gt=OuterRef("superseded_at"))),
            superseded_at=F("snapshot__taken_back_at"),
            snapshot__in=taken_back,
        )
        .order_by("record_id", "snapshot__stated_on", "row__number")
        .values_list("record_id", "version__values")
    )
    return {
        record_id: fold(values for _, values in group)
        for record_id, group in groupby(ended.iterator(), key=itemgetter(0))
    }
