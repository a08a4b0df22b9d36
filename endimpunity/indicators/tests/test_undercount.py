import re
from collections import Counter

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


def panel_of(table, draws=20):
    """Return what is said of a table that is not refused."""
    found = undercount(table, description="panel", draws=draws)
    assert found.refused is None
    assert found.panel is not None
    return found.panel, found.warnings


@pytest.mark.parametrize("said", REFUSED)
def test_what_the_data_cannot_bear_is_refused_with_the_reason_and_no_number(said):
    table = table_of(REFUSED[said])
    found = undercount(table, description="refused", draws=20)
    assert re.search(said, found.refused or "")
    assert (found.people, found.lists) == (table.people, table.lists)
    assert found.panel is None


def test_a_panel_stands_side_by_side_and_warns_of_lists_that_copy():
    panel, warnings = panel_of(SPINA_BIFIDA, draws=60)
    models = panel.loglinear
    assert warnings == (COPYING,)
    assert models.bic == models.fits[0]
    assert models.aic.aic == min(it.aic for it in models.fits)
    assert panel.decomposable.mean > 626
    assert models.bootstrap.low < models.bic.answer.estimate < models.bootstrap.high


@pytest.mark.slow
def test_kosovo_s_panel_holds_its_published_answers(published_table):
    panel, _ = panel_of(published_table("kosovo-4-lists"), draws=100)
    assert round(panel.chao.loglinear) == 8787
    assert round(panel.loglinear.bic.answer.estimate, 1) == 10356.5
    assert round(panel.decomposable.mean) == 12749
    drawn = panel.loglinear.bootstrap
    assert drawn.low < 10356.5 < drawn.high


def test_lists_that_copy_one_another_bias_the_estimate_down():
    people = independent_table(10_000, [0.2, 0.2, 0.2])
    # A third of those on A are copied into B.
    copied: Counter[tuple[int, ...]] = Counter()
    for history, count in people.counts.items():
        moved = count // 3 if history[:2] == (1, 0) else 0
        copied[history] += count - moved
        copied[1, 1, history[2]] += moved
    panel, _ = panel_of(table_of(copied))
    independent = next(it for it in panel.loglinear.fits if it.model == "[A][B][C]")
    assert independent.answer.estimate < 9_000


def test_lists_with_nobody_in_common_and_models_left_out_are_named():
    table = table_of(
        {(1, 0, 0): 3, (0, 1, 0): 3, (0, 0, 1): 40, (1, 0, 1): 3, (0, 1, 1): 3}
    )
    _, warnings = panel_of(table)
    assert "A and B have nobody in common." in warnings
    assert any("models were left out" in it for it in warnings)


@pytest.mark.slow
def test_six_lists_are_averaged_over_and_not_fitted():
    table = independent_table(2_000, [0.3, 0.2, 0.3, 0.2, 0.3, 0.2])
    panel, warnings = panel_of(table)
    assert panel.loglinear is None
    assert panel.decomposable.mean == pytest.approx(2_000, rel=0.05)
    assert any("of 6 there are too many" in it for it in warnings)


@settings(max_examples=15)
@given(st.lists(st.integers(0, 12), min_size=7, max_size=7))
def test_whatever_the_counts_there_is_a_panel_or_a_reason(counts):
    histories = [tuple(map(int, f"{it:03b}")) for it in range(1, 8)]
    table = table_of(dict(zip(histories, counts, strict=True)))
    found = undercount(table, description="any", draws=15)
    assert (found.panel is None) == (found.refused is not None)
    if found.panel is not None:
        models = found.panel.loglinear
        assert models is not None
        assert models.bic.answer is not None
        assert models.bic.answer.estimate > table.people
        assert found.panel.decomposable.low >= table.people
