import json

import pytest

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.rules.definitions import DEFINITIONS, figure
from endimpunity.indicators.rules.facts import (
    AttackFact,
    Facts,
    Population,
    TollFact,
)
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.plain import figure_bytes
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.tests.facts_made import (
    LENS,
    case,
    day,
    facts,
    lens,
    murder,
    rows,
)
from endimpunity.indicators.tests.tables import SPINA_BIFIDA
from endimpunity.indicators.tests.worked_examples import EXAMPLES, OPTIONS, ended


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_worked_example_of_a_definition_comes_out(name):
    found = figure(name, EXAMPLES[name], LENS, options=OPTIONS.get(name, Options()))
    wanted = DEFINITIONS[name].example.result
    assert (found.value or "null") == wanted


def test_the_worked_example_of_the_index_comes_out():
    cases = [murder(f"A{at}", country="AA") for at in range(16)]
    cases += [murder(f"B{at}", country="BB") for at in range(4)]
    people = Population(vintage="one", people={("AA", 2024): 141_800_000})
    found = figure("cpj-index", facts(*cases), LENS, options=Options(population=people))
    (row,) = rows(found)
    assert row.rating == DEFINITIONS["cpj-index"].example.result
    assert row.population_millions == "141.8"
    (few,) = [it for it in found.excluded if it.reason == "FEWER_THAN_FIVE"]
    assert len(few.cases) == 4


def test_two_lists_are_refused_as_the_example_of_the_undercount_says():
    table = CaptureTable(
        lists=("a", "b"), counts={(True, False): 5, (False, True): 5, (True, True): 10}
    )
    with pytest.raises(UnableToCount, match="3 lists"):
        figure("undercount", Facts(captures=table), LENS)


def test_an_undercount_is_a_panel_and_no_number():
    found = figure("undercount", Facts(captures=SPINA_BIFIDA), LENS)
    assert (found.numerator, found.value) == (626, None)
    methods = {row.method: row for row in rows(found)}
    assert {"chao-loglinear", "chao-closed", "decomposable"} < set(methods)
    assert {"loglinear-bic", "loglinear-aic"} < set(methods)
    assert any("copy one another" in note for note in found.notes)


