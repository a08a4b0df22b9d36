from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.mapping import read_mapping
from endimpunity.sources.rules.normalising import Normaliser, UnableToMap

STATED_ON = date(2024, 3, 12)


def normaliser(columns, more="", *, headers=None, **words):
    mapping = read_mapping(
        "[columns]\n" + "\n".join(columns) + "\n" + more,
        name="mine.toml",
    )
    headers = headers or tuple(
        dict.fromkeys(h for c in mapping.columns.values() for h in c.headers),
    )
    return Normaliser(mapping, headers, stated_on=STATED_ON, **words)


def read(field, text, more=""):
    """Return what one cell of one field becomes, beside a name."""
    reader = normaliser(['name = "name"', f'{field} = "x"'], more)
    return reader.row(("Ana Vale", text))


def value(field, text, more=""):
    result = read(field, text, more)
    assert result.quarantine is None
    assert result.unknown == []
    return result.values[field]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("name_native", " \u200fمنى  يوسف\n", "منى يوسف"),
        ("outlets", "Radio One,TV Two", ["Radio One", "TV Two"]),
        ("outlets", "Noticias, Voz e Imagen", ["Noticias, Voz e Imagen"]),
        ("outlets", "Sham FM; Al-Watan", ["Sham FM", "Al-Watan"]),
        ("outlets", "One,Two,", ["One", "Two"]),
        ("outlets", "One,One", ["One"]),
        ("outlets", "Radio 1,000", ["Radio 1,000"]),
        ("outlets", "['One', 'Two']", ["One", "Two"]),
        ("outlets", "Unknown", None),
        ("outlets", "N/A,Radio One", ["Radio One"]),
        ("media", "Print, Radio", ["Print", "Radio"]),
        ("media", "Print,Radio", ["Print", "Radio"]),
        ("beats", "Human Rights, War", ["Human Rights", "War"]),
        (
            "perpetrators",
            "Criminal Group;Mob Violence",
            ["Criminal Group", "Mob Violence"],
        ),
        ("nationality", '["American", "Israeli"]', ["American", "Israeli"]),
        ("nationality", "Iraqi", ["Iraqi"]),
        ("manner", "Crossfire/Combat-Related", "CROSSFIRE"),
        ("manner", "Crossfire / Combat Related", "CROSSFIRE"),
        ("manner", " murder ", "MURDER"),
        ("manner", "DANGEROUS_ASSIGNMENT", "DANGEROUS_ASSIGNMENT"),
        ("manner", "Unknown", "UNKNOWN"),
        ("manner", "N/A", None),
        ("manner", "", None),
        ("motive", "Motive Unconfirmed", "UNCONFIRMED"),
        ("role", "Media Workers", "MEDIA_WORKER"),
        ("impunity", "Yes", "COMPLETE_IMPUNITY"),
        ("impunity", "Partial Justice", "PARTIAL_IMPUNITY"),
        ("impunity", "No", "FULL_JUSTICE"),
        ("impunity", "Unknown", None),
        ("sex", "female", "FEMALE"),
        ("employment", "Freelancer", "FREELANCE"),
        ("employment", "Not indicated", "UNKNOWN"),
        ("local_foreign", "Foreign", "FOREIGN"),
        ("unesco_status", "Unresolved \u2013 Archived", "ARCHIVED"),
        (
            "violation",
            "Physical Attack, Arrest / Criminal Charge",
            "ARBITRARY_DETENTION",
        ),
        ("violation", "Denial of Access", "OTHER_HARMFUL_ACT"),
        ("tortured", "Yes\n", True),
        ("captive", " no", False),
        ("threatened", "N/A", None),
        ("conflict", "True", True),
        ("age", "34", 34),
        ("age", "34.0", 34),
        ("age", "None", None),
        ("year", "2012", 2012),
        ("resolved_year", "2018.0", 2018),
        ("url", "https://example.org/ana", "https://example.org/ana"),
        (
            "url",
            "{'id': 1, 'url': 'https://x.org/a', 'title': None}",
            "https://x.org/a",
        ),
        ("url", "None", None),
        ("event", "Two shot [1][2] in town [note 3]", "Two shot in town"),
        ("place", "Ain [Wikidata] town", "Ain town"),
        ("place", "Unknown", None),
        ("summary", " First.\r\n\r\nSecond  part. ", "First.\n\nSecond part."),
        ("external_id", "0012", "0012"),
        (
            "requests",
            "2010, 2012",
            [{"year": 2010, "url": None}, {"year": 2012, "url": None}],
        ),
        ("responses", "[]", []),
        ("acknowledgements", "", None),
    ],
)
def test_a_cell_becomes_a_value(field, text, expected):
    more = '[defaults]\ncountry = "PE"' if field == "place" else ""
    assert value(field, text, more) == expected


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("manner", "Car accident"),
        ("impunity", "Perhaps"),
        ("age", "about forty"),
        ("age", "340"),
        ("year", "the nineties"),
        ("tortured", "possibly"),
        ("url", "javascript:alert(1)"),
        ("requests", "[{'text_1': 'soon', 'text_2': ''}]"),
        ("responses", "[{'text_1': '2012', 'text_2': 'file:///x'}]"),
        ("date", "once upon a time"),
    ],
)
def test_a_value_that_nobody_knows_is_kept_as_text_and_counted(field, text):
    result = read(field, text)
    assert result.unknown == [(field, text)]
    assert result.values["unread"] == {field: text}
    if field == "date":
        assert result.values["date"]["text"] == text
        assert result.values["date"]["latest"] is None
    else:
        assert result.values[field] is None


