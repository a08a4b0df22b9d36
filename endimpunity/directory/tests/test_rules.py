"""Shipped facts hold together, and files are read whole or not at all."""

import contextlib
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.directory.rules import cldr, shipped
from endimpunity.directory.rules.periods import MembershipFact, clashes, holds_on
from endimpunity.directory.rules.population_file import read_population
from endimpunity.directory.rules.reading import UnreadableFileError
from endimpunity.directory.rules.state_name_file import read_state_names
from endimpunity.directory.tests.factories import (
    a_long_table,
    a_name_list,
    a_wide_table,
    six_names,
)
from endimpunity.directory.vocabulary import LANGUAGES, Fault
from endimpunity.foundation import countries

FIRST = date(1990, 1, 1)
FACT = MembershipFact(
    scheme="UNESCO",
    state="ML",
    group="",
    from_on=None,
    to_on=None,
    source="a source",
    grade="READ",
)
PERIODS = st.tuples(
    st.none() | st.integers(0, 40),
    st.none() | st.integers(0, 40),
).filter(lambda p: p[0] is None or p[1] is None or p[0] <= p[1])


def fact(period):
    first, last = period
    return replace(
        FACT,
        from_on=None if first is None else FIRST + timedelta(first),
        to_on=None if last is None else FIRST + timedelta(last),
    )


def faults(read, content):
    with pytest.raises(UnreadableFileError) as caught:
        read(content)
    return [(problem.line, problem.fault) for problem in caught.value.problems]


@given(st.lists(PERIODS.map(fact), max_size=4))
def test_periods_clash_exactly_where_a_day_lies_in_two(facts):
    days = [FIRST + timedelta(day) for day in range(-1, 42)]
    shared = any(sum(holds_on(f, day) for f in facts) > 1 for day in days)
    assert bool(clashes(facts)) == shared


def test_one_state_may_be_in_two_schemes():
    assert clashes([FACT, replace(FACT, scheme="M49_REGION")]) == []


def test_shipped_memberships_never_overlap_and_name_known_states():
    facts = shipped.membership_facts()
    assert clashes(facts) == []
    assert {f.state for f in facts} <= set(countries.COUNTRIES)
    assert all(f.source for f in facts)


def test_the_members_of_unesco_add_up():
    members = [f for f in shipped.membership_facts() if f.scheme == "UNESCO"]

    def count(day):
        return sum(holds_on(f, day) for f in members)

    # 195 with Palestine, 193 after two left, 194 with one back.
    assert count(date(2015, 11, 2)) == 195
    assert count(date(2019, 11, 27)) == 193
    assert count(date(2024, 11, 2)) == 194


def test_every_member_of_2019_is_in_one_electoral_group():
    day = date(2019, 11, 27)
    facts = [f for f in shipped.membership_facts() if holds_on(f, day)]
    members = {f.state for f in facts if f.scheme == "UNESCO"}
    grouped = [f for f in facts if f.scheme == "UNESCO_ELECTORAL"]
    assert {f.state for f in grouped} == members
    sizes = {
        group: sum(f.group == group for f in grouped) for group in ("I", "II", "III")
    }
    assert sizes == {"I": 25, "II": 25, "III": 33}


def test_own_names_stand_in_six_languages():
    table = shipped.contested_names()
    states = {name.state for name in table.names}
    assert {"XK", "PS", "TW", "EH", "YU", "CS"} <= states <= set(countries.COUNTRIES)
    assert len(table.names) == len(states) * len(LANGUAGES)
    assert all(name.text.strip() for name in table.names)


def test_cldr_names_every_code_in_force():
    named = {(name.state, name.language) for name in cldr.cldr_names().names}
    in_force = {code for code, c in countries.COUNTRIES.items() if c.kind != "FORMER"}
    assert named == {(code, language) for code in in_force for language in LANGUAGES}


def test_a_region_is_named_in_the_language():
    assert cldr.region_name("002", "fr") == "Afrique"
    assert cldr.region_name("002", "zh-hans") == "非洲"
    assert cldr.region_name("999", "fr") == "999"


def test_no_sum_of_countries_has_the_code_of_a_state():
    sums = shipped.read_table("world_bank")["aggregates"]
    assert [code for code in sums if countries.resolve_country(code)] == []
    assert len(set(sums)) == len(sums)


def test_the_long_layout_is_read():
    table = read_population(
        a_long_table(
            "Mali,MLI,2013,17000000",
            "Mali,MLI,2014,17500000.0",
            '"Yemen, Rep.",YEM,2014,',
            "World,WLD,2014,7000000000",
            "Atlantis,ATL,2014,5",
        )
    )
    assert table.layout == "LONG"
    assert table.numbers == {("ML", 2013): 17_000_000, ("ML", 2014): 17_500_000}
    assert (table.blank, table.aggregates, table.unknown_cells) == (1, 1, 1)
    assert table.unknown == {"ATL": "Atlantis"}


