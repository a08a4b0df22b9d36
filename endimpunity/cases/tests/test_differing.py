"""Voices that contradict one another, and voices that only say more or less."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.cases.rules.differing import differing
from endimpunity.cases.tests.factories import day

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 1, 1))


def interval(first, length):
    return day(first.isoformat(), (first + timedelta(days=length)).isoformat())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"motive": "CONFIRMED"}, {"motive": "UNKNOWN"}),
        ({"motive": "CONFIRMED"}, {}),
        ({"motive": ""}, {"motive": "CONFIRMED"}),
        ({"date": day("2015-05-01", "2015-05-31")}, {"date": day("2015-05-02")}),
        ({"date": day("2015-05-01")}, {"date": {"text": "unknown"}}),
        ({"violations": ["KILLING", "TORTURE"]}, {"violations": ["KILLING"]}),
        ({"violations": ["KILLING"]}, {"violations": ["UNSTATED"]}),
        ({"place": "Kidal"}, {"place": "near Kidal"}),
        ({"name": "Ada"}, {"name": "Adah"}),
    ],
)
def test_a_voice_that_says_less_or_otherwise_does_not_contradict(one, other):
    assert differing([one, other]) == {}


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("motive", "CONFIRMED", "UNCONFIRMED"),
        ("age", 51, 57),
        ("country", "ML", "NE"),
        ("date", day("2015-05-02"), day("2015-06-02")),
        ("date", day("2015-05-02"), {"text": "", "earliest": "2015-05-03"}),
        ("violations", ["KILLING"], ["KIDNAPPING"]),
    ],
)
def test_voices_that_contradict_one_another_are_found_with_all_who_speak(
    field, one, other
):
    assert differing([{field: one}, {}, {field: other}, {field: one}]) == {
        field: [0, 2, 3],
    }


@given(
    days=st.lists(
        st.builds(interval, DAYS, st.integers(min_value=0, max_value=400)),
        min_size=2,
        max_size=4,
    ),
    data=st.data(),
)
def test_dates_contradict_whatever_the_order_of_voices(days, data):
    voices = [{"date": one} for one in days]
    turned = data.draw(st.permutations(voices))
    assert bool(differing(voices)) == bool(differing(turned))


@given(first=DAYS, length=st.integers(min_value=0, max_value=400), data=st.data())
def test_a_day_within_an_interval_never_contradicts_it(first, length, data):
    inside = first + timedelta(days=data.draw(st.integers(0, length)))
    assert not differing(
        [{"date": interval(first, length)}, {"date": day(inside.isoformat())}],
    )
