import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.rules.breakdowns import DIMENSIONS
from endimpunity.indicators.rules.definitions import DEFINITIONS, figure
from endimpunity.indicators.rules.facts import (
    AttackFact,
    CaseRequestFact,
    Coverage,
    End,
    EndFact,
    Extent,
    Facts,
    Population,
    RoundSightFact,
    TollFact,
)
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.plain import figure_bytes
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.tests.facts_made import (
    LENS,
    asked,
    case,
    day,
    facts,
    lens,
    murder,
)


def killed(count, start=0, **said):
    return [case(start + at, **said) for at in range(count)]


def ended(key, after, cause=End.CONVICTION):
    ends = () if after is None else (EndFact(cause=cause, on=after),)
    return case(key, date=day("2020-01-01"), ends=ends)


def requested(case_key, year, informed=None):
    return CaseRequestFact(
        case=case_key,
        state="AA",
        round=year,
        asked=day(f"{year}-02-01"),
        informed=day(informed) if informed else None,
    )


EXAMPLES = {
    "killings": facts(
        *killed(3, attack="a"),
        case("b", attack="b"),
        case("c", violations=("KIDNAPPING",)),
    ),
    "resolved-share": facts(
        *killed(217, status="RESOLVED"), *killed(1228, 217, status="NO_INFORMATION")
    ),
    "impunity-share": facts(
        *killed(63, status="RESOLVED"), *killed(764, 63, status="ONGOING_UNRESOLVED")
    ),
    "conviction-share-unesco": facts(
        case("a", convicted=True, asked=True),
        *killed(6, convicted=False, asked=True),
        *killed(3, 6, asked=True),
    ),
    "conviction-share-cpj": facts(
        murder("a", impunity="PARTIAL_IMPUNITY"),
        murder("b", impunity="FULL_JUSTICE"),
        murder("c"),
        murder("d"),
    ),
    "conviction-share-known": facts(
        case("a", convicted=True), *killed(6, convicted=False), *killed(3, 6)
    ),
    "response-rate": Facts(
        requests=tuple(
            asked(f"S{at:02}", 2020, *([("2020-08-01", at < 49)] if at < 58 else []))
            for at in range(75)
        )
    ),
    "case-response-rate": Facts(
        case_requests=(
            *(requested(key, 2019) for key in "abcd"),
            requested("a", 2020, informed="2020-08-01"),
            *(requested(key, 2020) for key in "bcd"),
        )
    ),
    "unanswered-requests": Facts(
        requests=(
            asked("AA", 2014, ("2014-08-01", True)),
            asked("AA", 2015),
            asked("AA", 2017, ("2017-08-01", False)),
            asked("AA", 2018),
        )
    ),
    "response-delay": Facts(
        requests=(
            asked("AA", 2025, ("2025-07-13", True), sent="2025-06-13"),
            asked("BB", 2025, ("2025-09-11", True), sent="2025-06-13"),
            asked("CC", 2025, sent="2025-06-13"),
        )
    ),
    "cpj-complete-share": facts(
        *(murder(at) for at in range(245)),
        *(murder(at, impunity="PARTIAL_IMPUNITY") for at in range(245, 295)),
    ),
    "time-to-resolution": facts(
        ended("a", day("2020-04-10")),
        ended("b", day("2020-10-27"), End.RULED_UNRELATED),
        ended("c", day("2020-07-19"), End.ARCHIVED),
        ended("d", None),
    ),
    "time-to-conviction": facts(
        ended("a", day("2020-02-20")), ended("b", None), ended("c", None)
    ),
    "time-to-resolution-interval": facts(
        *(case(key, date=day("2020-01-01")) for key in "abc"),
        sights=tuple(
            RoundSightFact(case=key, seen_on=on.earliest, resolved=resolved)
            for key in "abc"
            for on, resolved in ((day("2020-12-30"), False), (day("2021-12-30"), True))
        ),
    ),
    "sdg-16-10-1-journalists": facts(
        case("a", verified=True, date=day("2025-05-05")),
        case(
            "b",
            verified=True,
            date=day("2025-05-05"),
            violations=("TORTURE", "KILLING"),
        ),
        *(
            case(
                key,
                verified=True,
                person="p",
                date=day("2025-05-05"),
                violations=("ARBITRARY_DETENTION",),
            )
            for key in "cd"
        ),
    ),
    "deadliest-attacks": facts(
        *(case(at, attack="one") for at in range(2)),
        *(case(at, attack="other") for at in range(2, 10)),
        attacks=(
            AttackFact(
                attack="one",
                tolls=(TollFact(publisher="P", stated_on=None, lowest=32, highest=34),),
            ),
        ),
    ),
    "state-profile": facts(
        *(murder(at, country="AA", date=day("2024-05-05")) for at in range(9)),
        requests=(
            asked("AA", 2022, ("2022-08-01", True)),
            asked("AA", 2023),
            asked("AA", 2024, ("2024-08-01", True)),
        ),
    ),
}
OPTIONS = {"state-profile": Options(country="AA")}


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
    (row,) = found.rows
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
    parts = {(r.dimension, r.key): r.cases for r in found.rows if hasattr(r, "key")}
    assert parts["motive", "CONFIRMED"] == parts["role", "MEDIA_WORKER"] == 1
    (attack,) = [r for r in found.rows if hasattr(r, "stated")]
    assert (attack.cases, attack.stated) == (2, (("P", 5, 6),))


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


