import pytest

from endimpunity.doors.site.places import PlaceCodeConverter, PlaceNames
from endimpunity.doors.site.tests import places_told

ENGLISH = PlaceNames(
    names={"CI": "Côte d'Ivoire", "IL": "Israel", "PS": "Palestine", "XA": "Åland"},
    language="en",
)


def order(names, language):
    places = PlaceNames(names=names, language=language)
    counts = [places_told.a_count(code) for code in names]
    return [count.code for count in places.in_order(counts)]


def test_a_country_has_its_name():
    assert ENGLISH.name("CI") == "Côte d'Ivoire"


def test_an_area_without_a_name_of_its_own_has_those_of_its_parts():
    assert ENGLISH.name("IL+PS") == "Israel and Palestine"


def test_an_area_with_a_name_of_its_own_has_it():
    places = PlaceNames(names={"IL+PS": "Israel / Palestine"}, language="en")
    assert places.name("IL+PS") == "Israel / Palestine"


def test_nowhere_is_called_unknown():
    assert ENGLISH.name("") == "Country unknown"


def test_a_code_nobody_named_stands_for_itself():
    assert ENGLISH.name("QQ") == "QQ"
    assert not ENGLISH.knows("QQ")
    assert not ENGLISH.knows("IL+QQ")


@pytest.mark.parametrize(
    ("language", "names", "codes"),
    [
        ("fr", {"EG": "Égypte", "FR": "France", "ES": "Espagne"}, ["EG", "ES", "FR"]),
        ("ru", {"YE": "Йемен", "IT": "Италия", "ES": "Испания"}, ["ES", "IT", "YE"]),
        ("zh-hans", {"CN": "中国", "AF": "阿富汗", "FR": "法国"}, ["AF", "FR", "CN"]),
        ("ar", {"PH": "الفلبين", "EG": "مصر", "JO": "الأردن"}, ["JO", "PH", "EG"]),
    ],
)
def test_names_stand_in_the_order_of_their_language(language, names, codes):
    assert order(names, language) == codes


def test_areas_and_the_unknown_come_last():
    counts = [places_told.a_count(code, 9, 9) for code in ("", "IL+PS", "PS", "CI")]
    assert [c.code for c in ENGLISH.in_order(counts)] == ["CI", "PS", "IL+PS", ""]


@pytest.mark.parametrize("code", ["", "ML", "IL+PS"])
def test_a_code_comes_back_from_its_address(code):
    converter = PlaceCodeConverter()
    assert converter.to_python(converter.to_url(code)) == code
