from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.incidence import aalen_johansen
from endimpunity.indicators.maths.survival import Spell, kaplan_meier

CAUSES = ["ARCHIVED", "CONVICTION", "DEATH"]
spells = st.lists(
    st.builds(Spell, days=st.integers(0, 30), cause=st.sampled_from([None, *CAUSES])),
    min_size=1,
    max_size=50,
)
# Lifelines moves days apart by chance where two are the same.
on_different_days = st.lists(
    st.sampled_from([None, "CONVICTION", "DEATH"]), min_size=2, max_size=40
).map(lambda causes: [Spell(days=3 * n + 1, cause=it) for n, it in enumerate(causes)])


def incidences_of(given_spells):
    return aalen_johansen(given_spells)


@given(spells)
def test_all_causes_and_what_lasts_make_one_whole(given_spells):
    found = incidences_of(given_spells)
    for at, step in enumerate(kaplan_meier(given_spells).steps):
        assert {it.steps[at].days for it in found} == {step.days}
        whole = step.lasting + sum(it.steps[at].share for it in found)
        assert whole == pytest.approx(1, abs=1e-9)


@given(spells)
def test_shares_only_rise_and_lie_in_their_bands(given_spells):
    for cause in incidences_of(given_spells):
        shares = [0.0, *(it.share for it in cause.steps)]
        assert shares == sorted(shares)
        assert cause.ended == sum(it.ended for it in cause.steps)
        for it in cause.steps:
            if it.low is not None:
                assert 0 <= it.low <= it.share <= it.high <= 1


@given(spells)
def test_it_is_the_sum_of_what_lasted_times_the_hazard(given_spells):
    lasting, shares = Fraction(1), dict.fromkeys(CAUSES, Fraction(0))
    exact = {}
    for day in sorted({it.days for it in given_spells}):
        at_risk = sum(it.days >= day for it in given_spells)
        ends = [it.cause for it in given_spells if it.days == day and it.cause]
        for cause in ends:
            shares[cause] += lasting / at_risk
        lasting *= 1 - Fraction(len(ends), at_risk)
        exact[day] = dict(shares)
    for cause in incidences_of(given_spells):
        for step in cause.steps:
            true = float(exact[step.days][cause.cause])
            assert step.share == pytest.approx(true, abs=1e-9)


@given(on_different_days)
def test_it_agrees_with_lifelines(lifelines, given_spells):
    codes = {None: 0, "CONVICTION": 1, "DEATH": 2}
    for cause in incidences_of(given_spells):
        fitter = lifelines.AalenJohansenFitter(calculate_variance=False).fit(
            [it.days for it in given_spells],
            [codes[it.cause] for it in given_spells],
            codes[cause.cause],
        )
        theirs = fitter.cumulative_density_.iloc[:, 0]
        for step in cause.steps:
            assert theirs.loc[step.days] == pytest.approx(step.share, abs=1e-9)


def test_taking_other_causes_for_censoring_would_give_more():
    given_spells = [
        Spell(days=day, cause=cause)
        for day, cause in enumerate(["CONVICTION", "DEATH"] * 10)
    ]
    conviction = incidences_of(given_spells)[0]
    censored = [
        Spell(days=it.days, cause="X" if it.cause == "CONVICTION" else None)
        for it in given_spells
    ]
    assert conviction.steps[-1].share == pytest.approx(0.5)
    assert 1 - kaplan_meier(censored).steps[-1].lasting > 0.8


def test_where_nothing_ended_there_is_no_cause():
    assert incidences_of([Spell(days=5, cause=None)]) == ()
