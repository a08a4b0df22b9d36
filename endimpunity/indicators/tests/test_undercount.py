import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.indicators.maths.undercount import COPYING, undercount
from endimpunity.indicators.tests.tables import (
    SPINA_BIFIDA,
    independent_table,
    table_of,
)

APART = {(1, 0, 0): 10, (0, 1, 0): 10, (0, 0, 1): 10}
REFUSED = {
    "An estimate needs 3 lists at least": {(1, 0): 5, (0, 1): 5, (1, 1): 5},
    "too many models over 7 lists": {(1, 1, 1, 1, 1, 1, 0): 5},
    "The lists name nobody": {(1, 1, 0): 0},
    "The list C names nobody": {(1, 0, 0): 5, (0, 1, 0): 5, (1, 1, 0): 5},
    "The list A names everybody": {(1, 0, 0): 5, (1, 1, 0): 5, (1, 0, 1): 5},
    "No two lists have a person in common": APART,
    "The model that fits best, .A·B..A·C..B·C., has a": APART | {(1, 1, 1): 5},
    "The model that fits best, .A·B..C., has": {
        (1, 0, 0): 300, (0, 1, 0): 300, (0, 0, 1): 100, (1, 0, 1): 90, (0, 1, 1): 90,
    },
}  # fmt: skip


@pytest.mark.parametrize("said", REFUSED)
def test_what_the_data_cannot_bear_is_refused_with_the_reason_and_no_number(said):
    table = table_of(REFUSED[said])
    panel = undercount(table, description="refused", draws=20)
    assert panel.refused is not None
    assert re.search(said, panel.refused)
    assert (panel.people, panel.lists) == (table.people, table.lists)
    assert (panel.chao, panel.decomposable, panel.bootstrap) == (None, None, None)
    assert (panel.best_bic, panel.best_aic, panel.loglinear) == (None, None, ())


def test_a_panel_stands_side_by_side_and_warns_of_lists_that_copy():
    panel = undercount(SPINA_BIFIDA, description="spina bifida", draws=60)
    assert panel.refused is None
    assert panel.warnings == (COPYING,)
    assert panel.people == 626
    assert panel.best_bic == panel.loglinear[0]
    assert panel.best_aic.aic == min(it.aic for it in panel.loglinear)
    assert panel.decomposable.mean > 626
    assert panel.bootstrap.low < panel.best_bic.answer.estimate


@pytest.mark.slow
def test_kosovo_s_panel_holds_its_published_answers(published_table):
    panel = undercount(published_table("kosovo-4-lists"), description="K", draws=100)
    assert panel.people == 4400
    assert round(panel.chao.loglinear) == 8787
    assert round(panel.best_bic.answer.estimate, 1) == 10356.5
    assert round(panel.decomposable.mean) == 12749
    assert panel.bootstrap.low < 10356.5 < panel.bootstrap.high


def test_lists_that_copy_one_another_bias_every_estimate_down():
    people = independent_table(10_000, [0.2, 0.2, 0.2])
    # A third of those on A are copied into B.
    copied = {}
    for history, count in people.counts.items():
        moved = count // 3 if history[0] and not history[1] else 0
        copied[history] = copied.get(history, 0) + count - moved
        if moved:
            into = (1, 1, history[2])
            copied[into] = copied.get(into, 0) + moved
    fits = undercount(table_of(copied), description="copied", draws=20)
    independent = next(it for it in fits.loglinear if it.model == "[A][B][C]")
    assert independent.answer.estimate < 9_000


def test_lists_with_nobody_in_common_and_models_left_out_are_named():
    table = table_of(
        {(1, 0, 0): 3, (0, 1, 0): 3, (0, 0, 1): 40, (1, 0, 1): 3, (0, 1, 1): 3}
    )
    panel = undercount(table, description="apart", draws=20)
    assert panel.refused is None
    assert "A and B have nobody in common." in panel.warnings
    assert any("models were left out" in it for it in panel.warnings)


@pytest.mark.slow
def test_six_lists_are_averaged_over_and_not_fitted():
    table = independent_table(2_000, [0.3, 0.2, 0.3, 0.2, 0.3, 0.2])
    panel = undercount(table, description="six", draws=20)
    assert panel.loglinear == ()
    assert panel.bootstrap is None
    assert panel.decomposable.mean == pytest.approx(2_000, rel=0.05)
    assert any("of 6 there are too many" in it for it in panel.warnings)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 12), min_size=7, max_size=7))
def test_whatever_the_counts_there_is_a_panel_or_a_reason(counts):
    histories = [tuple(map(int, f"{it:03b}")) for it in range(1, 8)]
    table = table_of(dict(zip(histories, counts, strict=True)))
    panel = undercount(table, description="any", draws=15)
    if panel.refused is not None:
        assert panel.refused.endswith(".")
        assert panel.decomposable is None
        return
    assert panel.best_bic.answer.estimate > table.people
    assert panel.decomposable.low >= table.people
