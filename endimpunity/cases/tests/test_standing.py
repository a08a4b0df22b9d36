"""The registry's reading of dated events."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.cases.rules.standing import Event, standing_after
from endimpunity.cases.vocabulary import EventKind, Standing

NOW = date(2024, 1, 1)


def events(*told, accused=frozenset()):
    return [
        Event(
            proceeding=1,
            kind=kind,
            earliest=date(2000 + at, 1, 1),
            latest=date(2000 + at, 1, 1),
            order=at,
            accused=accused,
        )
        for at, kind in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ((), Standing.NOT_STATED),
        (("OPENED", "ARRESTED"), Standing.NO_CONVICTION_KNOWN),
        (("OPENED", "DIED"), Standing.NO_CONVICTION_KNOWN),
        (("CONVICTED",), Standing.CONVICTION_NOT_FINAL),
        (("CONVICTED", "APPEALED"), Standing.CONVICTION_NOT_FINAL),
        (("CONVICTED", "FINAL"), Standing.CONVICTION_FINAL),
        (("CONVICTED", "ANNULLED"), Standing.ANNULLED),
        (
            ("CONVICTED", "FINAL", "ANNULLED", "CONVICTED"),
            Standing.CONVICTION_NOT_FINAL,
        ),
        (("CONVICTED", "ACQUITTED"), Standing.CONVICTION_NOT_FINAL),
    ],
)
def test_events_without_named_accused_are_read_in_time(told, standing):
    assert standing_after(events(*told), as_of=NOW) == standing


def test_an_acquittal_of_the_convicted_undoes_the_conviction():
    told = events("CONVICTED", "ACQUITTED", accused=frozenset({7}))
    assert standing_after(told, as_of=NOW) == Standing.ANNULLED


def test_one_of_two_convictions_annulled_leaves_the_other():
    told = [
        *events("CONVICTED", accused=frozenset({1, 2})),
        Event(
            proceeding=2,
            kind="ANNULLED",
            earliest=date(2005, 1, 1),
            latest=date(2005, 1, 1),
            order=9,
            accused=frozenset({1}),
        ),
    ]
    assert standing_after(told, as_of=NOW) == Standing.CONVICTION_NOT_FINAL


def test_what_happened_later_is_not_known_yet():
    told = events("OPENED", "CONVICTED")
    assert standing_after(told, as_of=date(2000, 6, 1)) == Standing.NO_CONVICTION_KNOWN


@given(st.lists(st.sampled_from(EventKind.values), max_size=8))
def test_full_justice_is_never_derived(told):
    derived = {
        Standing.NOT_STATED,
        Standing.NO_CONVICTION_KNOWN,
        Standing.CONVICTION_NOT_FINAL,
        Standing.CONVICTION_FINAL,
        Standing.ANNULLED,
    }
    assert standing_after(events(*told), as_of=NOW) in derived


@given(st.lists(st.sampled_from(EventKind.values), max_size=8), st.randoms())
def test_the_order_of_recording_does_not_matter(told, random):
    ordered = events(*told)
    shuffled = list(ordered)
    random.shuffle(shuffled)
    assert standing_after(ordered, as_of=NOW) == standing_after(shuffled, as_of=NOW)


def event(kind, earliest, latest, order=0):
    return Event(
        proceeding=1,
        kind=kind,
        earliest=earliest and date.fromisoformat(earliest),
        latest=latest and date.fromisoformat(latest),
        order=order,
    )


ON_THAT_DAY = event("ANNULLED", "2014-05-02", "2014-05-02")


@pytest.mark.parametrize(
    ("other", "standing"),
    [
        # No later than a day: at that day, before what happened on it.
        (event("CONVICTED", None, "2014-05-02", 9), Standing.ANNULLED),
        (event("CONVICTED", None, "2014-05-01", 9), Standing.ANNULLED),
        (event("CONVICTED", None, "2014-05-03"), Standing.CONVICTION_NOT_FINAL),
        # No day at all: what is dated has the last word.
        (event("CONVICTED", None, None, 9), Standing.ANNULLED),
        # An interval: at its first day, after what ends before it.
        (
            event("CONVICTED", "2014-05-02", "2014-12-31"),
            Standing.CONVICTION_NOT_FINAL,
        ),
        (event("CONVICTED", "2014-05-02", None), Standing.CONVICTION_NOT_FINAL),
        (event("CONVICTED", "2014-05-01", "2014-12-31", 9), Standing.ANNULLED),
    ],
)
def test_an_event_without_its_day_has_a_place_among_dated_ones(other, standing):
    for told in ([other, ON_THAT_DAY], [ON_THAT_DAY, other]):
        assert standing_after(told, as_of=NOW) == standing


def test_no_later_than_a_day_is_not_known_before_it():
    told = [event("CONVICTED", None, "2014-05-02")]
    before, then = date(2014, 5, 1), date(2014, 5, 2)
    assert standing_after(told, as_of=before) == Standing.NOT_STATED
    assert standing_after(told, as_of=then) == Standing.CONVICTION_NOT_FINAL
