"""How many people an attack harmed, and whose count that is."""

import pytest
from django.conf import settings
from django.utils import translation

from endimpunity.doors.site import tolls
from endimpunity.doors.site.tests import factories

FIRST_DAYS = factories.a_toll(
    low=55,
    high=55,
    sources=(
        factories.a_source(label="The Weekly", stated_on="2019-04"),
        factories.a_source(label="The Daily", stated_on="2019-03-02"),
    ),
)


def test_a_single_count_stands_alone():
    assert tolls.told([factories.a_toll()]) == ["All people killed: 57 to 58."]


def test_two_counts_of_the_same_people_say_whose_they_are_and_since_when():
    later = factories.a_toll(
        sources=(factories.a_source(label="The Court", stated_on="2021-05-01"),),
    )
    assert tolls.told([later, FIRST_DAYS]) == [
        "All people killed: 57 to 58 (The Court, 1 May 2021).",
        "All people killed: 55 (The Daily, 2 March 2019).",
    ]


def test_counts_of_different_people_are_no_two_counts():
    others = factories.a_toll(group="MEDIA_KILLED")
    assert not [it for it in tolls.told([FIRST_DAYS, others]) if "(" in it]


def test_a_source_without_a_day_is_named_without_one():
    undated = factories.a_toll(
        sources=(factories.a_source(label="The Wall", stated_on=""),),
    )
    nobodys = factories.a_toll(sources=())
    assert tolls.told([undated, nobodys]) == [
        "All people killed: 57 to 58 (The Wall).",
        "All people killed: 57 to 58.",
    ]


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_every_language_says_whose_count_it_is(language):
    with translation.override(language):
        said = tolls.told([FIRST_DAYS, FIRST_DAYS])[0]
    assert "The Daily" in said
    assert "2019" in said


def test_in_arabic_a_day_after_a_latin_name_stays_a_day():
    with translation.override("ar"):
        said = tolls.told([FIRST_DAYS, FIRST_DAYS])[0]
    # A mark from the right parts them: a digit takes the side of the letter before.
    assert "The Daily\u200f" in said
