"""What holds of every derived status, whatever the facts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.cases.rules.standing import Event, verdicts_after
from endimpunity.cases.rules.statuses.convictions import convictions_at
from endimpunity.cases.rules.statuses.cpj import cpj_status
from endimpunity.cases.rules.statuses.discrepancies import discrepancies
from endimpunity.cases.rules.statuses.general import general_state
from endimpunity.cases.rules.statuses.unesco import unesco_status
from endimpunity.cases.tests.status_facts import (
    LATER,
    ROUNDS,
    event,
    exchange,
    facts,
    lens,
    request,
    response,
)
from endimpunity.cases.vocabulary import EventKind, ResolvedBy
from endimpunity.foundation.partial_dates import PartialDate

# Some exact, some of a month or year, one of no known day at all.
DAYS = ("2012", "2013", "2014", "2013-05", "2013-05-02", "2014-05-02", "2015-05-02", "")
SAID = ("NOTHING", "UNTOLD", "NOT_RESOLVED", "ONGOING_UNRESOLVED", "ARCHIVED")

days = st.sampled_from(DAYS)
accused = st.lists(st.integers(1, 2), max_size=2, unique=True)
events = st.builds(
    lambda kind, when, who, by_state: event(kind, when, *who, by_state=by_state),
    st.sampled_from(EventKind.values),
    days,
    accused,
    st.booleans(),
)
resolutions = st.builds(
    lambda when, by: response(when, "RESOLVED", resolved_by=by),
    days,
    st.sampled_from(["", *ResolvedBy.values]),
)
exchanges = st.one_of(
    st.builds(exchange, st.sampled_from(["REQUEST", "ACKNOWLEDGEMENT"]), days),
    st.builds(response, days, st.sampled_from(SAID)),
    resolutions,
)
told = st.lists(events | exchanges, max_size=7, unique=True)
as_ofs = st.sampled_from(["2012-12-31", "2013-06-30", "2014-05-02", "2020-12-31"])
kinds_of_case = st.sampled_from(["KILLING", "ASSAULT"])


def readings(some, at, *, violations=("KILLING",)):
    """Return every status of a case and its discrepancies, without the facts named."""
    case = facts(*some, violations=violations)
    derived = (
        unesco_status(case, ROUNDS, lens=at),
        cpj_status(case, lens=at),
        general_state(case, lens=at),
    )
    return (
        [(it.possible, it.reason.why, it.resolved_by) for it in derived],
        sorted((it.kind, it.about) for it in discrepancies(case, ROUNDS, lens=at)),
    )


@given(told, as_ofs, kinds_of_case, st.data())
def test_the_order_of_recording_never_matters(some, as_of, violation, data):
    order = data.draw(st.permutations(range(len(some))))
    start = datetime(2022, 1, 1, tzinfo=UTC)
    first = [
        replace(it, recorded_at=start + timedelta(days=place))
        for place, it in enumerate(some)
    ]
    again = [replace(some[it], recorded_at=first[n].recorded_at) for n, it in
             enumerate(order)]  # fmt: skip
    at = lens(as_of)
    assert readings(first, at, violations=[violation]) == readings(
        again,
        at,
        violations=[violation],
    )


@given(told, events | exchanges, as_ofs, kinds_of_case)
def test_a_fact_taken_back_restores_the_status_before_it(some, more, as_of, violation):
    back = replace(more, superseded_at=datetime(2024, 1, 1, tzinfo=UTC))
    at, then = lens(as_of), lens(as_of, known_at=datetime(2023, 1, 1, tzinfo=UTC))
    case = {"violations": [violation]}
    assert readings([*some, back], at, **case) == readings(some, at, **case)
    assert readings([*some, back], then, **case) == readings(
        [*some, more],
        then,
        **case,
    )


@given(told, events | exchanges, as_ofs, kinds_of_case)
def test_before_it_was_known_a_fact_is_as_if_not_there(some, more, as_of, violation):
    late = replace(more, recorded_at=datetime(2025, 1, 1, tzinfo=UTC))
    at = lens(as_of, known_at=datetime(2024, 12, 31, tzinfo=UTC))
    case = {"violations": [violation]}
    assert readings([*some, late], at, **case) == readings(some, at, **case)


@given(told, st.lists(events, max_size=3), as_ofs)
def test_a_verdict_known_from_elsewhere_never_moves_unescos_status(some, more, as_of):
    before = unesco_status(facts(*some), ROUNDS, lens=lens(as_of))
    assert unesco_status(facts(*some, *more), ROUNDS, lens=lens(as_of)) == before


@given(told, as_ofs)
def test_what_a_state_says_never_moves_cpjs(some, as_of):
    courts = [it for it in some if hasattr(it, "proceeding")]
    assert readings(some, lens(as_of))[0][1] == readings(courts, lens(as_of))[0][1]


@given(told, as_ofs, kinds_of_case)
def test_there_is_always_an_answer_and_a_reason(some, as_of, violation):
    for possible, why, resolved_by in readings(
        some,
        lens(as_of),
        violations=[violation],
    )[0]:
        assert possible
        assert why
        assert not resolved_by or possible == ("RESOLVED",)


@given(told, st.integers(1, 2))
def test_an_annulment_after_all_else_ends_every_conviction_of_its_accused(some, who):
    own = [it for it in some if getattr(it, "accused", None) == frozenset({who})]
    found = cpj_status(
        facts(*own, event("ANNULLED", "2019-01-01", who)),
        lens=lens(),
    )
    if not any(it.when.precision == "UNKNOWN" for it in own):
        assert found.possible == ("COMPLETE_IMPUNITY",)


# Days close enough together that every choice of them can be tried.
FIRST = date(2014, 5, 1)
close = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted)


def between(span):
    return PartialDate(
        earliest=FIRST + timedelta(days=span[0]),
        latest=FIRST + timedelta(days=span[1]),
    )


verdicts = st.builds(
    lambda kind, span, who: replace(event(kind, "", *who), when=between(span)),
    st.sampled_from(["CONVICTED", "CONVICTED", "ACQUITTED", "ANNULLED", "RETRIED"]),
    close,
    accused,
)


def choices(some):
    """Yield every choice of days with every order of those on one day."""
    spans = [
        [
            it.when.earliest + timedelta(days=more)
            for more in range((it.when.latest - it.when.earliest).days + 1)
        ]
        for it in some
    ]
    for chosen in product(*spans):
        for order in permutations(range(len(some))):
            if sorted(order, key=lambda it: chosen[it]) == list(order):
                yield [(chosen[it], some[it]) for it in order]


def stands(course, as_of):
    read = [
        Event(
            proceeding=it.proceeding,
            kind=it.kind,
            earliest=on,
            latest=on,
            order=place,
            accused=it.accused,
        )
        for place, (on, it) in enumerate(course)
        if on <= as_of
    ]
    return bool(verdicts_after(read).standing)


@settings(max_examples=100, deadline=None)
@given(st.lists(verdicts, min_size=1, max_size=4), st.integers(0, 4))
def test_what_surely_and_possibly_stands_is_what_all_and_some_days_say(some, on):
    as_of = FIRST + timedelta(days=on)
    tried = {stands(course, as_of) for course in choices(some)}
    found = convictions_at(some, as_of)
    assert bool(found.surely) == (tried == {True})
    assert bool(found.possibly) == (True in tried)


answers = st.builds(
    lambda span, said: replace(response("", said), when=between(span)),
    close,
    st.sampled_from(["NOTHING", "ONGOING_UNRESOLVED", "RESOLVED", "ARCHIVED"]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(answers, max_size=4), st.integers(0, 4))
def test_the_possible_statuses_are_those_that_some_days_give(some, on):
    as_of = FIRST + timedelta(days=on)
    tried = set()
    for course in choices(some):
        said = [it.said for day, it in course if day <= as_of and it.said != "NOTHING"]
        tried.add(said[-1] if said else "NO_INFORMATION")
    asked = request("2012-01-01")
    at = lens(as_of.isoformat(), known_at=LATER)
    found = unesco_status(facts(asked, *some), ROUNDS, lens=at)
    assert set(found.possible) == tried
