import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import gammaln

from endimpunity.indicators.maths.averaging import Knowledge, average_decomposable
from endimpunity.indicators.maths.thinning import coarse_grid, fine_grid
from endimpunity.indicators.tests.tables import (
    SPINA_BIFIDA,
    independent_table,
    table_of,
)

# What was known of spina bifida before: about 725 births, give or take 200.
HISTORICAL = Knowledge(shape=13.14, scale=55.17)


def test_kosovo_gives_the_published_average(published_table):
    found = average_decomposable(published_table("kosovo-4-lists"))
    assert round(found.mean) == 12749
    assert (found.low, found.high) == (9827, 16543)
    assert found.graphs[0].graph == "[EXH·ABA·OSCE][EXH·OSCE·HRW]"
    assert found.at_the_edge < 1e-6


def test_spina_bifida_gives_what_madigan_and_york_found():
    whole = average_decomposable(SPINA_BIFIDA, weight=1, knowledge=HISTORICAL)
    assert (whole.low, whole.high) == (682, 797)
    # The published mean looked at 1 to 300 unseen births.
    cut = average_decomposable(
        SPINA_BIFIDA, weight=1, knowledge=HISTORICAL, unseen=range(1, 301)
    )
    assert round(cut.mean, 1) == 733.5
    assert whole.mean == pytest.approx(cut.mean, abs=0.3)
    assert cut.low == 682
    assert cut.high == pytest.approx(797, abs=1)


@pytest.mark.parametrize(
    "name", ["hepatitis-a-taiwan-3-lists", "diabetes-italy-4-lists"]
)
def test_other_published_tables_have_an_average(published_table, name):
    table = published_table(name)
    found = average_decomposable(table)
    assert table.people <= found.low < found.mean < found.high


def test_an_average_over_independent_lists_finds_the_number_they_are_of():
    found = average_decomposable(independent_table(3_000, [0.3, 0.4, 0.3, 0.5, 0.2]))
    assert found.mean == pytest.approx(3_000, rel=0.02)
    assert found.low < 3_000 < found.high


@given(st.lists(st.integers(0, 60), min_size=3, max_size=3).filter(any))
def test_of_two_lists_it_is_the_sum_over_both_graphs_by_hand(counts):
    (one, other, both) = counts
    table = table_of({(1, 0): one, (0, 1): other, (1, 1): both})
    found = average_decomposable(table, weight=1)
    unseen = np.arange(10 * table.people + 1.0)
    people = table.people + unseen
    shared = gammaln(people + 1) - gammaln(unseen + 1) - np.log(people)
    joined = gammaln(unseen + 1) - gammaln(4 + people)
    joined += gammaln(4) + sum(gammaln(it + 1) for it in counts)
    apart = np.zeros_like(unseen)
    for on in (one + both, other + both):
        apart += gammaln(4) - gammaln(4 + people)
        apart += gammaln(2 + on) + gammaln(2 + people - on)
    top = max(float(it.max()) for it in (shared + joined, shared + apart))
    chance = np.exp(shared + joined - top) + np.exp(shared + apart - top)
    mean = float((chance * people).sum() / chance.sum())
    assert found.mean == pytest.approx(mean, rel=1e-6)
    assert sum(it.probability for it in found.graphs) == pytest.approx(1, abs=1e-4)


def test_a_long_range_looked_at_here_and_there_gives_what_the_whole_one_gives():
    table = independent_table(900, [0.3, 0.4, 0.3])
    long = average_decomposable(table, unseen=range(60_000))
    short = average_decomposable(table, unseen=range(4_000))
    assert long.mean == pytest.approx(short.mean, rel=1e-3)
    assert abs(long.high - short.high) <= 1


def test_a_grid_stands_for_every_number_of_its_range_once():
    whole = range(5, 90_000, 2)
    grid = coarse_grid(whole)
    assert grid.is_thinned
    assert grid.weights.sum() == pytest.approx(len(whole))
    assert grid.unseen[0] == 5
    density = np.zeros(len(grid.unseen))
    density[40:60] = 1 / 20
    fine = fine_grid(whole, grid, density)
    assert fine.unseen[0] <= grid.unseen[40]
    assert fine.unseen[-1] >= grid.unseen[59]
    with pytest.raises(ValueError, match="rise from 0 or more"):
        coarse_grid(range(-1, 5))


def test_a_table_that_cannot_be_averaged_over_is_refused():
    for table in (table_of({(1,): 5}), table_of({(1, 1): 0})):
        with pytest.raises(ValueError, match="Averaging needs 2 to 6 lists"):
            average_decomposable(table)
    with pytest.raises(ValueError, match="above zero"):
        average_decomposable(SPINA_BIFIDA, weight=0)
