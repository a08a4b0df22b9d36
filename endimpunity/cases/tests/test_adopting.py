"""Cases made of a first list."""

import pytest

from endimpunity.audit.models import Deed
from endimpunity.cases.models import Attack, Case, Membership, PersonName, Publication
from endimpunity.cases.queries import adopts_lists_of
from endimpunity.cases.queries.fellows import fellows_of
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.rules.reasons import JOINED, MADE
from endimpunity.cases.tests.factories import (
    LAST,
    LATER,
    adopt_records,
    adopted,
    day,
    listed,
    own_case,
    said,
)

pytestmark = pytest.mark.django_db


def test_every_entry_of_a_first_list_becomes_a_case(system):
    adopted(system, said("Ada Invented"), said("Bob Invented", country=None))
    assert list(Case.objects.order_by("name").values_list("name", flat=True)) == [
        "Ada Invented",
        "Bob Invented",
    ]
    ada = Case.objects.get(name="Ada Invented")
    assert ada.attack.country_id == "BR"
    assert ada.attack.date_edtf == "2015-05-02"
    assert ada.outlets == ["Radio One"]
    assert ada.attack.violations == ["KILLING"]
    assert Case.objects.get(name="Bob Invented").attack.country_id is None
    assert Deed.objects.filter(deed="cases.adopt").count() == 1


def test_no_case_is_published_by_being_made(system):
    adopted(system, said())
    assert not Publication.objects.exists()


def test_the_people_of_one_entry_were_harmed_in_one_attack(system):
    people = [{"name": "Ada Invented"}, {"name": "Bob Invented"}]
    adopted(system, said(people=people), said("Cyd Invented"))
    assert Attack.objects.count() == 2
    assert Case.objects.count() == 3
    assert (
        Case.objects.filter(attack=Case.objects.get(name="Ada Invented").attack).count()
        == 2
    )


def test_names_in_two_scripts_are_kept_apart(system):
    adopted(system, said("Ada Invented", name_native="آدا"))
    assert set(
        PersonName.objects.values_list("text", "script", "language", "kind")
    ) == {
        ("Ada Invented", "Latn", "", "USUAL"),
        ("آدا", "Arab", "ar", "NATIVE"),
    }


def test_an_entry_joins_the_one_case_that_agrees_exactly(system):
    case = own_case(system)
    made = adopted(system, said("ADA  invented", sex="FEMALE"))
    assert Case.objects.count() == 1
    member = Membership.objects.get(part__record=made.records[0])
    assert (member.case_id, member.reason) == (case.pk, JOINED)
    case.refresh_from_db()
    assert case.outlets == ["Radio One"]
    assert case.name == "Ada Invented"


@pytest.mark.parametrize(
    "other",
    [
        {"country": "AR"},
        {"country": None},
        {"date": day("2015-05-03")},
        {"name": "Ada Inventad"},
    ],
)
def test_an_entry_that_differs_makes_its_own_case(system, other):
    own_case(system)
    adopted(system, said(**other))
    assert Case.objects.count() == 2
    assert Membership.objects.get().reason == MADE


def test_dates_that_overlap_agree(system):
    own_case(system, date=day("2015-05-01", "2015-05-31"))
    adopted(system, said())
    assert Case.objects.count() == 1


def test_two_entries_that_agree_with_one_case_join_none(system):
    own_case(system)
    adopted(system, said(), said(place="Elsewhere"))
    assert Case.objects.count() == 3


def test_an_entry_that_agrees_with_two_cases_joins_none(system):
    own_case(system)
    own_case(system)
    adopted(system, said())
    assert Case.objects.count() == 3


def test_a_case_with_an_entry_of_the_list_takes_no_second(system):
    case = own_case(system)
    first = adopted(system, said())
    more = listed(system, said(), stated_on="2024-01-31", at=LATER)
    adopt_records(system, more.records, at=LATER)
    members = Membership.objects.filter(case=case)
    assert [one.part.record_id for one in members] == [first.records[0].pk]


def test_others_named_beside_a_known_person_are_of_the_same_attack(system):
    case = own_case(system)
    people = [{"name": "Ada Invented"}, {"name": "Bob Invented"}]
    adopted(system, said(people=people))
    bob = Case.objects.get(name="Bob Invented")
    for one in (case, bob):
        assert fellows_of([one.pk], identity(), LAST) == {case.pk, bob.pk}
    assert Case.objects.count() == 2


def test_only_the_first_publishers_list_makes_cases(system):
    own_case(system)
    assert adopts_lists_of("LIST")
    adopted(system, said("Bob Invented"))
    assert adopts_lists_of("LIST")
    assert not adopts_lists_of("OTHER")


def test_many_entries_fill_several_batches(system, monkeypatch):
    monkeypatch.setattr("endimpunity.cases.operations.adopting.BATCH", 3)
    adopted(system, *(said(f"Ada Invented {number}") for number in range(10)))
    assert Case.objects.count() == 10
    assert Case.objects.values("public_id").distinct().count() == 10
