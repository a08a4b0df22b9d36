"""Write the public lines of cases: what lists and search may know of them."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.cases.models import PublicLine
from endimpunity.cases.operations.rewording import LineWords, index_again
from endimpunity.cases.queries import justice, public_facts, publications
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.queries.public_facts import PublicFacts
from endimpunity.cases.queries.standing import reviewed_by
from endimpunity.cases.rules import columns
from endimpunity.cases.vocabulary import PublicationState, Standing
from endimpunity.foundation import bulk
from endimpunity.sources.vocabulary import Violation

# Lines written at a time.
BATCH = 2_000

_COLUMNS = (
    "case_id",
    "public_id",
    "published_at",
    "name",
    "native_name",
    "native_language",
    "date_earliest",
    "date_latest",
    "date_edtf",
    "date_text",
    "country",
    "area",
    "place_code",
    "place",
    "outlets",
    "violation",
    "standing",
    "standing_by",
    "alone",
    "two_persons",
    "sort_key",
    "words",
    "sounds",
    "division",
    "words_key",
)


def show(*, case_ids: Iterable[int], by: User, at: datetime) -> None:
    """Make the public lines of these cases again; a case not published loses its own.

    Only allowed fields are written (`queries.public_facts`), so that lists,
    counts and search cannot reach more. The journal holds the deed that calls
    this, not the line.

    Args:
        case_ids: cases whose publication or allowed facts changed. A merged one
            keeps the line it had, for readers of the time before the merge.
        by: the actor of that deed.
        at: the moment.
    """
    known = identity()
    heard = publications.without_taken_down(known)
    wanted = set(case_ids)
    remaining = iter(sorted(wanted - known.leads.keys()))
    lines = LineWriter()
    with transaction.atomic():
        _hide_unpublished(
            [one for one in known.leads if one in wanted or known.of(one) in wanted],
            known,
        )
        while batch := list(islice(remaining, BATCH)):
            since = dict(
                PublicLine.objects.filter(case__in=batch).values_list(
                    "case_id",
                    "published_at",
                ),
            )
            PublicLine.objects.filter(case__in=batch).delete()
            facts = list(public_facts.public_facts(batch, known, known_at=at))
            judged = _judged(facts, heard, at)
            for one in facts:
                lines.add(
                    one,
                    judged.get(one.case_id, Standing.NOT_STATED),
                    since.get(one.case_id),
                )
            lines.write(batch)


def hide_merged(*, case_ids: Iterable[int], by: User, at: datetime) -> None:
    """Take the lines that merged cases kept, whose list is open no longer.

    Readers of the time before the merge do not see them either: what is closed
    today is closed under every lens. Cases that stand keep theirs.

    Args:
        case_ids: cases, merged or not.
        by: the actor of the deed that calls this, which the journal holds.
        at: its moment.
    """
    gone = sorted(identity().leads.keys() & set(case_ids))
    with transaction.atomic():
        for first in range(0, len(gone), BATCH):
            some = gone[first : first + BATCH]
            PublicLine.objects.filter(case__in=some).delete()
            index_again(some)


class LineWriter:
    """Public lines on their way into their table and its index of words."""

    def __init__(self) -> None:
        """Begin without a line."""
        self._found_by = LineWords()
        self._rows: dict[int, tuple[object, ...]] = {}

    def add(
        self,
        facts: PublicFacts,
        judged: Standing,
        since: datetime | None = None,
    ) -> None:
        """Add the line of a published case.

        Args:
            facts: what the world may know of it.
            judged: the registry's own reading of where justice stands.
            since: when it was first shown; by default with its standing review.
        """
        first = since or facts.state.recorded_at
        self._rows[facts.case_id] = _line(facts, judged, first, self._found_by)

    def write(self, case_ids: Iterable[int] = ()) -> None:
        """Append the lines added since the last time.

        Args:
            case_ids: cases whose words are to be indexed again besides, since
                their lines were taken away.
        """
        bulk.append_rows(PublicLine, _COLUMNS, self._rows.values())
        wanted = iter(sorted({*case_ids, *self._rows}))
        while some := list(islice(wanted, BATCH)):
            index_again(some)
        self._rows = {}


def _hide_unpublished(merged: list[int], known: Identity) -> None:
    """Take the lines of merged cases that may be seen no more.

    They are not published any longer, or the case they lead to is withdrawn.
    """
    gone = []
    for first in range(0, len(merged), BATCH):
        some = merged[first : first + BATCH]
        states = publications.states({*some, *(known.of(one) for one in some)})
        gone += [
            one
            for one in some
            if _state(states, one) != PublicationState.PUBLISHED
            or _state(states, known.of(one)) == PublicationState.WITHDRAWN
        ]
    for first in range(0, len(gone), BATCH):
        some = gone[first : first + BATCH]
        PublicLine.objects.filter(case__in=some).delete()
        index_again(some)


def _state(states: Mapping[int, publications.State], case_id: int) -> str:
    return states[case_id].state if case_id in states else PublicationState.DRAFT


def _judged(
    facts: list[PublicFacts],
    heard: Identity,
    at: datetime,
) -> dict[int, Standing]:
    """Return the registry's own reading, for cases published by people.

    Of all the cases that are read as one, as on the case's page.
    """
    own = [one for one in facts if one.state.policy_id is None]
    return {
        one.case_id: justice.standing_of(
            publications.reviewed_group(
                one.case_id,
                heard,
                one.state.recorded_at,
            ),
            standing=reviewed_by(one.state.recorded_at, at),
            reviewed_at=one.state.recorded_at,
            as_of=at.date(),
        )
        for one in own
    }


def _stated(facts: PublicFacts) -> tuple[str, str]:
    """Return the first list's status for a case, and whose word it is."""
    for member, values in zip(facts.members, facts.said, strict=True):
        word = values.get("impunity") or values.get("unesco_status")
        policy = facts.opened.of(member.publisher_code)
        if word in Standing.values and policy:
            return str(word), policy.publisher_name
    return str(Standing.NOT_STATED), ""


def _violation(stated: Iterable[str]) -> str:
    """Return under which violation a case is counted: a killing, whatever else."""
    known = [one for one in stated if one != "UNSTATED"]
    if Violation.KILLING in known:
        return str(Violation.KILLING)
    return known[0] if known else ""


def _line(
    facts: PublicFacts,
    judged: Standing,
    since: datetime,
    found_by: LineWords,
) -> tuple[object, ...]:
    plain = {field: one.value for field, one in facts.settled.items()}
    attack = columns.attack_columns(plain)
    case = columns.case_columns(plain)
    country = attack["country_id"] or ""
    standing, standing_by = (
        (str(judged), "") if judged != Standing.NOT_STATED else _stated(facts)
    )
    return (
        facts.case_id,
        facts.public_id,
        bulk.stored_moment(since),
        case["name"],
        case["native_name"],
        case["native_language"],
        attack["date_earliest"] and attack["date_earliest"].isoformat(),
        attack["date_latest"] and attack["date_latest"].isoformat(),
        attack["date_edtf"],
        attack["date_text"],
        country,
        attack["area"],
        country or attack["area"],
        attack["place"],
        json.dumps(case["outlets"]),
        _violation(attack["violations"]),
        standing,
        standing_by,
        facts.state.alone,
        facts.state.second_read,
        case["sort_key"],
        *found_by.of(
            name=case["name"],
            native_name=case["native_name"],
            outlets=case["outlets"],
            place=attack["place"],
            country=country,
        ),
    )
