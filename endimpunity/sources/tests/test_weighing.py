import pytest

from endimpunity.sources.rules.identity import identity_of
from endimpunity.sources.rules.weighing import weigh


def person(name, year=2011, country="XA", outlets=("Radio One",), **more):
    return identity_of(
        {
            "name": name,
            "year": year,
            "country": country,
            "outlets": list(outlets),
            **more,
        },
    )


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Katarina Velo", "Kata Velo"),
        ("Ivo-Marek Stan", "Ivo Marek Stan"),
        ("Yousouf Al-Madri", "Yusouf Al-Madry"),
        ("Anselmo Ruiz Toral", "Anselmo Ruiz"),
        ("Basim Ibrahim Fadel", "Basim Nabil Ibrahim Fadel"),
        ("Lavantha Wickramaratna", "Lavantha Wickremeratna"),
        ("Ruy Carlos Herrán Toral", "Ruy Anselmo Herrán Toral"),
    ],
)
def test_a_respelt_name_with_all_else_the_same_is_the_same_entry(earlier, later):
    weight = weigh(person(earlier), person(later))
    assert weight is not None
    assert weight.enough
    assert "the same outlet" in weight.reason


def test_the_same_name_moved_by_two_years_is_the_same_entry():
    weight = weigh(person("Marta Herrán", 2016), person("Marta Herrán", 2018))
    assert weight is not None
    assert weight.enough
    assert "2 year(s) apart" in weight.reason


def test_the_same_name_far_apart_at_another_outlet_is_somebody_else():
    weight = weigh(
        person("Rajan Mishra", 2012),
        person("Rajan Mishra", 2017, outlets=["Daily Two"]),
    )
    assert weight is not None
    assert not weight.enough


def test_colleagues_with_one_family_name_are_two():
    assert weigh(person("Anwar Al-Nodry"), person("Yaqub Al-Nodry")) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # The first word, the last, two words, or one of three.
        ("Ruy Carlos Herrán Toral", "Ana Carlos Herrán Toral"),
        ("Ruy Carlos Herrán Toral", "Ruy Carlos Herrán Velo"),
        ("Ruy Carlos Herrán Toral", "Ruy Anselmo Velo Toral"),
        ("Ruy Carlos Toral", "Ruy Anselmo Toral"),
    ],
)
def test_a_word_exchanged_at_an_end_or_of_a_short_name_is_somebody_else(earlier, later):
    assert weigh(person(earlier), person(later)) is None


@pytest.mark.parametrize(
    "more",
    [{"year": 2012}, {"country": "XB"}, {"outlets": ["Daily Two"]}, {"outlets": ()}],
)
def test_a_word_exchanged_is_enough_only_with_year_place_and_outlet_the_same(more):
    weight = weigh(
        person("Ruy Carlos Herrán Toral"),
        person("Ruy Anselmo Herrán Toral", **more),
    )
    assert weight is not None
    assert not weight.enough


def test_a_resembling_name_without_an_outlet_is_not_enough():
    weight = weigh(
        person("Yousouf Madri", outlets=()),
        person("Yusof Madry", outlets=()),
    )
    assert weight is not None
    assert not weight.enough


def test_two_words_of_a_longer_name_are_not_enough_by_themselves():
    weight = weigh(
        person("Basim Tarif", outlets=()),
        person("Basim Saleh Tarif", outlets=()),
    )
    assert weight is not None
    assert not weight.enough


def test_a_stated_sex_that_differs_weighs_against():
    same = weigh(person("Noor Salim"), person("Noor Salim"))
    other = weigh(person("Noor Salim", sex="MALE"), person("Noor Salim", sex="FEMALE"))
    assert same is not None
    assert other is not None
    assert other.score < same.score
    assert "the sex differs" in other.reason


def test_another_country_weighs_against_and_is_named():
    weight = weigh(person("Noor Salim"), person("Noor Salim", country="XB"))
    assert weight is not None
    assert "the place differs (XA, XB)" in weight.reason


def test_a_country_within_a_composite_area_speaks_neither_way():
    weight = weigh(
        person("Noor Salim", country=None, area="IL+PS"),
        person("Noor Salim", country="PS"),
    )
    assert weight is not None
    assert "a place within the other" in weight.reason


def test_nobody_named_resembles_nobody():
    assert weigh(person(""), person("")) is None
