"""From an entry of a list to the case that it is about."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership
from endimpunity.cases.operations import merge, publish
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    lens,
    opened,
    own_case,
    said,
)

pytestmark = pytest.mark.django_db


def case_of(record):
    return Membership.objects.get(part__record=record).case


def test_an_entry_leads_to_its_published_case(system):
    one, other = opened(system, said("Ada"), said("Bob")).records
    found = published.cases_of_records([one.pk, other.pk], lens=lens())
    assert found == {
        one.pk: case_of(one).public_id,
        other.pk: case_of(other).public_id,
    }
    assert published.cases_of_records([one.pk], lens=lens()).keys() == {one.pk}
    assert published.cases_of_records([], lens=lens()) == {}


def test_an_entry_whose_case_is_not_shown_leads_nowhere(system):
    (record,) = adopted(system, said("Ada")).records
    assert published.cases_of_records([record.pk], lens=lens()) == {}
    publish(
        case_id=case_of(record).pk,
        reason="A test.",
        by=system,
        at=LATER,
        alone=True,
    )
    assert published.cases_of_records([record.pk], lens=lens(FIRST)) == {}
    assert published.cases_of_records([record.pk], lens=lens(LATER))


def test_an_entry_of_several_people_leads_to_none_of_their_cases(system):
    people = [{"name": "Ada"}, {"name": "Bob"}]
    (record,) = opened(system, said("Ada; Bob", people=people)).records
    assert Case.objects.count() == 2
    assert published.cases_of_records([record.pk], lens=lens()) == {}


def test_an_entry_of_a_merged_case_leads_to_the_one_it_was_joined_to(system):
    (record,) = opened(system, said("Ada")).records
    before = case_of(record)
    into = own_case(system)
    publish(case_id=into.pk, reason="A test.", by=system, at=FIRST, alone=True)
    merge(
        from_case_id=before.pk,
        into_case_id=into.pk,
        reason="One.",
        by=system,
        at=LATER,
    )
    now = published.cases_of_records([record.pk], lens=lens(LAST))
    assert now == {record.pk: into.public_id}
    then = published.cases_of_records([record.pk], lens=lens(FIRST))
    assert then == {record.pk: before.public_id}