def test_nothing_counted_is_a_figure_without_a_value():
    found = figure("conviction-share-cpj", Facts(), LENS)
    assert (found.value, found.fraction, found.interval) == (None, None, None)
    assert found.interval_reason == "Nothing was counted, so there is no share."


def test_a_method_that_is_anothers_says_so():
    found = figure("cpj-complete-share", facts(murder("a")), LENS)
    assert found.notes[0] == (
        "By the Committee to Protect Journalists's published method, computed here on"
        " LISTA as of 2026-01-01; not published by CPJ."
    ).replace("Journalists's", "Journalists'")


def test_the_index_is_refused_in_the_voice_of_the_registry():
    with pytest.raises(UnableToCount, match="publisher's voice"):
        figure("cpj-index", Facts(), lens("2026-01-01", voice="REGISTRY"))


def test_a_population_that_is_missing_leaves_the_row_without_a_rating():
    cases = [murder(f"{code}{at}", country=code) for code in "AB" for at in range(5)]
    people = Population(vintage="V1", people={("A", 2024): 1_000_000})
    found = figure("cpj-index", facts(*cases), LENS, options=Options(population=people))
    assert [(it.country_code, it.rating, it.rank) for it in found.rows] == [
        ("A", "5.000", 1),
        ("B", None, None),
    ]
    assert found.rows[1].reason == (
        "The population of B in 2024 is not in V1, so there is no rating."
    )


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


def test_a_detention_shares_no_total_with_the_killed():
    found = figure("sdg-16-10-1-journalists", EXAMPLES["sdg-16-10-1-journalists"], LENS)
    totals = {r.violation: r.victims for r in found.rows if type(r).__name__ == "Total"}
    assert found.numerator == totals["KILLING"] == 2
    assert totals["ARBITRARY_DETENTION"] == 1
    assert totals["TORTURE"] == 0


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
    assert [(r.name, r.numerator, r.denominator) for r in found.rows] == [
        ("lowest", 1, 10),
        ("highest", 4, 10),
    ]


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
    raw = {cell.key: cell.numerator / cell.denominator for cell in found.cells}
    drawn = {cell.key: cell.shrunk.estimate for cell in found.cells}
    assert raw["D"] == 1 > drawn["D"]
    assert raw["B"] < drawn["B"]


def test_a_year_without_a_request_neither_breaks_nor_lengthens_the_silence():
    given_facts = EXAMPLES["unanswered-requests"]
    (row,) = figure("unanswered-requests", given_facts, LENS).rows
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
        for row in found.rows
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
    kinds = [type(row).__name__ for row in found.rows]
    assert kinds == [
        "Listing",
        "IndexRow",
        "RoundRow",
        "RoundRow",
        "RoundRow",
        "Silence",
    ]
    assert found.value is None


def test_a_profile_of_no_state_is_refused():
    with pytest.raises(UnableToCount, match="one State"):
        figure("state-profile", Facts(), LENS)
