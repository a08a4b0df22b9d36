"""The rows of publications, ended and appended many at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.cases.models import Publication
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation import bulk
from endimpunity.sources import models as sources_models

# Rows ended at a time: below the parameters that either engine takes.
BATCH = 2_000

_COLUMNS = (
    "id",
    "case_id",
    "state",
    "policy_id",
    "reason",
    "alone",
    "second_read",
    "recorded_at",
    "superseded_at",
    "recorded_by_id",
)


def end_states(keys: list[int], at: datetime) -> None:
    """End these states at a moment."""
    for first in range(0, len(keys), BATCH):
        some = keys[first : first + BATCH]
        Publication.objects.filter(id__in=some).update(superseded_at=at)


@dataclass(frozen=True, kw_only=True)
class NewState:
    """A state that many cases enter at once."""

    state: PublicationState
    reason: str
    policy: sources_models.PublishingPolicy
    by: User
    at: datetime


def append_states(case_ids: Iterable[int], new: NewState) -> None:
    """Let these cases enter a state; who calls has ended the one before."""
    wanted = tuple(case_ids)
    moment = bulk.stored_moment(new.at)
    keys = bulk.reserve_keys(Publication, len(wanted))
    bulk.append_rows(
        Publication,
        _COLUMNS,
        (
            (
                key,
                case_id,
                str(new.state),
                new.policy.pk,
                new.reason,
                new.policy.alone,
                False,
                moment,
                None,
                new.by.key.hex,
            )
            for key, case_id in zip(keys, wanted, strict=True)
        ),
    )
