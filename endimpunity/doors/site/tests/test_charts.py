"""Charts: lengths that are true, words that stand where reading starts."""

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.doors.site.drawing import charts

WORDS: dict[str, Any] = {"key": "k", "title": "T", "description": "D"}


def drawn(svg):
    return ET.fromstring(str(svg))  # noqa: S314  # our own markup


def share(text):
    return float(text.removesuffix("%"))


def ems(text):
    return float(text.removesuffix("em"))


def a_year(year, count=1, unresolved=None):
    unresolved = count if unresolved is None else unresolved
    return charts.Column(year=year, count=count, unresolved=unresolved)


COUNTS = st.lists(st.integers(0, 100_000), min_size=1, max_size=20).filter(any)


@given(COUNTS, st.booleans())
def test_bars_are_as_long_as_what_they_count(counts, right_to_left):
    rows = [charts.Bar(label=f"k{i}", count=it) for i, it in enumerate(counts)]
    svg = drawn(charts.bars(rows, right_to_left=right_to_left, **WORDS))
    most = max(counts)
    for count, it in zip(counts, svg.findall("rect"), strict=True):
        wanted = 100 * charts.LONGEST_BAR * count / most
        assert share(it.get("width")) == pytest.approx(wanted, abs=0.01)
        end = share(it.get("x")) + share(it.get("width"))
        start = share(it.get("x"))
        assert (end if right_to_left else start) == pytest.approx(
            100 if right_to_left else 0,
            abs=0.02,
        )


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(0, 50)), min_size=1))
def test_a_column_is_as_high_as_its_cases_and_full_as_far_as_unresolved(pairs):
    rows = [
        a_year(1990 + i, cases, min(cases, unresolved))
        for i, (cases, unresolved) in enumerate(pairs[:60])
    ]
    svg = drawn(charts.columns(rows, **WORDS))
    most = max(it.count for it in rows)
    full = [it for it in svg.findall("rect") if it.get("class") == "bar"]
    rest = [it for it in svg.findall("rect") if it.get("class") == "bar rest"]
    unit = charts.COLUMN_HEIGHT / most
    assert sum(ems(it.get("height")) for it in full) == pytest.approx(
        unit * sum(it.unresolved for it in rows),
        abs=0.01 * len(rows),
    )
    assert sum(ems(it.get("height")) for it in rest) == pytest.approx(
        unit * sum(it.count - it.unresolved for it in rows),
        abs=0.01 * len(rows),
    )


def test_a_year_without_a_case_keeps_its_place():
    svg = drawn(charts.columns([a_year(2000), a_year(2009)], **WORDS))
    first, last = (share(it.get("x")) for it in svg.findall("rect"))
    assert last - first == pytest.approx(90, abs=0.1)


def test_years_far_apart_do_not_crowd_out_one_another():
    svg = drawn(charts.columns([a_year(1), a_year(2009)], **WORDS))
    assert len(svg.findall("rect")) == 2
    assert len(svg.findall("text")) == 4


@given(st.integers(1, 79))
def test_no_more_years_are_written_than_a_phone_has_room_for(span):
    svg = drawn(charts.columns([a_year(1950), a_year(1950 + span, 2)], **WORDS))
    written = [it.text for it in svg.findall("text") if len(it.text or "") == 4]
    assert len(written) <= charts.MOST_YEAR_LABELS
    assert str(1950 + span) in written


def test_time_runs_as_reading_does():
    rows = [a_year(2000), a_year(2020)]
    one = drawn(charts.columns(rows, **WORDS)).findall("rect")
    other = drawn(charts.columns(rows, right_to_left=True, **WORDS)).findall("rect")
    assert share(one[0].get("x")) < share(one[1].get("x"))
    assert share(other[0].get("x")) > share(other[1].get("x"))


@pytest.mark.parametrize("draw", [charts.bars, charts.columns])
def test_nothing_is_not_drawn(draw):
    with pytest.raises(ValueError, match="nothing"):
        draw([], **WORDS)


def test_a_label_is_text_and_never_markup():
    rows = [charts.Bar(label="<b>&", count=1)]
    assert drawn(charts.bars(rows, **WORDS)).find("text").text == "<b>&"
