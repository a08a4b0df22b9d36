from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.rules.definitions import figure
from endimpunity.indicators.tests.facts_made import (
    LENS,
    facts,
    murder,
    rows,
)
from endimpunity.indicators.tests.worked_examples import EXAMPLES

convictions = st.sampled_from([True, False, None])


told = st.lists(
    st.builds(
        lambda convicted, informed: (convicted, informed), convictions, st.booleans()
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.parametrize("name", ["conviction-share-unesco", "conviction-share-cpj"])
@given(told=told, at=st.integers(0, 11))
def test_silence_on_a_case_without_a_conviction_never_raises_the_share(name, told, at):
    cases = [
        murder(
            key,
            convicted=convicted,
            impunity=None,
            asked=True,
            status="ONGOING_UNRESOLVED" if informed else "NO_INFORMATION",
        )
        for key, (convicted, informed) in enumerate(told)
    ]
    before = figure(name, facts(*cases), LENS)
    at %= len(cases)
    if cases[at].convicted:
        return
    cases[at] = replace(cases[at], convicted=None, status="NO_INFORMATION")
    after = figure(name, facts(*cases), LENS)
    assert after.fraction == before.fraction
    assert after.denominator == len(cases)


def test_the_bounds_of_a_conviction_share_hold_it():
    found = figure("conviction-share-unesco", EXAMPLES["conviction-share-unesco"], LENS)
    assert [(r.name, r.numerator, r.denominator) for r in rows(found)] == [
        ("lowest", 1, 10),
        ("highest", 4, 10),
    ]
