import pytest

from endimpunity.indicators.rules.definitions import DEFINITIONS, figure
from endimpunity.indicators.rules.facts import (
    Coverage,
    Extent,
    Facts,
)
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.tests.facts_made import (
    LENS,
    case,
    day,
    facts,
    lens,
)


def test_an_undercount_of_lists_that_are_not_linked_is_refused():
    with pytest.raises(UnableToCount, match="No lists are linked"):
        figure("undercount", Facts(), LENS)


def test_killings_of_a_sample_are_counted_and_said_to_be_of_one():
    coverage = Coverage(extent=Extent.SAMPLE)
    found = figure("killings", facts(case("a"), coverage=coverage), LENS)
    assert found.value == "1"
    assert any("sample" in note for note in found.notes)


@pytest.mark.parametrize(
    "name", [name for name, it in DEFINITIONS.items() if it.of_the_whole]
)
def test_a_rate_over_a_sample_is_refused_with_a_sentence(name):
    with pytest.raises(UnableToCount, match=r"sample.*no rate, rank or total"):
        figure(name, Facts(coverage=Coverage(extent=Extent.SAMPLE)), LENS)


def test_the_index_is_refused_in_the_voice_of_the_registry():
    with pytest.raises(UnableToCount, match="publisher's voice"):
        figure("cpj-index", Facts(), lens("2026-01-01", voice="REGISTRY"))


def test_an_unknown_definition_is_refused_with_the_names_there_are():
    with pytest.raises(UnableToCount, match=r'called "impunity"\. There are: killings'):
        figure("impunity", Facts(), LENS)


def test_an_unknown_breakdown_is_refused_with_those_there_are():
    with pytest.raises(UnableToCount, match=r"no breakdown by weekday.*year"):
        figure("killings", facts(case("a")), LENS, options=Options(by="weekday"))


def test_an_option_that_a_definition_does_not_take_is_refused():
    with pytest.raises(UnableToCount, match="cannot be asked for by"):
        figure("response-rate", Facts(), LENS, options=Options(by="year"))


def test_the_indicator_is_refused_over_more_than_twelve_months():
    with pytest.raises(UnableToCount, match="twelve months"):
        figure(
            "sdg-16-10-1-journalists",
            Facts(),
            LENS,
            Period(first=day("2020-01-01").earliest, last=day("2022-01-01").earliest),
        )


def test_a_profile_of_no_state_is_refused():
    with pytest.raises(UnableToCount, match="one State"):
        figure("state-profile", Facts(), LENS)


def test_a_case_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="The case a comes twice"):
        facts(case("a"), case("a"))
