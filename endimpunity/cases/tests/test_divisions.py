"""A division is read from a place's own words, or not at all."""

from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from endimpunity.cases import published
from endimpunity.cases.models import PublicLine
from endimpunity.cases.operations import publish, reword, withdraw
from endimpunity.cases.rules.divisions import (
    CITIES_ELSEWHERE,
    Name,
    division_of,
    key_of,
    reading_table,
)
from endimpunity.cases.tests.factories import (
    FIRST,
    LATER,
    adopted,
    day,
    lens,
    own_case,
    said,
)
from endimpunity.directory.models import Division
from endimpunity.directory.rules import divisions as directory_rules
from endimpunity.foundation import countries
from endimpunity.foundation.lens import Lens

FACTS = directory_rules.division_facts()
STATES = sorted({fact.state for fact in FACTS})


@cache
def table(state):
    """Return the table of a country, from what ships."""
    return reading_table(
        [name(fact) for fact in FACTS if fact.state == state],
        parts=[
            name(fact) for fact in directory_rules.inner_parts() if fact.state == state
        ],
        unread=(
            countries.COUNTRIES[state].name,
            *CITIES_ELSEWHERE.get(state, ()),
        ),
    )


def name(fact):
    return Name(code=fact.code, name=fact.name, kind=fact.category)


def read(place, state):
    return division_of(place, table(state))


@pytest.mark.parametrize(
    ("place", "state", "code"),
    [
        ("Culiacán, Sinaloa", "MX", "MX-SIN"),
        ("CULIACAN , sinaloa", "MX", "MX-SIN"),
        ("Culiacán\u060c Sinaloa", "MX", "MX-SIN"),
        ("near Tepic, Nayarit, Mexico", "MX", "MX-NAY"),
        ("Culiacán, MX-SIN", "MX", "MX-SIN"),
        ("Zaria, Kaduna State", "NG", "NG-KD"),
        ("Alcalá, Comunidad de Madrid", "ES", "ES-MD"),
        ("Alcalá, Madrid, Comunidad de", "ES", "ES-MD"),
        # The last part says more: a city of Ohio bears the name of another State.
        ("Delaware, Ohio", "US", "US-OH"),
        ("Oakland, California", "US", "US-CA"),
        # A province of the region that the standard says it lies in.
        ("Tacurong, Sultan Kudarat", "PH", "PH-12"),
        ("Davao Region", "PH", "PH-11"),
        ("Seattle, Washington State", "US", "US-WA"),
    ],
)
def test_a_part_that_names_a_division_is_read(place, state, code):
    assert read(place, state) == code


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("", "MX"),
        (" , ,", "MX"),
        ("Culiacán", "MX"),
        ("Sinaloa de Leyva", "MX"),
        ("northern Sinaloa", "MX"),
        ("Sinaloa", "CO"),
        # Divisions that share it, the country itself, a city of another division.
        ("Maputo", "MZ"),
        ("Chiayi", "TW"),
        # Two provinces of today bear its name with something behind.
        ("Ampatuan, Maguindanao", "PH"),
        ("Sofia", "BG"),
        ("Quetzaltenango City, Guatemala", "GT"),
        ("Buenos Aires", "AR"),
        ("Miraflores, Lima", "PE"),
        ("Washington, D.C.", "US"),
    ],
)
def test_nothing_is_guessed(place, state):
    assert read(place, state) == ""


@given(st.text(max_size=80), st.sampled_from(STATES))
def test_a_division_is_never_one_of_another_country(place, state):
    assert read(place, state).partition("-")[0] in ("", state)


@given(st.sampled_from(FACTS), st.sampled_from(STATES), st.text(max_size=20))
def test_a_name_with_others_around_is_never_read_elsewhere(fact, state, before):
    found = read(f"{before}, {fact.name}", state)
    assert found.partition("-")[0] in ("", state)


@given(st.sampled_from(FACTS))
def test_a_division_is_read_by_its_own_name_unless_others_bear_it(fact):
    taken = {
        key_of(said)
        for said in (
            countries.COUNTRIES[fact.state].name,
            *CITIES_ELSEWHERE.get(fact.state, ()),
        )
    }
    assume(key_of(fact.name) not in taken)
    bearers = {
        other.code
        for other in FACTS
        if other.state == fact.state
        and key_of(fact.name)
        in (key_of(other.name), key_of(other.name.partition(" (")[0]))
    }
    assert read(fact.name, fact.state) == (fact.code if len(bearers) == 1 else "")


