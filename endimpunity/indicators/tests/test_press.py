from decimal import Decimal

import pytest

from endimpunity.indicators.rules import press
from endimpunity.indicators.rules.definitions import figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.tests.facts_made import LENS, case, day, facts

KILLINGS = facts(
    *(case(at, status="RESOLVED", date=day("2010-05-05")) for at in range(15)),
    *(
        case(at, status="NO_INFORMATION", date=day("2011-05-05"))
        for at in range(15, 100)
    ),
    *(case(at, date=day("1999-05-05")) for at in range(100, 150)),
)


@pytest.mark.parametrize(
    ("text", "value", "is_percentage", "decimals"),
    [
        ("85 %", "85", True, 0),
        ("some 85.5 per cent of cases", "85.5", True, 1),
        ("85,25%", "85.25", True, 2),
        ("over 1,700 killed", "1700", False, 0),
        ("1 445 morts", "1445", False, 0),
        ("213", "213", False, 0),
    ],
)
def test_a_number_is_read_out_of_a_sentence(text, value, is_percentage, decimals):
    printed = press.read_printed(text)
    assert (printed.value, printed.is_percentage, printed.decimals) == (
        Decimal(value),
        is_percentage,
        decimals,
    )


def test_a_sentence_without_a_number_is_refused():
    with pytest.raises(UnableToCount, match="no number"):
        press.read_printed("most of them")


def test_a_percentage_leads_to_the_base_under_which_it_is_true():
    figures = [
        figure(name, KILLINGS, LENS, options=Options(base_year=year))
        for name in ("resolved-share", "impunity-share")
        for year in (1993, 2006)
    ]
    found = press.which("85 % of killings go unpunished", figures)
    assert {(it.figure.definition, it.where) for it in found.found} == {
        ("impunity-share", ""),
        ("impunity-share", "of-all-killings"),
    }
    assert press.BASE_YEARS in found.warnings
    assert press.RESOLVED_OR_CONVICTED in found.warnings


def test_a_count_leads_to_the_year_it_is_of():
    by_year = figure("killings", KILLINGS, LENS, options=Options(by="year"))
    found = press.which("85 journalists were killed", [by_year])
    assert [it.where for it in found.found] == ["2011"]
    assert found.warnings == (press.BIENNIUM_OR_YEAR,)


def test_a_number_that_is_true_nowhere_leads_nowhere():
    assert press.which("99 %", [figure("killings", KILLINGS, LENS)]).found == ()
