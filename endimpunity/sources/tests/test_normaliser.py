from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.normalising import UnableToMap
from endimpunity.sources.tests.columns import normaliser


def test_a_date_before_the_coverage_of_the_list_is_marked():
    reader = normaliser(
        ['name = "n"', 'date = "d"'],
        coverage_from=date(1992, 1, 1),
    )
    assert reader.row(("Ana", "1991")).before_coverage
    assert not reader.row(("Ana", "1992")).before_coverage
    assert not reader.row(("Ana", "Unknown")).before_coverage


def test_a_default_fills_what_is_silent_or_blank():
    reader = normaliser(
        ['name = "n"', 'manner = "m"'],
        '[defaults]\nmanner = "MURDER"\nrole = "JOURNALIST"\n'
        "conflict = true\nyear = 2001",
    )
    blank = reader.row(("Ana", "N/A")).values
    assert blank == {
        "name": "Ana",
        "manner": "MURDER",
        "role": "JOURNALIST",
        "conflict": True,
        "year": 2001,
    }
    assert reader.row(("Ana", "Crossfire")).values["manner"] == "CROSSFIRE"


def test_a_default_that_cannot_be_read_is_refused():
    with pytest.raises(UnableToMap, match="defaults"):
        normaliser(['name = "n"'], '[defaults]\nyear = "soon"')


def test_of_several_columns_the_first_that_is_not_blank_counts():
    reader = normaliser(
        ['name = "n"', 'motive = ["a", "b"]'],
        '[values.motive]\n"killed" = ""',
    )
    assert (
        reader.row(("Ana", "Confirmed", "Unconfirmed")).values["motive"] == "CONFIRMED"
    )
    assert reader.row(("Ana", "N/A", "Unconfirmed")).values["motive"] == "UNCONFIRMED"
    assert reader.row(("Ana", "N/A", "Killed")).values["motive"] is None
    assert reader.row(("Ana", "Perhaps", "Confirmed")).values["motive"] == "CONFIRMED"
    assert reader.row(("Ana", "Perhaps", "")).unknown == [("motive", "Perhaps")]


def test_columns_are_joined():
    reader = normaliser(
        [
            'name = {join = ["first", "last"]}',
            'place = {join = ["town", "province"]}',
            'nationality = {join = ["one", "two"]}',
        ],
        '[defaults]\ncountry = "PE"',
    )
    values = reader.row(
        ("Ana", "Vale", "Cusco", "Cusco Region", "Peru", "Chile")
    ).values
    assert values["name"] == "Ana Vale"
    assert values["place"] == "Cusco, Cusco Region"
    assert values["nationality"] == ["Peru", "Chile"]
    values = reader.row(("", "Vale", "None", "Cusco", "", "Peru")).values
    assert values["name"] == "Vale"
    assert values["place"] == "Cusco"
    assert values["nationality"] == ["Peru"]


def test_of_two_columns_with_one_name_each_can_be_meant():
    reader = normaliser(['name = "x"', 'outlets = "x#2"'], headers=("x", "x#2"))
    assert reader.row(("Ana", "Radio")).values == {"name": "Ana", "outlets": ["Radio"]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"people": []}),
        ("None", {"people": []}),
        ("Ana Vale", {"name": "Ana Vale"}),
        ("Ana Vale  (Radio)", {"name": "Ana Vale", "outlets": ["Radio"]}),
        (
            "Ana Vale (Radio, TV, 90.5 FM)",
            {"name": "Ana Vale", "outlets": ["Radio", "TV", "90.5 FM"]},
        ),
        (
            "Ana Vale (Radio; TV), Rui Sa, Mina (FM)",
            {
                "people": [
                    {"name": "Ana Vale", "outlets": ["Radio", "TV"]},
                    {"name": "Rui Sa"},
                    {"name": "Mina", "outlets": ["FM"]},
                ],
            },
        ),
    ],
)
def test_an_incident_names_nobody_one_or_several_people(text, expected):
    reader = normaliser(['name = {people = "p"}', 'event = "e"'])
    assert reader.row((text, "A raid")).values == {"event": "A raid", **expected}


def test_a_row_that_names_nobody_and_says_nothing_is_quarantined():
    reader = normaliser(['name = "n"', 'place = "p"'], '[defaults]\ncountry = "PE"')
    assert "names nobody" in reader.row(("N/A", "")).quarantine
    assert reader.row(("", "Cusco")).values["people"] == []


@pytest.mark.parametrize(
    "name", ["Unidentified", "Unknown", "Anonymous", "Nil", "Maher"]
)
def test_a_person_without_a_known_name_is_a_person(name):
    assert normaliser(['name = "n"']).row((name,)).values == {"name": name}


def test_a_name_whose_letters_were_lost_is_quarantined():
    assert "were lost" in normaliser(['name = "n"']).row(("Jos\ufffd Vale",)).quarantine


def test_repaired_cells_are_counted():
    reader = normaliser(['name = "n"', 'outlets = "o"', 'event = "e"'])
    damaged = "El Día".encode().decode("mac_roman")
    result = reader.row((damaged, damaged, "El Día"))
    assert result.repaired == 2
    assert result.values == {"name": "El Día", "outlets": ["El Día"], "event": "El Día"}
    assert reader.row((damaged, damaged, damaged)).repaired == 3


def test_totals_and_repeated_headers_are_skipped():
    reader = normaliser(['name = "n"', 'age = "a"'], headers=("n", "a", "b", "c"))
    assert reader.row(("n", "a", "b", "c")).skip == "repeated header row"
    assert reader.row(("Total", "", "", "12")).skip == "total row"
    assert reader.row(("Ana", "34")).skip is None


def test_a_mapping_that_does_not_fit_the_file_is_refused():
    with pytest.raises(UnableToMap, match="no column"):
        normaliser(['name = "n"'], headers=("m",))


def test_a_column_met_a_second_time_says_the_same():
    reader = normaliser(['name = "n"', 'beats = "b"'])
    first = reader.row(("Ana", "War, Crime")).values
    assert reader.row(("Ana", "War, Crime")).values == first


@given(st.lists(st.text(max_size=40), min_size=6, max_size=6))
def test_any_row_is_read_skipped_or_quarantined_with_a_reason(cells):
    reader = normaliser(
        [
            'name = {people = "a"}',
            'date = "b"',
            'country = "c"',
            'responses = "d"',
            'violation = "e"',
            'outlets = "f"',
        ],
    )
    result = reader.row(tuple(cells))
    said = [result.values is not None, bool(result.skip), bool(result.quarantine)]
    assert said.count(True) == 1
