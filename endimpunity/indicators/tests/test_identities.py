from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.comparing import compare
from endimpunity.indicators.rules.definitions import figure
from endimpunity.indicators.rules.facts import Population
from endimpunity.indicators.rules.identities import FigureIdentity
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.plain import figure_bytes
from endimpunity.indicators.rules.refusals import UnableToCompare, UnableToCount
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.tests.facts_made import LENS, case, facts, lens, murder

CASES = [
    murder(f"{code}{at}", country=code)
    for code, count in (("AA", 9), ("BB", 6), ("CC", 5))
    for at in range(count)
]
PEOPLE = Population(
    vintage="V1", people={(code, 2024): 10_000_000 for code in ("AA", "BB", "CC")}
)


@given(st.permutations(CASES))
def test_a_figure_computed_again_is_the_same_to_the_byte(shuffled):
    options = Options(population=PEOPLE, by="country")
    first = figure("cpj-index", facts(*CASES), LENS, options=options)
    kept = FigureIdentity.from_canonical(first.identity.canonical())
    again = figure(kept.definition, facts(*shuffled), kept.lens, kept.period, options)
    assert again.identity == kept == first.identity
    assert figure_bytes(again) == figure_bytes(first)


def test_an_identity_tells_apart_all_that_may_change_a_figure():
    asked = [
        figure("killings", facts(case("a")), LENS),
        figure("deadliest-attacks", facts(case("a")), LENS),
        figure("killings", facts(case("a")), lens("2025-01-01")),
        figure("killings", facts(case("a")), LENS, Period(last=date(2025, 1, 1))),
        figure("killings", facts(case("a")), LENS, options=Options(by="year")),
        figure(
            "killings",
            facts(case("a")),
            LENS,
            options=Options(references=(("mapping", "2"),)),
        ),
        figure(
            "killings",
            facts(case("a")),
            LENS,
            options=Options(dates_known_at=datetime(2025, 1, 1, tzinfo=UTC)),
        ),
    ]
    assert len({it.identity.digest for it in asked}) == len(asked)


def test_one_moment_in_two_time_zones_is_one_identity():
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    elsewhere = moment.astimezone(timezone(timedelta(hours=5)))
    there = Lens(voice="LISTA", as_of=LENS.as_of, known_at=elsewhere)
    one = figure("killings", facts(), LENS).identity
    other = figure("killings", facts(), there).identity
    assert one.canonical() == other.canonical()


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"definition": 1}', b"\xff"])
def test_what_is_no_identity_is_refused_with_a_sentence(content):
    with pytest.raises(UnableToCount, match="not the identity of a figure"):
        FigureIdentity.from_canonical(content)


def test_two_figures_of_one_kind_are_compared():
    one = figure("cpj-complete-share", facts(*CASES), LENS)
    other = figure(
        "cpj-complete-share",
        facts(*CASES, murder("z", impunity="FULL_JUSTICE")),
        lens("2026-02-02"),
    )
    assert compare(one, other).change == Fraction(-1, len(CASES) + 1)
    assert compare(one, one).change == 0


@pytest.mark.parametrize(
    ("name", "period", "options", "sentence"),
    [
        ("conviction-share-known", Period(), Options(), "two definitions"),
        (
            "resolved-share",
            Period(first=date(2010, 1, 1)),
            Options(),
            "different periods",
        ),
        ("resolved-share", Period(), Options(base_year=1993), "different things"),
        ("resolved-share", Period(), Options(by="year"), "different breakdowns"),
    ],
)
def test_figures_of_different_things_are_refused_with_the_reason(
    name, period, options, sentence
):
    one = figure("resolved-share", facts(*CASES), LENS)
    other = figure(name, facts(*CASES), LENS, period, options)
    with pytest.raises(UnableToCompare, match=sentence):
        compare(one, other)
