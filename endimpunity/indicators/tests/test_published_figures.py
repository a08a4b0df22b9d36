"""Figures that were published, computed again from the lists they were made of."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from endimpunity.directory.rules.population_file import read_population
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.partial_dates import Precision
from endimpunity.indicators.rules.definitions import DEFINITIONS, figure
from endimpunity.indicators.rules.explaining import COUNTED, Side, explain
from endimpunity.indicators.rules.facts import Facts, Population
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.redating import redated
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.tests.facts_made import (
    asked,
    day,
    facts,
    lens,
    murder,
    rows,
)
from endimpunity.indicators.tests.published_lists import facts_of_list

INDEX_2016 = {
    "SO": 24,
    "IQ": 71,
    "SY": 17,
    "PH": 41,
    "SS": 5,
    "MX": 21,
    "AF": 5,
    "PK": 21,
    "BR": 15,
    "RU": 9,
    "BD": 7,
    "NG": 5,
    "IN": 13,
}
TEN_YEARS_2016 = Period(first=date(2006, 9, 1), last=date(2016, 8, 31))
TEN_YEARS_2020 = Period(first=date(2010, 9, 1), last=date(2020, 8, 31))
EDITION_2012 = [
    ("IQ", 93, 32_000_000, "2.906"),
    ("SO", 11, 9_300_000, "1.183"),
    ("PH", 55, 93_300_000, "0.589"),
    ("LK", 9, 20_900_000, "0.431"),
    ("CO", 8, 46_300_000, "0.173"),
    ("NP", 5, 30_000_000, "0.167"),
    ("AF", 5, 34_400_000, "0.145"),
    ("MX", 15, 113_400_000, "0.132"),
    ("RU", 16, 141_800_000, "0.113"),
    ("PK", 19, 173_600_000, "0.109"),
    ("BR", 5, 194_900_000, "0.026"),
    ("IN", 6, 1_170_900_000, "0.005"),
]


def cpj(known_at):
    moment = datetime.fromisoformat(known_at).replace(tzinfo=UTC)
    return Lens(voice="CPJ", as_of=date(2026, 1, 1), known_at=moment)


@pytest.fixture(scope="module")
def of_2016(shared_data):
    return facts_of_list(shared_data, "cpj/cpj-2016-10.csv", date(2016, 10, 31))


@pytest.fixture(scope="module")
def of_2020(shared_data):
    return facts_of_list(shared_data, "cpj/cpj-2020-11.csv", date(2020, 11, 10))


@pytest.fixture(scope="module")
def population(shared_data):
    content = (shared_data / "reference/worldbank_SP.POP.TOTL.csv").read_bytes()
    return Population(
        vintage="World Bank SP.POP.TOTL", people=read_population(content).numbers
    )


def index(cases, **asked_for):
    return figure(
        "cpj-index",
        Facts(cases=cases),
        cpj("2016-12-31"),
        TEN_YEARS_2016,
        Options(**asked_for),
    )


def test_the_index_of_2016_has_the_thirteen_published_counts(of_2016, population):
    found = index(of_2016, population=population)
    assert {row.country_code: row.unsolved for row in rows(found)} == INDEX_2016
    assert found.numerator == sum(INDEX_2016.values())
    assert found.value is None
    assert {row.population_year for row in rows(found)} == {2015}
    assert "Somalia" in {row.country for row in rows(found)}
    assert rows(found)[0].rank == 1
    for row in rows(found):
        assert row.rank_low <= row.rank <= row.rank_high
        assert len(row.cases) == row.unsolved


def test_exact_days_alone_would_give_seven_of_the_thirteen(of_2016):
    exact = tuple(it for it in of_2016 if it.date.precision is Precision.DAY)
    found = {row.country_code: row.unsolved for row in rows(index(exact))}
    right = {it for it, count in INDEX_2016.items() if found.get(it) == count}
    assert len(right) == 7


def test_a_day_that_is_unknown_counts_by_default_in_a_cell_of_its_own(of_2016):
    found = index(of_2016, by="year")
    assert [it.date for it in found.in_by_default] == ["Unknown"]
    cells = {cell.key: cell.numerator for cell in found.cells}
    assert cells["UNDATED"] == 1
    assert sum(cells.values()) == found.numerator


def test_without_a_population_rows_stand_and_say_why_there_is_no_rating(of_2016):
    listed = rows(index(of_2016))
    assert len(listed) == 13
    assert {row.rating for row in listed} == {None}
    assert all("no rating" in row.reason for row in listed)


@pytest.mark.parametrize(("code", "unsolved", "people", "rating"), EDITION_2012)
def test_a_rating_of_the_edition_of_2012_comes_out(code, unsolved, people, rating):
    found = edition_of_2012()
    (row,) = [it for it in rows(found) if it.country_code == code]
    assert (row.unsolved, row.rating) == (unsolved, rating)


def test_the_edition_of_2012_is_ranked_by_its_ratings():
    assert [it.country_code for it in rows(edition_of_2012())] == [
        it[0] for it in EDITION_2012
    ]


def edition_of_2012():
    cases = [
        murder(f"{code}-{number:03}", country=code, date=day("2005-05-05"))
        for code, unsolved, _, _ in EDITION_2012
        for number in range(unsolved)
    ]
    people = {(code, 2010): people for code, _, people, _ in EDITION_2012}
    # The day of the lens falls in 2012: its edition looks at ten calendar years.
    return figure(
        "cpj-index",
        facts(*cases),
        lens("2012-06-01"),
        options=Options(population=Population(vintage="2012", people=people)),
    )


def test_the_complete_share_of_2020_is_printed_of_the_possible_and_the_sure(of_2020):
    found = figure(
        "cpj-complete-share", Facts(cases=of_2020), cpj("2020-11-30"), TEN_YEARS_2020
    )
    assert found.fraction == "245/295"
    beside = {row.name: (row.numerator, row.denominator) for row in rows(found)}
    assert beside == {
        "possible": (245, 295),
        "sure": (221, 268),
        "wholly-inside": (209, 256),
    }


def test_days_known_later_settle_the_complete_share_of_2020(shared_data, of_2020):
    later = facts_of_list(
        shared_data, "cpj/cpj-2025-06-dates-urls.csv", date(2025, 6, 6)
    )
    known = redated(of_2020, {it.case: it.date for it in later})
    when = datetime(2025, 6, 30, tzinfo=UTC)
    found = figure(
        "cpj-complete-share",
        Facts(cases=known.cases),
        cpj("2020-11-30"),
        TEN_YEARS_2020,
        Options(dates_known_at=when),
    )
    assert found.fraction == "230/278"
    assert {*found.in_by_overlap, *found.in_by_default} <= set(known.undated)
    assert any("2025-06-30" in note for note in found.notes)


def test_explaining_names_the_thirty_whom_a_verdict_moved(of_2016, of_2020):
    murders_of_2009 = Period(first=date(2009, 1, 1), last=date(2009, 12, 31))
    found = explain(
        DEFINITIONS["cpj-complete-share"],
        Side(facts=Facts(cases=of_2016), lens=cpj("2016-12-31")),
        Side(facts=Facts(cases=of_2020), lens=cpj("2020-11-30")),
        murders_of_2009,
        Options(where=(("country", "PH"),)),
    )
    assert found.first.fraction == "32/32"
    assert found.second.fraction == "2/32"
    moved = [it for it in found.changed if it.first == COUNTED != it.second]
    assert len(moved) == 30
    assert Counter(
        (it.before, it.after)
        for one in moved
        for it in one.changes
        if it.field == "impunity"
    ) == {("COMPLETE_IMPUNITY", "PARTIAL_IMPUNITY"): 30}
    statements = [one.statement for one in moved if one.statement]
    assert {it.stated_on for it in statements} == {date(2020, 11, 10)}


def responses(answered, acknowledged, silent, *, late=0):
    """Return requests of 2016 so answered; late answers come after the first day."""
    replies = [
        *([("2016-08-01", True)] for _ in range(answered)),
        *([("2016-08-01", False)] for _ in range(acknowledged)),
        *([("2016-12-01", True)] for _ in range(late)),
        *([] for _ in range(silent)),
    ]
    return [asked(f"S{at:02}", 2016, *found) for at, found in enumerate(replies)]


@pytest.mark.parametrize(
    ("requests", "as_of", "any_answer", "substantive"),
    [
        (responses(16, 0, 43), "2016-11-01", "16/59", (16, 59)),
        (responses(40, 0, 21, late=1), "2016-11-01", "40/62", (40, 62)),
        (responses(40, 0, 21, late=1), "2017-01-27", "41/62", (41, 62)),
        (responses(49, 9, 17), "2016-11-01", "58/75", (49, 75)),
    ],
)
def test_a_published_response_rate_comes_out_as_of_its_freeze_date(
    requests, as_of, any_answer, substantive
):
    found = figure("response-rate", Facts(requests=tuple(requests)), lens(as_of))
    assert found.fraction == any_answer
    rates = {row.name: row for row in rows(found) if hasattr(row, "name")}
    rate = rates["substantive-response"]
    assert (rate.numerator, rate.denominator) == substantive


def test_nine_of_2024_acknowledged_only_and_of_seventeen_nothing_is_recorded():
    requests = tuple(responses(49, 9, 17))
    found = figure("response-rate", Facts(requests=requests), lens("2016-11-01"))
    rates = {row.name: row.numerator for row in rows(found) if hasattr(row, "name")}
    assert rates["ACKNOWLEDGED_ONLY"] == 9
    assert rates["NONE_RECORDED"] == 17
    assert found.value == "0.773333"


def test_no_class_is_given_before_dispatch_is_proved():
    unproved = replace(asked("AA", 2016), dispatched=None)
    requests = (unproved, asked("BB", 2016))
    found = figure("response-rate", Facts(requests=requests), lens("2017-01-01"))
    assert found.fraction == "0/1"
    assert [row.country_code for row in rows(found) if hasattr(row, "round")] == ["AA"]
