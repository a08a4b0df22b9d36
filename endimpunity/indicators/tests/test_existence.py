from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.existence import has_maximum
from endimpunity.indicators.maths.hierarchies import (
    allowed_terms,
    design_of,
    hierarchical_models,
)
from endimpunity.indicators.maths.poisson import poisson_fits


def test_haberman_s_table_has_none_though_no_margin_is_zero():
    # Two by two by two without the interaction of all three; two opposite corners
    # are empty (Haberman 1974).
    cells = [(a, b, c) for a in (0, 1) for b in (0, 1) for c in (0, 1)]
    design = np.array(
        [[1, a, b, c, a * b, a * c, b * c] for a, b, c in cells], dtype=float
    )
    counts = np.array([0, 3, 5, 2, 4, 6, 1, 0], dtype=float)
    assert not has_maximum(design, counts)
    counts[0] = 1
    assert has_maximum(design, counts)


@pytest.mark.parametrize("size", [0, 1, 2, 3])
def test_it_has_one_just_where_the_fit_stays_away_from_zero(size):
    design = design_of(3)
    models = hierarchical_models(3)
    allowed = allowed_terms(models, 3)
    for empty in combinations(range(7), size):
        counts = np.full(7, 20.0)
        counts[list(empty)] = 0
        fits = poisson_fits(design, counts, allowed)
        for at, terms in enumerate(allowed):
            stays = bool(fits.expected[at].min() > 1e-6)
            assert has_maximum(design[:, terms], counts) == stays


@given(st.lists(st.integers(0, 3), min_size=15, max_size=15).filter(any))
def test_independent_lists_have_one_just_where_the_panel_does_not_refuse(counts):
    design = design_of(4)[:, [0, 1, 2, 4, 8]]
    cells = np.array(counts, dtype=float)
    on = cells @ design
    people, margins = on[0], on[1:]
    # No list of nobody or of everybody, and somebody on two.
    useful = all(0 < it < people for it in margins) and margins.sum() > people
    assert has_maximum(design, cells) == useful
