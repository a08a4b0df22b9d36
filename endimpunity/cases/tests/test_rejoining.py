"""Entries that come to agree with a case of the registry's own, or no longer do."""

from datetime import date

import pytest

from endimpunity.audit.models import Deed
from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, Merge
from endimpunity.cases.operations import publish, withdraw
from endimpunity.cases.operations.rejoining import rejoin
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.rules.reasons import JOINED
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopt_records,
    adopted,
    listed,
    own_case,
    page,
    said,
    sight,
    snapshot,
)
from endimpunity.sources.models import Sighting

pytestmark = pytest.mark.django_db


def respell(system, record, values, at=LATER):
    """Let a later file say something of a record, and follow it."""
    sight(record, snapshot(system, date(2024, 1, 31), at=at), values)
    return rejoin(publisher_code="LIST", by=system, at=at)


def about(record):
    return Membership.objects.get(part__record=record, superseded_at=None)


def test_an_entry_joins_once_its_spelling_agrees(system):
    own = own_case(system)
    made = adopted(system, said("Ada Inventada"))
    case = about(made.records[0]).case
    rejoined = respell(system, made.records[0], said())
    member = about(made.records[0])
    assert (member.case_id, member.reason) == (own.pk, JOINED)
    assert identity().of(case.pk) == own.pk
    assert identity(FIRST).of(case.pk) == case.pk
    assert rejoined.case_ids == {own.pk, case.pk}
    assert Deed.objects.filter(deed="cases.rejoin").count() == 1


def test_an_entry_that_agreed_once_stays(system):
    own = own_case(system)
    made = adopted(system, said())
    rejoined = respell(system, made.records[0], said("Ada Inventada"))
    assert about(made.records[0]).case_id == own.pk
    assert not rejoined.case_ids


def test_a_second_entry_that_agrees_leaves_the_case_to_none(system):
    own = own_case(system)
    made = adopted(system, said("Ada Inventada"))
    case = about(made.records[0]).case
    respell(system, made.records[0], said())
    listed(system, said(), stated_on=date(2024, 2, 1), at=LAST)
    rejoin(publisher_code="LIST", by=system, at=LAST)
    assert about(made.records[0]).case_id == case.pk
    assert identity().of(case.pk) == case.pk
    assert not Membership.objects.filter(case=own, superseded_at=None).exists()


def test_who_joined_at_first_waits_for_a_case_when_parted(system):
    own_case(system)
    made = adopted(system, said())
    listed(system, said(), stated_on=date(2024, 2, 1), at=LATER)
    rejoined = rejoin(publisher_code="LIST", by=system, at=LATER)
    assert rejoined.record_ids == (made.records[0].pk,)
    adopt_records(system, made.records, at=LATER)
    assert about(made.records[0]).case.name == "Ada Invented"
    assert Case.objects.count() == 2


def test_the_only_entry_left_that_agrees_joins(system):
    own = own_case(system)
    made = adopted(system, said(), said())
    assert not Membership.objects.filter(case=own).exists()
    Sighting.objects.filter(record=made.records[0]).update(superseded_at=LATER)
    rejoin(publisher_code="LIST", by=system, at=LATER)
    assert about(made.records[1]).case_id == own.pk


def test_what_people_took_down_stays_so_when_its_entry_joins(system):
    own = own_case(system)
    publish(case_id=own.pk, reason="A test.", by=system, at=FIRST, alone=True)
    made = adopted(system, said("Ada Inventada"))
    case = about(made.records[0]).case_id
    withdraw(case_id=case, reason="The family asked.", by=system, at=FIRST)
    respell(system, made.records[0], said())
    assert isinstance(page(own), published.TombstoneCard)


def test_nothing_to_join_changes_nothing(system):
    own_case(system)
    made = adopted(system, said("Bob Invented"))
    assert not respell(system, made.records[0], said("Bob Invented")).case_ids
    assert not Merge.objects.exists()
