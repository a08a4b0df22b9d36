"""Open to the world what a publishing policy allows of a list's cases."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Membership, Publication
from endimpunity.cases.operations.showing import show
from endimpunity.cases.queries import publications, releases
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.vocabulary import PublicationState
from endimpunity.foundation import bulk
from endimpunity.sources import models as sources_models
from endimpunity.sources import queries as sources_queries

# Rows looked up or ended at a time: below the parameters that either engine takes.
BATCH = 2_000

NO_LONGER_LISTED = "The list that this case was taken from no longer holds it."

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


class UnableToPublishUnderPolicy(Exception):  # the house names refusals so
    """The policy no longer stands; adopt a new one and release the files under it."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """How many cases a policy newly shows, still shows, and no longer shows."""

    published: int
    kept: int
    withdrawn: int


def publish_under_policy(*, policy_id: int, by: User, at: datetime) -> Shown:
    """Publish the cases that the released files of a publisher speak of.

    Only the policy's fields of those files are shown. A case that a person
    published or withdrew stays as that person decided; one that its list no
    longer holds is withdrawn with that reason.

    Raises:
        UnableToPublishUnderPolicy: the policy was ended, or never made.
    """
    policy = sources_models.PublishingPolicy.objects.filter(
        id=policy_id,
        ended_at=None,
    ).first()
    if policy is None:
        raise UnableToPublishUnderPolicy
    with transaction.atomic():
        plan = _plan(policy, at)
        _end([*plan.replaced, *plan.dropped.values()], at)
        published = _State(
            state=PublicationState.PUBLISHED,
            reason="",
            policy=policy,
            by=by,
            at=at,
        )
        _append(plan.new, published)
        _append(
            plan.dropped,
            replace(
                published,
                state=PublicationState.WITHDRAWN,
                reason=NO_LONGER_LISTED,
            ),
        )
        show(case_ids=(*plan.new, *plan.kept, *plan.dropped), by=by, at=at)
        shown = Shown(
            published=len(plan.new),
            kept=len(plan.kept),
            withdrawn=len(plan.dropped),
        )
        audit.record(
            deed="cases.publish_under_policy",
            by=by.key,
            at=at,
            subject=str(policy),
            detail={"published": shown.published, "withdrawn": shown.withdrawn},
        )
    return shown


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """What is to be done.

    Attributes:
        new: cases to be published.
        kept: cases that stay published, to be shown afresh.
        dropped: case to its standing row, for those no longer listed.
        replaced: standing rows that a new one follows.
    """

    new: tuple[int, ...]
    kept: tuple[int, ...]
    dropped: Mapping[int, int]
    replaced: tuple[int, ...]


def _plan(policy: sources_models.PublishingPolicy, at: datetime) -> _Plan:
    listed = _listed_cases(policy.publisher_id, at)
    states = _states_of(listed.keys())
    own = set(
        sources_models.PublishingPolicy.objects.filter(
            publisher=policy.publisher_id,
        ).values_list("id", flat=True),
    )
    new, kept, replaced = [], [], []
    dropped: dict[int, int] = {}
    for case_id, still_listed in sorted(listed.items()):
        state = states.get(case_id)
        if state is not None and state.policy_id is None:
            if state.state == PublicationState.PUBLISHED:
                kept.append(case_id)
            continue
        shown = state is not None and state.state == PublicationState.PUBLISHED
        if still_listed and state and shown and state.policy_id == policy.pk:
            kept.append(case_id)
        elif still_listed:
            new.append(case_id)
            replaced.extend([state.id] if state else [])
        elif state and shown and state.policy_id in own:
            dropped[case_id] = state.id
    return _Plan(
        new=tuple(new),
        kept=tuple(kept),
        dropped=dropped,
        replaced=tuple(replaced),
    )


def _listed_cases(publisher_code: str, at: datetime) -> dict[int, bool]:
    """Return the cases with an entry of a list, and whether it names them still.

    Left out are those of whom all that the list says is withheld: they are on it,
    and stay as people decided.
    """
    on_list = _named_on_list(publisher_code, at)
    withheld = set(
        sources_models.Withholding.objects.filter(
            part__record__publisher=publisher_code,
            superseded_at=None,
        ).values_list("part_id", flat=True),
    )
    known = identity()
    listed: dict[int, bool] = {}
    protected: set[int] = set()
    # Ended ones too: a case that its list has left is no longer listed.
    members = Membership.objects.filter(publisher=publisher_code).order_by("id")
    for case_id, part_id, ended_at in members.values_list(
        "case_id",
        "part_id",
        "superseded_at",
    ):
        stands = known.of(case_id)
        if ended_at is None and part_id in withheld:
            protected.add(stands)
            continue
        named = ended_at is None and part_id in on_list
        listed[stands] = listed.get(stands, False) or named
    return {
        case_id: named
        for case_id, named in listed.items()
        if named or case_id not in protected
    }


def _named_on_list(publisher_code: str, at: datetime) -> set[int]:
    """Return the parts whom the records on a list name, as far as released."""
    sightings = sources_queries.sightings_at(
        publisher_code,
        as_of=at.date(),
        known_at=at,
        released=True,
    )
    records = sorted(set(sightings.values_list("record_id", flat=True)))
    named = releases.named_people(records, releases.opened_at(at), known_at=at)
    return {one.part_id for one in named}


def _states_of(case_ids: Iterable[int]) -> dict[int, publications.State]:
    wanted = sorted(case_ids)
    found: dict[int, publications.State] = {}
    for first in range(0, len(wanted), BATCH):
        found.update(publications.states(wanted[first : first + BATCH]))
    return found


def _end(keys: list[int], at: datetime) -> None:
    for first in range(0, len(keys), BATCH):
        some = keys[first : first + BATCH]
        Publication.objects.filter(id__in=some).update(superseded_at=at)


@dataclass(frozen=True, kw_only=True)
class _State:
    """A state that many cases enter at once."""

    state: PublicationState
    reason: str
    policy: sources_models.PublishingPolicy
    by: User
    at: datetime


def _append(case_ids: Iterable[int], new: _State) -> None:
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
