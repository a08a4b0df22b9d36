import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from endimpunity.indicators.maths.bootstrap import _binomial, _drawn, bootstrap
from endimpunity.indicators.maths.chance import uniforms
from endimpunity.indicators.maths.loglinear import fit_all
from endimpunity.indicators.tests.tables import (
    SPINA_BIFIDA,
    independent_table,
    table_of,
)


def interval_of(table, fits, **words):
    return bootstrap(table, fits, **words)


def test_one_description_gives_the_same_interval_and_another_another():
    fits = fit_all(SPINA_BIFIDA)
    first = interval_of(SPINA_BIFIDA, fits, description="a", draws=60)
    assert first == interval_of(SPINA_BIFIDA, fits, description="a", draws=60)
    assert first != interval_of(SPINA_BIFIDA, fits, description="b", draws=60)


def test_doubt_about_the_model_makes_the_interval_wider_than_one_model_s():
    fits = fit_all(SPINA_BIFIDA)
    found = interval_of(SPINA_BIFIDA, fits, description="wide", draws=200)
    assert found.chosen > 1
    assert found.models == 8
    best = next(it.answer for it in fits if it.answer is not None)
    assert found.high - found.low > best.high - best.low
    assert found.low < best.estimate < found.high


def test_it_holds_a_number_that_is_known():
    table = independent_table(5_000, [0.3, 0.4, 0.3])
    found = interval_of(table, fit_all(table), description="known", draws=200)
    assert found.low < 5_000 < found.high
    assert found.reason == ""


def test_draws_whose_likelihood_has_no_maximum_leave_an_end_open():
    table = table_of(
        {(1, 0, 0): 30, (0, 1, 0): 30, (0, 0, 1): 30}
        | {(1, 1, 0): 3, (1, 0, 1): 4, (0, 1, 1): 4}
    )
    found = interval_of(table, fit_all(table), description="sparse", draws=200)
    assert found.without_maximum > 5
    assert (found.low, found.high) == (None, None)
    assert "had no maximum" in found.reason


@given(st.integers(0, 400), st.floats(0.001, 0.999), st.integers(0, 1_000).map(str))
def test_binomial_draws_are_the_binomial_s_quantiles(trials, share, words):
    chances = uniforms(words, 20)
    ours = _binomial(chances, np.full(20, float(trials)), share)
    assert ours.tolist() == binom.ppf(chances, trials, share).tolist()


def test_drawn_tables_have_on_average_the_counts_they_are_drawn_from():
    cells = SPINA_BIFIDA.cells()
    drawn = _drawn(cells, 700.0, "means", 4_000)
    assert drawn.min() >= 0
    assert drawn.sum(axis=1).max() <= 700
    assert drawn.mean(axis=0) == pytest.approx(cells, rel=0.05)


def test_a_model_without_a_maximum_gives_nobody_to_draw():
    table = table_of({(1, 0, 0): 10, (0, 1, 0): 10, (0, 0, 1): 10, (1, 1, 1): 5})
    with pytest.raises(ValueError, match="gives no people to draw"):
        interval_of(table, fit_all(table), description="none")
