"""The database refuses what is wrong."""

import pytest
from django.db import IntegrityError, transaction

from endimpunity.cases.models import (
    Accused,
    Assertion,
    Attack,
    Case,
    Citation,
    Membership,
    Merge,
    Person,
    Publication,
    Toll,
)
from endimpunity.cases.tests.factories import FIRST, LATER, own_case, publisher, record
from endimpunity.sources.models import Part

pytestmark = pytest.mark.django_db


def refused(model, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(**values)


def test_a_case_has_one_person_and_attack_and_an_address_of_its_length(system):
    case = own_case(system)
    refused(
        Case,
        public_id="bcdfghjkmn",
        recorded_at=FIRST,
        attack=case.attack,
        person=case.person,
    )
    other = Person.objects.create(recorded_at=FIRST)
    for address in ("short", case.public_id):
        refused(
            Case,
            public_id=address,
            recorded_at=FIRST,
            attack=case.attack,
            person=other,
        )


def test_an_attack_has_a_country_or_an_area_and_its_days_run_forward():
    refused(Attack, recorded_at=FIRST, country_id="PS", area="IL+PS")
    refused(
        Attack,
        recorded_at=FIRST,
        date_earliest="2015-05-02",
        date_latest="2015-05-01",
    )


def test_one_assertion_of_a_field_stands_and_says_why(system):
    told = {
        "subject": "CASE",
        "subject_id": 1,
        "field": "role",
        "recorded_at": FIRST,
        "recorded_by": system,
    }
    refused(Assertion, reason="", **told)
    Assertion.objects.create(reason="One.", **told)
    refused(Assertion, reason="Two.", **told)
    refused(Assertion, reason="Back.", superseded_at="2023-01-01T00:00Z", **told)


def test_a_part_is_about_one_case_at_a_time(system):
    case = own_case(system)
    part = Part.objects.get(record=record())
    told = {
        "part": part,
        "case": case,
        "publisher": publisher(),
        "recorded_at": FIRST,
        "recorded_by": system,
    }
    ended = Membership.objects.create(reason="One.", superseded_at=LATER, **told)
    Membership.objects.create(reason="Two.", **told)
    refused(Membership, reason="Three.", **told)
    refused(Membership, reason="", superseded_at=LATER, **told)
    assert ended.pk


def test_a_merge_leads_elsewhere_once_and_is_undone_with_a_reason(system):
    one, two, three = (own_case(system) for _ in range(3))
    told = {"reason": "Same.", "recorded_at": FIRST, "recorded_by": system}
    refused(Merge, from_case=one, into_case=one, **told)
    refused(Merge, from_case=one, into_case=two, undone_at=LATER, **told)
    Merge.objects.create(from_case=one, into_case=two, **told)
    refused(Merge, from_case=one, into_case=three, **told)


def test_nothing_is_published_by_one_person_who_does_not_say_so(system):
    told = {"case": own_case(system), "recorded_at": FIRST, "recorded_by": system}
    refused(Publication, state="PUBLISHED", **told)
    refused(Publication, state="WITHDRAWN", **told)
    Publication.objects.create(state="PUBLISHED", alone=True, **told)
    refused(Publication, state="PUBLISHED", alone=True, **told)


def test_a_toll_runs_from_low_to_high(system):
    refused(
        Toll,
        attack=own_case(system).attack,
        group="ALL_KILLED",
        low=58,
        high=57,
        recorded_at=FIRST,
        recorded_by=system,
    )


def test_a_citation_has_an_address_that_a_page_may_link_to():
    refused(Citation, label="A", url="javascript:x", recorded_at=FIRST)
    refused(Citation, label="", url="https://a.example/", recorded_at=FIRST)
    Citation.objects.create(label="A", url="https://a.example/", recorded_at=FIRST)
    refused(Citation, label="B", url="https://a.example/", recorded_at=FIRST)


def test_there_is_no_place_for_the_name_of_an_accused():
    assert {field.name for field in Accused._meta.get_fields()} == {
        "id",
        "proceeding",
        "number",
        "alleged_role",
        "recorded_at",
    }
