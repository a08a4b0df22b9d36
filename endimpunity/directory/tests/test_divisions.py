"""Divisions are named as well as a source allows, and none is ever lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from endimpunity.directory import operations, published, queries
from endimpunity.directory.models import Division, FormerDivision
from endimpunity.directory.rules import divisions
from endimpunity.directory.vocabulary import LANGUAGES
from endimpunity.foundation import countries

FACTS = divisions.division_facts()
BY_CODE = {fact.code: fact for fact in FACTS}
YEAR = timedelta(days=365)


def local(code):
    return BY_CODE[code].language, BY_CODE[code].name


def test_every_division_is_of_a_state_that_is_known():
    assert len(FACTS) > 3_000
    assert {fact.state for fact in FACTS} <= countries.COUNTRIES.keys()
    assert all(fact.code.startswith(f"{fact.state}-") for fact in FACTS)


def test_parts_of_parts_are_left_out():
    assert "FR-IDF" in BY_CODE
    assert "FR-75C" not in BY_CODE


def test_a_local_name_carries_its_language_where_that_is_certain():
    assert local("ML-1") == ("fr", "Kayes")
    assert local("RU-MOW") == ("ru-Latn", "Moskva")
    assert divisions.translated_names("ru")["RU-MOW"] == "Москва"
    assert divisions.local_language("Ontario", "CA") == "und"


def test_a_code_in_a_name_is_left_out():
    assert local("GB-WLS") == ("en", "Wales")


def test_a_translation_that_may_be_another_divisions_is_not_used():
    # iso-codes gives the Egyptian governorate the name of the emirate of Fujairah.
    assert "EG-BH" not in divisions.translated_names("ru")
    # Four divisions of four States are called so.
    assert not [one for one in LANGUAGES if "BR-AM" in divisions.translated_names(one)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_divisions_share_a_translation(language):
    said = list(divisions.translated_names(language).values())
    assert len(said) == len(set(said))


def test_cards_are_in_the_readers_language_or_say_in_which(reference):
    cards = {card.code: card for card in published.division_cards("CN", language="ru")}
    assert cards["CN-AH"].language == "zh-Latn"
    chinese = published.division_cards("CN", language="zh-hans")
    assert ("CN-AH", "安徽省", "zh-hans") in {
        (card.code, card.name, card.language) for card in chinese
    }


def test_cards_stand_in_the_order_of_their_names(reference):
    found = [card.name for card in published.division_cards("ML", language="fr")]
    assert found[:3] == ["Bamako", "Gao", "Kayes"]
    assert published.division_cards("ZZ", language="fr") == ()


def test_a_division_that_ships_no_more_is_kept(reference, system, monkeypatch):
    held = Division.objects.get(pk="ML-1")
    at = held.recorded_from + YEAR
    less = tuple(fact for fact in FACTS if fact.code != "ML-1")
    monkeypatch.setattr(divisions, "division_facts", lambda: less)
    loaded = operations.load_reference(by=system, at=at)
    assert loaded.divisions == 1
    assert Division.objects.get(pk="ML-1").recorded_to == at
    assert "ML-1" in queries.division_codes()
    assert "ML-1" not in {one.code for one in queries.divisions_of("ML", "fr")}
    monkeypatch.setattr(divisions, "division_facts", lambda: FACTS)
    assert operations.load_reference(by=system, at=at + YEAR).divisions == 1
    assert "ML-1" in {one.code for one in queries.divisions_of("ML", "fr")}


def test_a_name_that_ships_otherwise_is_kept_beside_the_new(
    reference, system, monkeypatch
):
    other = replace(BY_CODE["ML-1"], name="Khayes")
    changed = tuple(other if one.code == "ML-1" else one for one in FACTS)
    monkeypatch.setattr(divisions, "division_facts", lambda: changed)
    began = Division.objects.get(pk="ML-1").recorded_from
    assert operations.load_reference(by=system, at=began + YEAR).divisions == 1
    before = FormerDivision.objects.get(division="ML-1")
    assert (before.name, before.recorded_from) == ("Kayes", began)
    now = Division.objects.get(pk="ML-1")
    assert (now.name, now.recorded_from) == ("Khayes", before.recorded_to)
