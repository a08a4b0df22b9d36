"""Who was what on which day."""

from datetime import date, timedelta

import pytest

from endimpunity.directory import queries
from endimpunity.directory.vocabulary import LANGUAGES, Scheme
from endimpunity.foundation import countries

pytestmark = pytest.mark.usefixtures("reference")


@pytest.mark.parametrize(
    ("code", "last_in", "first_back"),
    [
        ("US", date(1984, 12, 31), date(2003, 10, 1)),
        ("US", date(2018, 12, 31), date(2023, 7, 11)),
        ("GB", date(1985, 12, 31), date(1997, 7, 1)),
        ("SG", date(1985, 12, 31), date(2007, 10, 8)),
        ("ZA", date(1956, 12, 31), date(1994, 12, 12)),
        ("IL", date(2018, 12, 31), None),
        ("YU", date(1992, 9, 22), date(2000, 12, 20)),
    ],
)
def test_a_state_left_unesco_and_came_back(code, last_in, first_back):
    day = timedelta(days=1)
    assert queries.is_unesco_member(code, last_in)
    assert not queries.is_unesco_member(code, last_in + day)
    if first_back is not None:
        assert not queries.is_unesco_member(code, first_back - day)
        assert queries.is_unesco_member(code, first_back)


def test_palestine_is_a_member_since_its_signature():
    assert not queries.is_unesco_member("PS", date(2011, 11, 22))
    assert queries.is_unesco_member("PS", date(2011, 11, 23))


@pytest.mark.parametrize("code", ["LI", "VA", "XK", "TW", "EH", "HK", "QQ"])
def test_others_are_no_members(code):
    assert not queries.is_unesco_member(code, date(2024, 11, 2))


def test_electoral_groups_are_those_of_the_day():
    day = date(2024, 11, 2)
    groups = [queries.unesco_group(code, day) for code in ("FR", "UA", "MX", "IN")]
    assert groups == ["I", "II", "III", "IV"]
    assert [queries.unesco_group(c, day) for c in ("ML", "SY")] == ["V(a)", "V(b)"]
    assert queries.unesco_group("FR", date(2010, 1, 1)) is None
    assert queries.unesco_group("US", date(2020, 1, 1)) is None


def test_regions_of_the_data_set_have_no_days():
    assert queries.unesco_region("PH", date(1993, 6, 2)) == "ASIA_PACIFIC"
    assert queries.unesco_region("UZ", date(2024, 1, 1)) is None


def test_m49_regions_are_known():
    assert (queries.m49_region("ML"), queries.m49_subregion("ML")) == ("002", "202")
    assert queries.m49_region("XK") is None


def test_all_groups_of_a_day_are_one_question(django_assert_num_queries):
    with django_assert_num_queries(1):
        members = queries.groups_on(Scheme.UNESCO, date(2024, 11, 2))
    assert len(members) == 194


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_and_area_has_a_name(language):
    names = queries.state_names(language)
    assert set(names) == {*countries.COUNTRIES, *countries.AREAS}
    assert all(names.values())


def test_names_are_the_contested_ones_where_there_are():
    names = queries.state_names("fr")
    assert names["PS"] == "Palestine"
    assert names["CD"] == "République démocratique du Congo"
    assert names["ML"] == "Mali"
    assert names["YU"] == "Yougoslavie"
    assert names["IL+PS"] == "Israël / Palestine"


def test_names_are_in_the_order_of_their_letters():
    names = list(queries.state_names("fr"))
    assert names.index("DE") < names.index("EG") < names.index("FR")


def test_states_are_in_the_order_of_their_codes():
    codes = [state.code for state in queries.states()]
    assert codes == sorted(countries.COUNTRIES)


def test_a_formal_name_is_only_an_organisations():
    assert queries.formal_name("ML", "en") == ""


def test_vintages_stand_side_by_side():
    codes = [vintage.code for vintage in queries.population_vintages()]
    assert codes == ["PYPOPULATION-2020"]
    assert queries.population("ML", 1999) is None
    assert queries.population("ML", 2020, "NONE") is None
