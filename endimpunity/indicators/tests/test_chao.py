from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.chao import chao_bound
from endimpunity.indicators.tests.tables import independent_table, table_of


def bound_of(table):
    return chao_bound(table)


def test_kosovo_gives_both_published_bounds(published_table):
    found = bound_of(published_table("kosovo-4-lists"))
    assert round(found.loglinear) == 8787
    assert round(found.closed) == 8803
    assert found.closed == 4400 + Fraction(3, 4) * Fraction(3218**2, 2 * 882)
    # Those on four lists are fewer than heterogeneity would have it.
    assert found.dropped == (4,)


@pytest.mark.parametrize(
    "name", ["hepatitis-a-taiwan-3-lists", "diabetes-italy-4-lists"]
)
def test_other_published_tables_have_a_bound_above_those_seen(published_table, name):
    table = published_table(name)
    found = bound_of(table)
    assert found.loglinear > table.people
    assert found.closed > table.people


counts = st.lists(st.integers(1, 200), min_size=15, max_size=15)


@given(counts)
def test_with_nothing_dropped_the_two_forms_are_one(given_counts):
    histories = [tuple(map(int, f"{it:04b}")) for it in range(1, 16)]
    found = bound_of(table_of(dict(zip(histories, given_counts, strict=True))))
    if not found.dropped:
        assert found.loglinear == pytest.approx(float(found.closed), rel=1e-6)


def test_lists_equally_likely_to_name_anybody_give_the_number_itself():
    found = bound_of(independent_table(30_000, [0.25, 0.25, 0.25, 0.25]))
    assert found.loglinear == pytest.approx(30_000, rel=1e-3)
    assert float(found.closed) == pytest.approx(30_000, rel=1e-3)


@pytest.mark.parametrize("history", [(1, 1, 0), (1, 0, 0), (1, 1, 1)])
def test_where_nobody_is_on_one_list_or_on_two_there_is_no_bound(history):
    found = bound_of(table_of({history: 9}))
    assert (found.loglinear, found.closed) == (None, None)
    assert "Nobody is on exactly one list" in found.reason


def test_where_nobody_is_on_three_lists_the_bend_is_dropped():
    found = bound_of(table_of({(1, 0, 0): 30, (0, 1, 0): 20, (0, 1, 1): 10}))
    assert found.dropped == (3,)
    assert found.loglinear > 60