def test_a_strict_mapping_puts_a_value_that_nobody_knows_in_quarantine():
    result = read("manner", "Car accident", "[strict]\nvalues = true")
    assert result.quarantine == '"Car accident" is no value of manner that is known.'
    assert result.values is None


def test_a_mapping_s_own_values_come_before_the_known_spellings():
    own = '[values.impunity]\n"YES" = "FULL_JUSTICE"\n"n/a" = "COMPLETE_IMPUNITY"\n'
    assert value("impunity", " yes", own) == "FULL_JUSTICE"
    assert value("impunity", "N/A", own) == "COMPLETE_IMPUNITY"
    assert value("impunity", "Partial", own) == "PARTIAL_IMPUNITY"
    assert value("impunity", "yes", '[values.impunity]\n"yes" = ""') is None


def test_dates_are_intervals_that_are_not_cut():
    assert value("date", " May 2,3 or 4, 2015 ") == {
        "text": "May 2,3 or 4, 2015",
        "earliest": "2015-05-02",
        "latest": "2015-05-04",
    }
    assert value("date", "2024") == {
        "text": "2024",
        "earliest": "2024-01-01",
        "latest": "2024-12-31",
    }
    assert value("date", "Unknown")["latest"] is None
    assert value("date", "N/A") is None


def test_a_mapping_states_the_order_of_numeric_dates():
    read_as = value("date", "4/5/18", '[dates]\norder = "DMY"')
    assert read_as["earliest"] == "2018-05-04"


@pytest.mark.parametrize(("field", "text"), [("date", "May 1, 2025"), ("year", "2025")])
def test_what_lies_after_the_day_of_the_list_is_quarantined(field, text):
    assert "after the day of the list" in read(field, text).quarantine


def test_a_date_before_the_coverage_of_the_list_is_marked():
    reader = normaliser(
        ['name = "n"', 'date = "d"'],
        coverage_from=date(1992, 1, 1),
    )
    assert reader.row(("Ana", "1991")).before_coverage
    assert not reader.row(("Ana", "1992")).before_coverage
    assert not reader.row(("Ana", "Unknown")).before_coverage


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peru", "PE"),
        ("PE", "PE"),
        ("NA", "NA"),
        ("['PE']", "PE"),
        ("Cusco, Peru", "PE"),
    ],
)
def test_a_country_is_a_code(text, country):
    result = read("country", text)
    assert result.values["country"] == country
    assert not result.country_unknown


@pytest.mark.parametrize("text", ["", "Unknown", "N/A", "[]"])
def test_an_empty_country_is_unknown_and_comes_in(text):
    result = read("country", text)
    assert result.values["country"] is None
    assert result.country_unknown
    assert result.quarantine is None


def test_a_country_that_is_not_recognised_is_quarantined():
    assert '"Atlantis"' in read("country", "Atlantis").quarantine


def test_a_mapping_says_what_a_country_s_spelling_means():
    own = '[values.country]\n"Atlantis" = "PE"'
    assert read("country", "atlantis", own).values["country"] == "PE"


def test_a_composite_stays_an_area_unless_the_place_decides():
    reader = normaliser(['name = "n"', 'country = "c"', 'place = "p"'])
    area = "Israel and the Occupied Palestinian Territory"
    open_ = reader.row(("Ana", area, "a checkpoint")).values
    assert (open_["country"], open_["area"]) == (None, "IL+PS")
    decided = reader.row(("Ana", area, "Gaza City")).values
    assert decided["country"] == "PS"
    assert "area" not in decided


def test_a_place_gives_the_country_where_no_column_does():
    reader = normaliser(['name = "n"', 'place = "p"'])
    assert reader.row(("Ana", "Colombo, Sri Lanka")).values["country"] == "LK"
    assert reader.row(("Ana", "Juba, South Sudan")).values["country"] == "SS"
    assert reader.row(("Ana", "")).country_unknown
    assert "country" in reader.row(("Ana", "an olive grove")).quarantine


def test_a_default_country_settles_what_places_leave_open():
    reader = normaliser(['name = "n"', 'place = "p"'], '[defaults]\ncountry = "PS"')
    result = reader.row(("Ana", "a refugee camp"))
    assert result.values["country"] == "PS"
    assert not result.country_unknown


def test_a_list_that_is_silent_on_countries_says_nothing_of_them():
    result = normaliser(['name = "n"']).row(("Ana",))
    assert "country" not in result.values
    assert result.country_unknown


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
