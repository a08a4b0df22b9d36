from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.capture_rows import (
    UnableToReadCaptures,
    read_captures,
)
from endimpunity.indicators.maths.captures import CaptureTable

histories = st.dictionaries(
    st.tuples(*[st.integers(0, 1)] * 3).filter(any), st.integers(0, 90), min_size=1
)


@given(histories)
def test_long_and_wide_tables_and_rows_of_people_say_the_same(counts):
    long = [["", "A", "B", "C", "Freq"]]
    people = [["rownames", "A", "B", "C"], ["x", "1", "0", "0"]]
    for number, (history, count) in enumerate(counts.items()):
        bits = [f"{bit}.0" for bit in history]
        long.append([str(number), *bits, f"{count}.0"])
        people += [[f"{number}.{nth}", *bits] for nth in range(count)]
    wide = [
        ["", *("".join(map(str, it)) for it in counts)],
        ["0", *(f"{it}.0" for it in counts.values())],
    ]
    read = read_captures(long)
    assert read.lists == ("A", "B", "C")
    assert dict(read.counts) == counts
    assert dict(read_captures(wide).counts) == counts
    assert read_captures(wide).lists == ("L1", "L2", "L3")
    assert read_captures(people).people == sum(counts.values()) + 1


@pytest.mark.parametrize("header", ["Frequency", "FREQ", "count", "N"])
def test_a_column_of_counts_has_one_of_four_names_in_any_case(header):
    table = read_captures([["A", "B", header], ["1", "0", "0"], ["1", "1", "1"]])
    assert table.lists == ("A", "B")
    assert dict(table.counts) == {(1, 0): 0, (1, 1): 1}


def test_rows_of_one_history_are_added_up():
    rows = [["A", "B", "n"], ["1", "0", "5"], ["1", "0", "6"]]
    assert dict(read_captures(rows).counts) == {(1, 0): 11}


def test_a_column_of_anything_else_is_no_list_and_is_named():
    rows = [["ID", "A", "B", "name"], ["7", "1", "0", "x"], ["8", "1", "1", ""]]
    table = read_captures(rows)
    assert table.lists == ("A", "B")
    assert table.notes == (
        "The column name was not read as a list: it holds “x”, neither 0 nor 1.",
    )


REFUSED = {
    "a row of headers and rows": [["A", "B"]],
    "Row 1 has 1 cells": [["A", "B"], ["1"]],
    "Row 2 is of people whom no list names": [["A", "B"], ["1", "1"], ["0", "0"]],
    "Header 00 is of people whom no list names": [["00", "01"], ["4", "5"]],
    "The count of row 1 is no whole number: “5.5”": [["A", "n"], ["1", "5.5"]],
    "The count of row 1 is negative: “-5”": [["A", "n"], ["1", "-5"]],
    "The count of row 1 is no number: “many”": [["A", "n"], ["1", "many"]],
    "The count of row 1 is no number: nothing": [["A", "n"], ["1", ""]],
    "The count of row 1 is no number: “nan”": [["A", "n"], ["1", "nan"]],
    "The count of row 1 is no number: “inf”": [["A", "n"], ["1", "inf"]],
    "The count of row 1 is too high": [["A", "n"], ["1", "1e999"]],
    "The count of history 01 is negative": [["01", "11"], ["-1", "2"]],
    "freq and count both name": [["A", "freq", "count"], ["1", "1", "1"]],
    "Two lists are called A": [["A", "A"], ["1", "1"]],
    "there is no list": [["A", "B"], ["x", "2"]],
    "differ in length; leading zeros": [["1", "10", "11"], ["1", "2", "3"]],
    "A history stands twice": [["01", "01"], ["1", "2"]],
    "one row of counts, and there are 2": [["01", "11"], ["1", "2"], ["1", "2"]],
}


@pytest.mark.parametrize("said", REFUSED)
def test_what_is_no_table_of_captures_is_refused_in_words(said):
    with pytest.raises(UnableToReadCaptures, match=said):
        read_captures(REFUSED[said])


@given(st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=4))
def test_whatever_the_cells_hold_it_reads_or_says_why_not(rows):
    with suppress(UnableToReadCaptures):
        assert read_captures(rows).people >= 0


@pytest.mark.parametrize(
    ("lists", "counts"),
    [
        (("A", "A"), {}),
        (("A", "B"), {(1,): 1}),
        (("A", "B"), {(2, 1): 1}),
        (("A", "B"), {(0, 0): 1}),
        (("A", "B"), {(0, 1): -1}),
    ],
)
def test_a_table_that_cannot_be_is_none(lists, counts):
    with pytest.raises(ValueError, match=r"\.$"):
        CaptureTable(lists=lists, counts=counts)


def test_a_table_knows_who_is_on_how_many_lists_and_on_which_together():
    table = CaptureTable(lists=("A", "B"), counts={(1, 0): 3, (0, 1): 4, (1, 1): 5})
    assert (table.people, table.on(1), table.on(2)) == (12, 7, 5)
    assert (table.together(0), table.together(0, 1)) == (8, 5)
    # By the bits of the cell: A alone, B alone, both.
    assert table.cells().tolist() == [3, 4, 5]
