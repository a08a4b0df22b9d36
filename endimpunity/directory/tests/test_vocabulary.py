"""Every word has a label, and every fault a sentence that can be told."""

import pytest

from endimpunity.directory.rules.shipped import read_table
from endimpunity.directory.vocabulary import LANGUAGES, Fault, Region, StateKind
from endimpunity.foundation.countries import Kind


@pytest.mark.parametrize("fault", list(Fault))
def test_a_fault_is_told_in_whole_sentences(fault):
    told = str(fault.label) % {"value": "X"}
    assert told.endswith(".")
    assert "%" not in told


def test_the_regions_are_those_of_the_shipped_table():
    groups = {group["code"] for group in read_table("unesco_regions")["group"]}
    assert groups == set(Region.values)


def test_the_kinds_of_states_are_those_of_the_codes():
    assert set(StateKind.values) == {kind.value for kind in Kind}


def test_the_languages_are_those_of_the_site(settings):
    assert list(LANGUAGES) == [code for code, _ in settings.LANGUAGES]
