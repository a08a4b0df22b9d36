"""What ships loads once; what an organisation has comes in beside it."""

from datetime import date, timedelta

import pytest

from endimpunity.audit.models import Deed
from endimpunity.directory import operations, queries
from endimpunity.directory.models import (
    Membership,
    Population,
    PopulationVintage,
    State,
    StateName,
    StateNameList,
)
from endimpunity.directory.rules import shipped
from endimpunity.directory.rules.periods import MembershipFact
from endimpunity.directory.tests.factories import (
    a_long_table,
    a_name_list,
    six_names,
)
from endimpunity.foundation import countries

MALI = a_long_table("Mali,MLI,2014,17500000", "World,WLD,2014,7000000000")
LATER = timedelta(days=365)


def names_of(code, name):
    return a_name_list(*six_names(code, name))


def take_names(system, now, content, **words):
    words = {"code": "OFFICIAL", "source": "a list", **words}
    return operations.import_state_names(content=content, by=system, at=now, **words)


def take_population(system, now, content=MALI, **words):
    words = {"vintage": "WB-2026", **words}
    return operations.import_population(content=content, by=system, at=now, **words)


@pytest.mark.usefixtures("_nothing")
def test_what_ships_is_loaded(system, now):
    deeds = Deed.objects.filter(deed="directory.load_reference")
    before = deeds.count()
    loaded = operations.load_reference(by=system, at=now)
    assert State.objects.count() == len(countries.COUNTRIES) == loaded.states
    assert loaded.name_lists == 2
    assert loaded.memberships_added == Membership.objects.count() > 900
    assert loaded.memberships_closed == 0
    assert loaded.populations == Population.objects.count() > 200
    assert deeds.count() == before + 1


def test_loading_again_changes_nothing(reference, system, now):
    deeds = Deed.objects.count()
    again = operations.load_reference(by=system, at=now + LATER)
    assert set(vars(again).values()) == {0}
    assert Deed.objects.count() == deeds


def test_a_fact_that_ships_otherwise_is_closed_and_written_anew(
    reference, system, now, monkeypatch
):
    facts = shipped.membership_facts()
    left = [f for f in facts if not (f.state == "ML" and f.scheme == "UNESCO")]
    corrected = MembershipFact(
        scheme="UNESCO",
        state="ML",
        group="",
        from_on=date(1960, 11, 7),
        to_on=date(2025, 12, 31),
        source="a correction",
        grade="READ",
    )
    monkeypatch.setattr(shipped, "membership_facts", lambda: (*left, corrected))
    before = Membership.objects.get(state="ML", scheme="UNESCO").recorded_from
    loaded = operations.load_reference(by=system, at=before + LATER)
    assert (loaded.memberships_added, loaded.memberships_closed) == (1, 1)
    day = date(2026, 1, 1)
    assert not queries.is_unesco_member("ML", day)
    assert queries.is_unesco_member("ML", day, known_at=before)
    assert Membership.objects.filter(state="ML", scheme="UNESCO").count() == 2


@pytest.mark.usefixtures("_nothing")
def test_facts_that_overlap_are_never_loaded(system, now, monkeypatch):
    facts = shipped.membership_facts()
    monkeypatch.setattr(shipped, "membership_facts", lambda: (*facts, facts[0]))
    with pytest.raises(ValueError, match="overlap"):
        operations.load_reference(by=system, at=now)
    assert State.objects.count() == 0


def test_an_official_list_goes_before_the_names_that_ship(reference, system, now):
    done = take_names(system, now, names_of("PS", "State of Palestine"))
    assert (done.version, done.states, done.names) == ("1", 1, 6)
    assert not done.identical
    assert queries.state_names("en")["PS"] == "State of Palestine en"
    assert queries.state_names("en")["ML"] == "Mali"


def test_a_later_official_list_leaves_the_earlier_one_there(reference, system, now):
    take_names(system, now, names_of("PS", "One"))
    done = take_names(system, now + LATER, names_of("ML", "Two"))
    assert done.version == "2"
    assert queries.state_names("en")["PS"] == "Palestine"
    assert queries.state_names("en")["ML"] == "Two en"
    assert StateName.objects.filter(text="One en").exists()
    assert StateNameList.objects.filter(code="OFFICIAL").count() == 2


