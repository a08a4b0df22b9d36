"""A case in sentences, in every language, from its facts alone."""

from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from endimpunity.doors.site import sentences
from endimpunity.doors.site.deeds import deed
from endimpunity.doors.site.places import PlaceNames
from endimpunity.doors.site.tests import factories
from endimpunity.sources.vocabulary import Sex, Violation

TODAY = date(2024, 2, 29)
PLACES = PlaceNames(names={"ML": "Mali", "FR": "France"}, language="en")


def test_a_case_is_told_in_sentences():
    assert sentences.account(factories.a_case(), PLACES) == (
        "Ada Example was killed in Harbour, Mali, 1 March 2019.",
        "Work: media work, for Harbour Radio.",
        "All people killed: 57 to 58.",
    )
    assert sentences.justice(factories.a_case(), PLACES, today=TODAY) == (
        "No conviction is known.",
        "1 proceeding is recorded: France.",
        "Latest step recorded: charged, 6 May 2020.",
        "4 years have passed since the attack.",
    )


def test_what_is_not_known_is_not_told():
    case = factories.an_empty_case(
        line=factories.a_line(
            name="",
            outlets=(),
            violation="",
            date=factories.a_day("", precision="UNKNOWN"),
            where=factories.a_place(country="", place=""),
            standing="NOT_STATED",
        ),
    )
    assert sentences.account(case, PLACES) == (
        "A person not named here was attacked, date unknown.",
    )
    assert sentences.justice(case, PLACES, today=TODAY) == (
        "The registry has recorded no judicial follow-up.",
    )


def test_a_publishers_word_is_told_as_its_own():
    line = factories.a_line(standing="COMPLETE_IMPUNITY", standing_by="The League")
    case = factories.a_case(line=line)
    [first, *_] = sentences.justice(case, PLACES, today=TODAY)
    assert first == "According to The League: Complete impunity."


@pytest.mark.parametrize("standing", ["CONVICTION_FINAL", "FULL_JUSTICE", "RESOLVED"])
def test_years_are_not_counted_once_justice_has_spoken(standing):
    case = factories.a_case(line=factories.a_line(standing=standing))
    told = " ".join(sentences.justice(case, PLACES, today=TODAY))
    assert "passed since" not in told


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2020, 2, 29), []),
        (date(2020, 3, 1), ["1 year has passed since the attack."]),
        (date(2021, 2, 28), ["1 year has passed since the attack."]),
    ],
)
def test_only_full_years_are_counted(today, told):
    found = sentences.justice(factories.a_case(), PLACES, today=today)
    assert [one for one in found if "passed since" in one] == told


def test_years_since_a_day_that_is_not_certain_are_told_as_the_fewest():
    some_day = factories.a_day("2018-01-01", last="2018-12-31", precision="YEAR")
    case = factories.a_case(line=factories.a_line(date=some_day))
    told = sentences.justice(case, PLACES, today=TODAY)
    assert "At least 5 years have passed since the attack." in told


def test_a_name_stands_in_the_readers_own_script_where_it_is_known():
    line = factories.a_line(native_name="张例", native_language="zh-hans")
    case = factories.a_case(line=line)
    in_chinese = PlaceNames(names={"ML": "马里"}, language="zh-hans")
    assert "张例" in sentences.account(case, in_chinese)[0]
    assert "Ada Example" in sentences.account(case, PLACES)[0]


def test_who_worked_for_nobody_is_not_said_to_work_for_an_outlet_of_that_name():
    line = factories.a_line(outlets=("Freelance", "Harbour Radio"))
    told = sentences.account(factories.a_case(line=line), PLACES)
    assert told[1] == "Work: media work, for Harbour Radio."
    line = factories.a_line(outlets=("Freelance",))
    told = sentences.account(factories.a_case(line=line), PLACES)
    assert not any("Work" in one for one in told)


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("sex", ["MALE", "FEMALE", "UNKNOWN", ""])
@pytest.mark.parametrize("violation", Violation.values)
def test_every_deed_names_the_person_in_every_language(language, sex, violation):
    with translation.override(language):
        told = deed(violation, sex, "Ada Example")
    assert "Ada Example" in told
    assert "%(" not in told


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_a_language_that_bends_its_verbs_bends_them_by_sex(language):
    with translation.override(language):
        by_sex = {deed("TORTURE", sex, "A") for sex in Sex.values}
    assert len(by_sex) == 3
