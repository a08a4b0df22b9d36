from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.survival import Spell, band_of, kaplan_meier

spells = st.lists(
    st.builds(
        Spell,
        days=st.integers(0, 40),
        cause=st.sampled_from([None, "CONVICTION", "DEATH"]),
    ),
    min_size=1,
    max_size=60,
)


def curve_of(given_spells):
    return kaplan_meier(given_spells)


@given(spells)
def test_what_lasts_only_falls_and_lies_in_its_band(given_spells):
    curve = curve_of(given_spells)
    lasting = [1.0, *(it.lasting for it in curve.steps)]
    assert all(a >= b - 1e-12 for a, b in pairwise(lasting))
    assert curve.ended == sum(it.ended for it in curve.steps)
    for it in curve.steps:
        assert 0 <= it.lasting <= 1
        if it.low is not None:
            assert 0 <= it.low <= it.lasting <= it.high <= 1


@given(spells)
def test_it_agrees_with_lifelines(lifelines, given_spells):
    curve = curve_of(given_spells)
    fitter = lifelines.KaplanMeierFitter().fit(
        [it.days for it in given_spells], [it.cause is not None for it in given_spells]
    )
    band = fitter.confidence_interval_
    for it in curve.steps:
        assert fitter.predict(it.days) == pytest.approx(it.lasting, abs=1e-9)
        if it.low is not None:
            low, high = band.loc[it.days]
            assert (low, high) == pytest.approx((it.low, it.high), abs=1e-6)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=40))
def test_without_censoring_it_is_the_share_that_was_counted(days):
    curve = curve_of([Spell(days=it, cause="X") for it in days])
    for it in curve.steps:
        longer = sum(day > it.days for day in days)
        assert it.lasting == pytest.approx(longer / len(days), abs=1e-12)


def test_the_median_of_those_that_ended_alone_would_be_shorter():
    ended = [Spell(days=it, cause="CONVICTION") for it in (100, 200, 300, 400)]
    waiting = [Spell(days=it, cause=None) for it in (350, 360, 370, 380)]
    curve = curve_of(ended + waiting)
    assert curve.median == 400
    assert curve_of(ended).median == 200


def test_where_half_have_not_ended_there_is_no_median_and_the_reason_is_said():
    curve = curve_of([Spell(days=3, cause=None), Spell(days=2, cause=None)])
    assert (curve.median, curve.steps) == (None, ())
    assert curve.reason == "Fewer than half are known to have ended."
    assert curve_of([]).followed == 0


def test_all_or_nothing_has_no_band():
    assert band_of(1.0, 0.0) is None
    assert band_of(0.0, float("nan")) is None


def test_a_spell_of_less_than_no_days_is_refused():
    with pytest.raises(ValueError, match="Nothing lasts -1 days"):
        curve_of([Spell(days=-1, cause=None)])