def test_the_wide_layout_is_read_below_its_preamble():
    table = read_population(
        a_wide_table(
            '"Mali","MLI","Population, total","SP.POP.TOTL","5000000","",',
            '"Kosovo","XKX","Population, total","SP.POP.TOTL","1","2",',
            '"Arab World","ARB","Population, total","SP.POP.TOTL","1","2",',
        )
    )
    assert table.layout == "WIDE"
    assert table.numbers == {("ML", 1960): 5_000_000, ("XK", 1960): 1, ("XK", 1961): 2}
    assert table.stated_on == date(2026, 7, 1)
    assert (table.blank, table.aggregates) == (1, 2)


def test_the_query_pages_own_wide_layout_is_read():
    content = (
        b"Country Name,Country Code,Series Name,Series Code,"
        b"1990 [YR1990],2000 [YR2000]\n"
        b'"Congo, Dem. Rep.",ZAR,"Population, total",SP.POP.TOTL,36000000,..\n'
        b",,,,,\n"
        b"Data from database: World Development Indicators,,,,,\n"
    )
    table = read_population(content)
    assert table.numbers == {("CD", 1990): 36_000_000}
    assert table.blank == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", [(0, Fault.HEADER)]),
        (b"<html><body>Sign in</body></html>", [(0, Fault.HEADER)]),
        ("Población".encode("cp1252"), [(0, Fault.ENCODING)]),
        (a_long_table(), [(1, Fault.NO_STATE)]),
        (a_long_table("World,WLD,2014,7"), [(1, Fault.NO_STATE)]),
        (a_long_table("Mali,MLI,2014,many"), [(2, Fault.NUMBER)]),
        (a_long_table("Mali,MLI,2014,-1"), [(2, Fault.NUMBER)]),
        (a_long_table("Mali,MLI,2014,1.5"), [(2, Fault.NUMBER)]),
        (a_long_table("Mali,MLI,2014,1e999999999"), [(2, Fault.NUMBER)]),
        (a_long_table("Mali,MLI,14,1"), [(2, Fault.YEAR)]),
        (a_long_table("Mali,MLI,\N{FULLWIDTH DIGIT TWO}014,1"), [(2, Fault.YEAR)]),
        (a_long_table("Mali,MLI,2014"), [(2, Fault.SHORT)]),
        (a_long_table("Mali,MLI,2014,1", "Mali,MLI,2014,1"), [(3, Fault.TWICE)]),
        (a_long_table('"Mali,MLI,2014,1'), [(2, Fault.CSV)]),
        (
            a_wide_table('"Mali","MLI","GDP","NY.GDP.MKTP.CD","5","6",'),
            [(6, Fault.INDICATOR)],
        ),
        (
            b"Country Name,Country Code,Region\nMali,MLI,Africa\n",
            [(0, Fault.HEADER)],
        ),
    ],
)
def test_a_wrong_population_file_is_refused_by_line(content, expected):
    assert faults(read_population, content) == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    for read in (read_population, read_state_names):
        with contextlib.suppress(UnreadableFileError):
            read(content)


def test_a_list_of_names_is_read():
    rows = [f"{row},Republic" for row in six_names("ML", "Mali")]
    names = read_state_names(a_name_list(*rows, header="code,language,name,formal"))
    assert len(names) == 6
    assert {name.formal for name in names} == {"Republic"}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], [(0, Fault.EMPTY)]),
        (six_names("QQ", "Nowhere"), [(n, Fault.CODE) for n in range(2, 8)]),
        (six_names("ML", "Mali")[:5], [(2, Fault.MISSING_LANGUAGE)]),
        ([*six_names("ML", "Mali"), "ML,en,Mali"], [(8, Fault.TWICE)]),
        ([*six_names("ML", "Mali"), "ML,de,Mali"], [(8, Fault.LANGUAGE)]),
        ([*six_names("ML", "Mali")[:5], "ML,es,"], [(7, Fault.NO_NAME)]),
        ([*six_names("ML", "Mali")[:5], f"ML,es,{'x' * 201}"], [(7, Fault.LONG_NAME)]),
        ([*six_names("ML", "Mali"), "TD,en"], [(8, Fault.SHORT)]),
        (
            ["ML,de,Mali", *six_names("ZZ", "x")[:1]],
            [(2, Fault.LANGUAGE), (2, Fault.MISSING_LANGUAGE), (3, Fault.CODE)],
        ),
    ],
)
def test_a_wrong_list_of_names_is_refused_by_line(rows, expected):
    assert faults(read_state_names, a_name_list(*rows)) == expected


@pytest.mark.parametrize(
    "header",
    ["code,name", "code,language,name,note", "code,code,language,name"],
)
def test_a_list_of_names_with_another_header_is_refused(header):
    content = a_name_list(*six_names("ML", "Mali"), header=header)
    assert faults(read_state_names, content) == [(1, Fault.NAME_HEADER)]


def test_an_empty_list_of_names_is_refused():
    assert faults(read_state_names, b"") == [(0, Fault.EMPTY)]


def test_the_world_banks_file_is_read_whole(shared_data):
    file = shared_data / "reference" / "worldbank_SP.POP.TOTL.csv"
    content = file.read_bytes()
    table = read_population(content)
    cells = len(table.numbers) + table.aggregates + table.blank + table.unknown_cells
    assert cells == content.count(b"\n") - 1
    assert len({state for state, _ in table.numbers}) == 216
    assert table.unknown == {}
    assert table.numbers["XK", 2020] == 1_790_151
