import pytest

from endimpunity.sources.tests.columns import normaliser, read


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
    blank = reader.row(("Ana", ""))
    assert blank.country_unknown
    assert blank.values["country"] is None
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
