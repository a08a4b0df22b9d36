"""What the world may know of cases: settled from allowed voices only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from endimpunity.cases.models import Case
from endimpunity.cases.queries import publications, releases, voices
from endimpunity.cases.queries.identity import Identity
from endimpunity.cases.rules.allowance import OF_THE_REGISTRY
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.cases.rules.settling import Settled, settle
from endimpunity.cases.vocabulary import PublicationState

# Cases read at a time: below the parameters that either engine takes.
BATCH = 2_000


@dataclass(frozen=True, kw_only=True)
class PublicFacts:
    """One published case as the world may know it.

    Attributes:
        case_id: the case.
        public_id: its address.
        attack_id: its attack.
        state: since when and how it is published.
        settled: the allowed fields, with the voice that gives each: 0 is the
            registry, from 1 the members in their order.
        assertions: the assertion behind each of the registry's fields.
        members: the parts about it whose publisher has a policy.
        said: the allowed values of each member's released files.
        opened: the policies and released files.
    """

    case_id: int
    public_id: str
    attack_id: int
    state: publications.State
    settled: Mapping[str, Settled]
    assertions: Mapping[str, int]
    members: tuple[voices.Member, ...]
    said: tuple[Mapping[str, Any], ...]
    opened: releases.Opened

    def value(self, field: str) -> Any:  # noqa: ANN401  # a field's value, of any kind
        """Return a field's value; None where no allowed voice states it."""
        one = self.settled.get(field)
        return one.value if one else None


def public_facts(
    case_ids: Iterable[int],
    known: Identity,
    *,
    known_at: datetime,
) -> Iterator[PublicFacts]:
    """Yield the allowed facts of those of these cases that are published.

    A case that people withdrew says nothing in the one it was merged into.
    """
    opened = releases.opened_at(known_at)
    heard = publications.without_taken_down(known)
    remaining = iter(case_ids)
    while batch := list(islice(remaining, BATCH)):
        states = {
            case_id: state
            for case_id, state in publications.states(batch).items()
            if state.state == PublicationState.PUBLISHED
        }
        found = voices.voices_of_batch(sorted(states), heard, known_at)
        addresses = dict(
            Case.objects.filter(id__in=found).values_list("id", "public_id"),
        )
        said = _released(found.values(), opened, known_at)
        for case_id, one in found.items():
            state = states[case_id]
            _keep_reviewed(one, state, heard)
            yield _facts(one, addresses[case_id], state, said, opened)


def _released(
    found: Iterable[voices.Voices],
    opened: releases.Opened,
    known_at: datetime,
) -> dict[tuple[int, int], dict[str, Any]]:
    records = sorted(
        {
            member.record_id
            for one in found
            for member in one.members
            if opened.of(member.publisher_code)
        },
    )
    return {
        (record_id, number): values
        for record_id, number, values in releases.released_values(
            records,
            opened,
            known_at=known_at,
        )
    }


def _keep_reviewed(
    one: voices.Voices,
    state: publications.State,
    heard: Identity,
) -> None:
    """Leave of the registry's assertions those that the world may know."""
    asserted: dict[str, Any] = {}
    if state.policy_id is None:
        told = publications.reviewed_group(one.case_id, heard, state.recorded_at)
        asserted = {
            field: value
            for field, value in one.asserted.items()
            if field in OF_THE_REGISTRY
            and one.assertions[field].recorded_at <= state.recorded_at
            and one.assertions[field].case_id in told
        }
    one.asserted = asserted


def _facts(
    one: voices.Voices,
    public_id: str,
    state: publications.State,
    said: Mapping[tuple[int, int], Mapping[str, Any]],
    opened: releases.Opened,
) -> PublicFacts:
    members = tuple(
        member for member in one.members if (member.record_id, member.number) in said
    )
    heard = tuple(said[member.record_id, member.number] for member in members)
    return PublicFacts(
        case_id=one.case_id,
        public_id=public_id,
        attack_id=one.attack_id,
        state=state,
        settled=settle([one.asserted, *(facts_of_record(values) for values in heard)]),
        assertions={field: one.assertions[field].id for field in one.asserted},
        members=members,
        said=heard,
        opened=opened,
    )
