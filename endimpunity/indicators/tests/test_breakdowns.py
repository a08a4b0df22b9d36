from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.rules.breakdowns import DIMENSIONS
from endimpunity.indicators.rules.definitions import figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.tests.facts_made import (
    LENS,
    day,
    facts,
    murder,
)

dates = st.one_of(
    st.just(day(None)),
    st.builds(
        lambda first, days: day(
            first.isoformat(), (first.replace(year=first.year + days)).isoformat()
        ),
        st.dates(
            min_value=day("2001-01-01").earliest, max_value=day("2020-12-28").latest
        ).filter(lambda it: (it.month, it.day) != (2, 29)),
        st.integers(0, 2),
    ),
)


@given(st.lists(dates, max_size=12), st.sampled_from(["year", "biennium", *DIMENSIONS]))
def test_cells_of_a_figure_sum_to_it_and_share_no_case(given_dates, by):
    cases = [murder(at, date=date) for at, date in enumerate(given_dates)]
    found = figure("killings", facts(*cases), LENS, options=Options(by=by))
    assert sum(cell.numerator for cell in found.cells) == found.numerator
    opened = [it.case for cell in found.cells for it in cell.cases]
    assert sorted(opened) == sorted(it.case for it in found.counted)


def test_small_cells_of_a_share_stand_beside_what_all_together_make_of_them():
    cases = [
        murder(
            f"{code}{at}",
            country=code,
            impunity="COMPLETE_IMPUNITY" if at < complete else "FULL_JUSTICE",
        )
        for code, complete, all_ in (
            ("A", 9, 10),
            ("B", 1, 10),
            ("C", 1, 2),
            ("D", 8, 8),
        )
        for at in range(all_)
    ]
    found = figure(
        "cpj-complete-share", facts(*cases), LENS, options=Options(by="country")
    )
    raw = {it.key: it.numerator / (it.denominator or 0) for it in found.cells}
    drawn = {it.key: it.shrunk.estimate for it in found.cells if it.shrunk}
    assert raw["D"] == 1 > drawn["D"]
    assert raw["B"] < drawn["B"]
