"""Cached columns made again."""

import pytest

from endimpunity.cases.models import Assertion, Attack, Case, Person, PersonName
from endimpunity.cases.operations import assert_field, merge, refresh
from endimpunity.cases.operations.asserting import UnableToAssert
from endimpunity.cases.queries import field_origins
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    lens,
    own_case,
    said,
    sight,
    snapshot,
)
from endimpunity.cases.vocabulary import Subject

pytestmark = pytest.mark.django_db


def columns():
    return [
        list(model.objects.order_by("pk").values()) for model in (Attack, Person, Case)
    ]


def test_what_adoption_wrote_is_what_refreshing_makes(system):
    adopted(system, said(sex="MALE", nationality=["X"]), said("Bob Invented"))
    before = columns()
    assert (
        refresh(case_ids=Case.objects.values_list("pk", flat=True), by=system, at=LATER)
        == 0
    )
    assert columns() == before


def test_columns_that_were_lost_are_made_again(system):
    adopted(system, said(sex="MALE"))
    before = columns()
    Case.objects.update(name="", outlets=[], sort_key="")
    Attack.objects.update(country=None, date_earliest=None, violations=[])
    Person.objects.update(sex="")
    assert refresh(case_ids=[Case.objects.get().pk], by=system, at=LATER) == 1
    assert columns() == before


def test_a_later_file_changes_the_columns_and_ends_the_old_name(system):
    made = adopted(system, said())
    file = snapshot(system, "2024-01-31", at=LATER)
    sight(made.records[0], file, {"name": "Ada Newname", "place": None})
    refresh(case_ids=[Case.objects.get().pk], by=system, at=LATER)
    case = Case.objects.get()
    assert (case.name, case.attack.place) == ("Ada Newname", "")
    names = dict(PersonName.objects.values_list("text", "superseded_at"))
    assert names == {"Ada Invented": LATER, "Ada Newname": None}


def test_an_assertion_goes_before_the_list_until_it_is_replaced(system):
    adopted(system, said(role="JOURNALIST"))
    case = Case.objects.get()
    told = {
        "subject": Subject.CASE,
        "subject_id": case.pk,
        "field": "role",
        "citation_ids": [],
        "reason": "Read anew.",
        "by": system,
    }
    assert assert_field(value="MEDIA_WORKER", at=LATER, **told)
    assert not assert_field(value="MEDIA_WORKER", at=LATER, **told)
    refresh(case_ids=[case.pk], by=system, at=LATER)
    case.refresh_from_db()
    assert case.role == "MEDIA_WORKER"
    assert assert_field(value="OTHER", at=LAST, **told)
    assert Assertion.objects.filter(field="role").count() == 2
    with pytest.raises(UnableToAssert):
        assert_field(value="x", at=LAST, **told | {"field": "summary"})


def test_each_field_says_where_it_comes_from(system):
    made = adopted(system, said(role="JOURNALIST"))
    case = Case.objects.get()
    later = snapshot(system, "2024-01-31", at=LATER)
    sight(made.records[0], later, {"place": "Othertown"})
    assert_field(
        subject=Subject.CASE,
        subject_id=case.pk,
        field="role",
        value="OTHER",
        citation_ids=[],
        reason="Read anew.",
        by=system,
        at=LATER,
    )
    now = field_origins(case.pk, lens=lens(LAST))
    assert now["place"].sighting == "LIST@2024-01-31#1"
    assert now["name"].sighting == "LIST@2023-12-31#1"
    assert (now["role"].value, now["role"].reason) == ("OTHER", "Read anew.")
    then = field_origins(case.pk, lens=lens(FIRST))
    assert then["place"].value == "Anytown"
    assert then["role"].sighting == "LIST@2023-12-31#1"


def test_a_second_person_of_an_entry_is_addressed_by_number(system):
    adopted(system, said(people=[{"name": "Ada"}, {"name": "Bob"}]))
    origins = field_origins(Case.objects.get(name="Bob").pk, lens=lens())
    assert origins["name"].sighting == "LIST@2023-12-31#1.2"


def test_a_merged_case_speaks_through_the_one_it_leads_to(system, merged):
    ada, bob = merged
    origins = field_origins(bob.pk, lens=lens())
    assert origins["name"].value == "Ada Invented"
    assert origins["sex"].sighting == "LIST@2023-12-31#1"
    assert own_case(system).pk not in {ada.pk, bob.pk}


@pytest.fixture
def merged(system):
    ada = own_case(system)
    adopted(system, said("Bob Invented", sex="MALE"))
    bob = Case.objects.get(name="Bob Invented")
    merge(from_case_id=bob.pk, into_case_id=ada.pk, reason="One.", by=system, at=LATER)
    return ada, bob
