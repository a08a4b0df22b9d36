from datetime import date

import pytest
from django.conf import settings

from endimpunity.sources.rules.known_publishers import counts_by_language, known_facts

CODES = ("CPJ", "UNESCO", "USPFT", "WIKIPEDIA")


@pytest.mark.parametrize("code", CODES)
def test_whom_a_known_publisher_counts_is_said_in_every_language(code):
    kept = known_facts(code)["counts"]
    said = counts_by_language(code, kept)
    assert set(said) == set(dict(settings.LANGUAGES))
    assert said["en"] == kept
    assert len(set(said.values())) == len(said)


def test_the_words_of_an_installations_own_mapping_are_not_replaced():
    assert counts_by_language("CPJ", "Whom we were told of.") == {}
    assert counts_by_language("CPJ", "") == {}


def test_of_an_unknown_publisher_nothing_is_known():
    assert known_facts("LISTA") == {}
    assert counts_by_language("LISTA", "People killed at harbours.") == {}


def test_what_is_known_is_handed_out_afresh():
    known_facts("CPJ").clear()
    assert known_facts("CPJ")["coverage_from"] == date(1992, 1, 1)