def test_every_definition_has_a_worked_example_that_is_tested():
    assert {*EXAMPLES, "cpj-index", "undercount"} == set(DEFINITIONS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_figure_is_written_as_json_in_which_cases_open(name):
    found = figure(name, EXAMPLES[name], LENS, options=OPTIONS.get(name, Options()))
    said = json.loads(figure_bytes(found))
    assert {"definition", "version", "title", "lens", "audience", "period"} <= set(said)
    assert said["definition"] == name
    for one in said["counted"]:
        assert list(one) == ["case", "publisher", "stated_on", "row", "name", "date"]


def test_an_interval_or_the_reason_why_there_is_none_is_always_there():
    for name, given_facts in EXAMPLES.items():
        found = figure(name, given_facts, LENS, options=OPTIONS.get(name, Options()))
        assert bool(found.interval) != bool(found.interval_reason), name


def test_killings_carry_their_motives_roles_and_attacks():
    tolls = (TollFact(publisher="P", stated_on=None, lowest=5, highest=6),)
    found = figure(
        "killings",
        facts(
            case("a", attack="x", motive="CONFIRMED", role="JOURNALIST"),
            case("b", attack="x", motive="UNCONFIRMED", role="MEDIA_WORKER"),
            attacks=(AttackFact(attack="x", name="X", tolls=tolls),),
        ),
        LENS,
    )
    parts = {(r.dimension, r.key): r.cases for r in rows(found) if hasattr(r, "key")}
    assert parts["motive", "CONFIRMED"] == parts["role", "MEDIA_WORKER"] == 1
    (attack,) = [r for r in rows(found) if hasattr(r, "stated")]
    assert (attack.cases, attack.stated) == (2, (("P", 5, 6),))


def test_nothing_counted_is_a_figure_without_a_value():
    found = figure("conviction-share-cpj", Facts(), LENS)
    assert (found.value, found.fraction, found.interval) == (None, None, None)
    assert found.interval_reason == "Nothing was counted, so there is no share."


def test_a_method_that_is_anothers_says_so():
    found = figure("cpj-complete-share", facts(murder("a")), LENS)
    assert found.notes[0] == (
        "By the Committee to Protect Journalists' published method, computed here on"
        " LISTA as of 2026-01-01; not published by CPJ."
    )


def test_a_population_that_is_missing_leaves_the_row_without_a_rating():
    cases = [murder(f"{code}{at}", country=code) for code in "AB" for at in range(5)]
    people = Population(vintage="V1", people={("A", 2024): 1_000_000})
    found = figure("cpj-index", facts(*cases), LENS, options=Options(population=people))
    assert [(it.country_code, it.rating, it.rank) for it in rows(found)] == [
        ("A", "5.000", 1),
        ("B", None, None),
    ]
    assert rows(found)[1].reason == (
        "The population of B in 2024 is not in V1, so there is no rating."
    )


def test_a_detention_shares_no_total_with_the_killed():
    name = "sdg-16-10-1-journalists"
    found = figure(name, EXAMPLES[name], LENS)
    told = [it for it in rows(found) if type(it).__name__ == "Total"]
    totals = {it.violation: it.victims for it in told}
    assert found.numerator == totals["KILLING"] == 2
    assert totals["ARBITRARY_DETENTION"] == 1
    assert totals["TORTURE"] == 0


def test_a_year_without_a_request_neither_breaks_nor_lengthens_the_silence():
    given_facts = EXAMPLES["unanswered-requests"]
    (row,) = rows(figure("unanswered-requests", given_facts, LENS))
    assert (row.unanswered, row.since_round, row.acknowledged, row.longest) == (
        3,
        2015,
        1,
        3,
    )


def test_competing_ends_are_no_censoring_in_the_shares_of_each_cause():
    found = figure("time-to-resolution", EXAMPLES["time-to-resolution"], LENS)
    last = {
        row.cause: row.share
        for row in rows(found)
        if getattr(row, "method", "") == "AALEN_JOHANSEN"
    }
    assert last == {"ARCHIVED": 0.25, "RESOLUTION": 0.5}


def test_what_ended_on_no_known_day_is_left_out_with_the_reason():
    found = figure(
        "time-to-resolution",
        facts(ended("a", day("2021-01-01", "2021-12-31")), ended("b", None)),
        LENS,
    )
    assert [(it.reason, len(it.cases)) for it in found.excluded] == [("END_UNDATED", 1)]


def test_a_profile_shows_the_index_beside_the_answers_and_no_score():
    found = figure(
        "state-profile", EXAMPLES["state-profile"], LENS, options=Options(country="AA")
    )
    kinds = [type(row).__name__ for row in rows(found)]
    assert kinds == [
        "Listing",
        "IndexRow",
        "RoundRow",
        "RoundRow",
        "RoundRow",
        "Silence",
    ]
    assert found.value is None


def test_a_toll_of_another_country_is_not_asked_for():
    tolls = (TollFact(publisher="P", stated_on=None, lowest=9, highest=9),)
    attacks = tuple(
        AttackFact(attack=code, country=code, date=day("2020-01-01"), tolls=tolls)
        for code in ("AA", "BB")
    )
    options = Options(where=(("country", "AA"),))
    found = figure("deadliest-attacks", facts(attacks=attacks), LENS, options=options)
    assert [row.attack for row in rows(found)] == ["AA"]


def test_what_happened_after_the_day_that_is_looked_at_is_left_out():
    cases = [case("a", date=day("2019-12-31")), case("b", date=day("2020-01-02"))]
    found = figure("killings", facts(*cases), lens("2020-01-01"))
    assert [it.case for it in found.counted] == ["a"]
    assert [it.reason for it in found.excluded] == ["AFTER_THE_LENS"]
