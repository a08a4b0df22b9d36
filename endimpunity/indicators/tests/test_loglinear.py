import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.api import (  # type: ignore[import-untyped]  # it has no types
    GLM,
    families,
)

from endimpunity.indicators.maths.hierarchies import (
    allowed_terms,
    design_of,
    hierarchical_models,
)
from endimpunity.indicators.maths.loglinear import best_by_aic, fit_all
from endimpunity.indicators.maths.poisson import poisson_fits
from endimpunity.indicators.tests.tables import (
    SPINA_BIFIDA,
    independent_table,
    table_of,
)


def fits_of(table):
    return fit_all(table)


def by_statsmodels(cells, design):
    with warnings.catch_warnings():
        # That a saturated model fits perfectly is no mishap here.
        warnings.simplefilter("ignore")
        model = GLM(cells, design, family=families.Poisson())
        return model.fit(tol=1e-12, maxiter=200)


@settings(max_examples=10)
@given(st.lists(st.integers(1, 500), min_size=7, max_size=7))
def test_every_fit_is_that_of_statsmodels(counts):
    models = hierarchical_models(3)
    design, allowed = design_of(3), allowed_terms(models, 3)
    cells = np.array(counts, dtype=float)
    fits = poisson_fits(design, cells, allowed)
    for at, terms in enumerate(allowed):
        oracle = by_statsmodels(cells, design[:, terms])
        ours = fits.parameters[at, terms]
        assert ours == pytest.approx(oracle.params, rel=1e-5, abs=1e-5)
        variance = oracle.normalized_cov_params[0, 0]
        assert fits.variances[at] == pytest.approx(variance, rel=1e-4)
        # The likeliest expectation has the margins that were counted.
        assert fits.expected[at] @ design[:, terms] == pytest.approx(
            cells @ design[:, terms], rel=1e-6
        )


@given(st.lists(st.integers(1, 90), min_size=7, max_size=7))
def test_every_estimate_lies_in_its_interval_above_those_who_were_seen(counts):
    histories = [tuple(map(int, f"{it:03b}")) for it in range(1, 8)]
    table = table_of(dict(zip(histories, counts, strict=True)))
    fits = fits_of(table)
    assert [it.bic for it in fits] == sorted(it.bic for it in fits)
    for it in fits:
        answer = it.answer
        assert table.people < answer.low < answer.estimate < answer.high
        assert answer.se > 0


def test_kosovo_s_best_model_by_bic_is_the_published_one(published_table):
    best = fits_of(published_table("kosovo-4-lists"))[0]
    assert best.model == "[EXH·ABA·OSCE][EXH·HRW][OSCE·HRW]"
    assert round(best.answer.estimate, 1) == 10356.5
    assert round(best.answer.se) == 786


def test_one_row_a_person_gives_what_the_table_gives(published_table):
    table = published_table("kosovo-4-lists-individual")
    assert fits_of(table) == fits_of(published_table("kosovo-4-lists"))


@pytest.mark.parametrize(
    ("name", "people", "models"),
    [("hepatitis-a-taiwan-3-lists", 271, 8), ("diabetes-italy-4-lists", 2069, 113)],
)
def test_other_published_tables_are_read_and_every_model_answers(
    published_table, name, people, models
):
    table = published_table(name)
    fits = fits_of(table)
    assert table.people == people
    assert len(fits) == models
    assert all(it.answer.estimate > people for it in fits)


def test_all_pairs_of_three_lists_give_the_closed_form():
    fits = {it.model: it for it in fits_of(SPINA_BIFIDA)}
    full = fits["[BIRTH·DEATH][BIRTH·REHAB][DEATH·REHAB]"].answer
    # n001 n010 n100 n111 / (n011 n101 n110), Fienberg 1972.
    unseen = 60 * 49 * 247 * 12 / (4 * 112 * 142)
    assert full.estimate == pytest.approx(626 + unseen, rel=1e-9)


def test_independent_lists_of_a_known_number_give_it_back():
    table = independent_table(40_000, [0.3, 0.4, 0.2, 0.5])
    best = fits_of(table)[0]
    assert best.model == "[A][B][C][D]"
    assert best.answer.estimate == pytest.approx(40_000, rel=1e-3)


def test_a_model_without_a_maximum_has_criteria_and_no_answer():
    table = table_of(
        {(1, 0, 0): 50, (0, 1, 0): 40, (0, 0, 1): 60, (1, 0, 1): 9, (0, 1, 1): 7}
    )
    fits = {it.model: it for it in fits_of(table)}
    assert fits["[A·B][C]"].answer is None
    assert fits["[A·C][B]"].answer is not None
    assert best_by_aic(list(fits.values())).answer is None


def test_too_few_lists_too_many_or_nobody_are_refused():
    for table in (
        table_of({(1, 1): 5}),
        table_of({(1, 1, 0, 0, 0, 0): 5}),
        table_of({(1, 1, 0): 0}),
    ):
        with pytest.raises(ValueError, match="Log-linear models need 3 to 5 lists"):
            fits_of(table)