def test_the_same_list_twice_changes_nothing(reference, system, now):
    take_names(system, now, names_of("PS", "One"))
    deeds = Deed.objects.count()
    again = take_names(system, now + LATER, names_of("PS", "One"))
    assert again.identical
    assert Deed.objects.count() == deeds
    assert StateNameList.objects.filter(code="OFFICIAL").count() == 1


def test_an_earlier_list_is_shown_again_by_importing_it_again(reference, system, now):
    take_names(system, now, names_of("PS", "One"))
    take_names(system, now, names_of("PS", "Two"))
    again = take_names(system, now, names_of("PS", "One"))
    assert (again.version, again.identical) == ("1", False)
    assert queries.state_names("en")["PS"] == "One en"


def test_a_wrong_list_is_refused_whole(reference, system, now):
    content = a_name_list(*six_names("ML", "Mali"), "QQ,en,Nowhere")
    with pytest.raises(operations.UnableToImportStateNames) as caught:
        take_names(system, now, content)
    assert "Line 8: “QQ” is no code of a State" in str(caught.value)
    assert not StateNameList.objects.filter(code="OFFICIAL").exists()


@pytest.mark.parametrize("code", ["", "CONTESTED", "CLDR-47"])
def test_the_programs_own_codes_are_not_given_away(reference, system, now, code):
    with pytest.raises(operations.UnableToImportStateNames, match="--code"):
        take_names(system, now, names_of("ML", "Mali"), code=code)


def test_many_problems_are_counted_and_the_first_ones_told(reference, system, now):
    rows = [row for n in range(10) for row in six_names(f"Q{n}", "x")]
    with pytest.raises(operations.UnableToImportStateNames) as caught:
        take_names(system, now, a_name_list(*rows))
    assert "60 problems" in str(caught.value)
    assert "And 40 more." in str(caught.value)


def test_a_vintage_stands_beside_the_default(reference, system, now):
    done = take_population(system, now)
    assert (done.numbers, done.states, done.aggregates) == (1, 1, 1)
    assert (done.first_year, done.last_year) == (2014, 2014)
    assert queries.population("ML", 2014) is None
    assert queries.population("ML", 2014, "WB-2026") == 17_500_000
    assert queries.population("ML", 2020) == 19_658_031
    assert queries.default_population_vintage() == "PYPOPULATION-2020"


def test_a_vintage_may_become_the_default(reference, system, now):
    take_population(system, now, make_default=True)
    assert queries.population("ML", 2014) == 17_500_000
    assert queries.population("ML", 2020) is None
    assert queries.population("ML", 2020, "PYPOPULATION-2020") == 19_658_031
    assert PopulationVintage.objects.filter(is_default=True).count() == 1


def test_a_default_that_was_chosen_survives_a_load(reference, system, now):
    take_population(system, now, make_default=True)
    operations.load_reference(by=system, at=now)
    assert queries.default_population_vintage() == "WB-2026"


def test_the_same_numbers_twice_change_nothing(reference, system, now):
    take_population(system, now)
    deeds, numbers = Deed.objects.count(), Population.objects.count()
    again = take_population(system, now, vintage="ANOTHER")
    assert (again.identical, again.vintage) == (True, "WB-2026")
    assert (Deed.objects.count(), Population.objects.count()) == (deeds, numbers)


def test_a_vintage_is_never_given_other_numbers(reference, system, now):
    take_population(system, now)
    with pytest.raises(operations.UnableToImportPopulation, match="--vintage"):
        take_population(system, now, a_long_table("Mali,MLI,2014,1"))
    assert queries.population("ML", 2014, "WB-2026") == 17_500_000


def test_a_wrong_population_file_is_refused_whole(reference, system, now):
    content = a_long_table("Mali,MLI,2014,1", "Mali,MLI,2015,many")
    with pytest.raises(operations.UnableToImportPopulation, match="Line 3: “many”"):
        take_population(system, now, content)
    assert PopulationVintage.objects.count() == 1


@pytest.mark.slow
def test_the_world_banks_file_comes_in(reference, system, now, shared_data):
    file = shared_data / "reference" / "worldbank_SP.POP.TOTL.csv"
    done = take_population(system, now, file.read_bytes())
    assert (done.states, done.first_year, done.last_year) == (216, 1960, 2024)
    assert done.unknown == {}
    assert queries.population("XK", 2020, "WB-2026") == 1_790_151