@given(st.sampled_from(FACTS))
def test_a_division_is_always_read_by_its_code(fact):
    assert read(f"Somewhere, {fact.code}", fact.state) == fact.code


def shown(system, **facts):
    case = own_case(system, **({"violations": ["KILLING"]} | facts))
    publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)
    return case


def counts(country=None, at=None):
    asked = lens(at) if at else lens()
    return [
        (it.code, it.cases, it.unresolved_killings)
        for it in published.divisions_in(country, lens=asked)
    ]


@pytest.mark.django_db
def test_a_line_has_the_division_that_its_place_names(system):
    case = shown(system, place="Culiacán, Sinaloa", country="MX")
    shown(system, place="Culiacán", country="MX")
    shown(system, place="Sinaloa", country="")
    line = PublicLine.objects.get(case=case)
    assert line.division == "MX-SIN"
    assert counts("MX") == [("MX-SIN", 1, 1)]
    page = published.cases_in_division("MX-SIN", lens=lens())
    assert [one.public_id for one in page.items] == [line.public_id]
    assert page.items[0].where.division == "MX-SIN"


@pytest.mark.django_db
def test_a_name_in_another_language_is_read(system):
    shown(system, place="莫斯科", country="RU")
    shown(system, place="Москва", country="RU")
    assert [code for code, *_ in counts("RU")] == ["RU-MOW"]


@pytest.mark.django_db
def test_a_place_that_no_policy_opens_names_no_division(system):
    adopted(system, said(place="Anytown, Amazonas", country="BR"))
    assert counts() == []


@pytest.mark.django_db
def test_divisions_are_counted_as_a_lens_shows_them(system):
    shown(system, place="Zapopan, Jalisco", country="MX")
    case = shown(system, place="Jalisco", country="MX")
    shown(system, place="Kayes", country="ML")
    assert counts() == [("ML-1", 1, 1), ("MX-JAL", 2, 2)]
    before = FIRST.replace(year=2023)
    early = Lens(voice=lens().voice, as_of=before.date(), known_at=before)
    assert published.divisions_in("MX", lens=early) == ()
    withdraw(case_id=case.pk, reason="Asked.", by=system, at=LATER)
    assert counts("MX") == [("MX-JAL", 1, 1)]


@pytest.mark.django_db
def test_a_resolved_case_of_a_division_is_not_unresolved(system):
    shown(system, place="Jalisco", country="MX")
    PublicLine.objects.update(standing="RESOLVED")
    assert counts("MX") == [("MX-JAL", 1, 0)]


@pytest.mark.django_db
def test_counting_divisions_asks_as_often_for_many_as_for_one(
    system,
    django_assert_num_queries,
):
    for place in ("Jalisco", "Sinaloa", "Sonora"):
        shown(system, place=place, country="MX")
    with django_assert_num_queries(2):
        published.divisions_in("MX", lens=lens())


@pytest.mark.django_db
def test_the_pages_of_a_division_hold_each_case_once_the_latest_first(system):
    for year in range(2001, 2006):
        shown(system, place="Jalisco", country="MX", date=day(f"{year}-01-01"))
    met, after = [], ""
    while True:
        page = published.cases_in_division("MX-JAL", lens=lens(), after=after, size=2)
        assert page.total == 5
        met += [one.date.edtf for one in page.items]
        after = page.next_key
        if not after:
            break
    assert met == [f"{year}-01-01" for year in (2005, 2004, 2003, 2002, 2001)]


@pytest.mark.django_db
def test_no_case_is_in_the_division_without_a_code(system):
    shown(system, place="Anytown", country="MX")
    assert published.cases_in_division("", lens=lens()).items == ()


@pytest.mark.django_db
def test_lines_of_an_older_version_get_their_division_once(system):
    shown(system, place="Jalisco", country="MX")
    PublicLine.objects.update(division="", words_key="before")
    assert reword(by=system, at=LATER) == 1
    assert counts("MX") == [("MX-JAL", 1, 1)]
    assert reword(by=system, at=LATER) == 0


@pytest.mark.django_db
def test_lines_follow_the_names_that_divisions_have(system):
    shown(system, place="Guadalajara, Newlandia", country="MX")
    assert counts("MX") == []
    Division.objects.filter(code="MX-JAL").update(
        name="Newlandia",
        recorded_from=LATER.replace(year=2099),
    )
    assert reword(by=system, at=LATER) == 1
    assert counts("MX") == [("MX-JAL", 1, 1)]
