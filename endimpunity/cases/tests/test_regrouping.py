"""Records whose rows turned out to be another's."""

import pytest

from endimpunity.cases.models import Case, Membership, Merge
from endimpunity.cases.operations import regroup
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.tests.factories import (
    LAST,
    LATER,
    adopted,
    own_case,
    record,
    said,
)
from endimpunity.sources.models import Sighting

pytestmark = pytest.mark.django_db


def empty(record, into, at):
    """Let the only row of a record become the other's."""
    sighting = Sighting.objects.get(record=record, superseded_at=None)
    Sighting.objects.filter(pk=sighting.pk).update(superseded_at=at)
    Sighting.objects.filter(record=into, superseded_at=None).update(superseded_at=at)
    Sighting.objects.create(
        snapshot=sighting.snapshot,
        row=sighting.row,
        record=into,
        version=sighting.version,
        recorded_at=at,
    )


def test_an_emptied_case_leads_to_the_one_that_took_over(system):
    made = adopted(system, said(), said("Ada Invented Jr"))
    one, two = Case.objects.order_by("pk")
    empty(made.records[0], made.records[1], LATER)
    touched = regroup(
        moved=[(made.records[0].pk, made.records[1].pk)],
        by=system,
        at=LATER,
    )
    assert identity().of(one.pk) == two.pk
    assert two.pk in touched
    assert not Membership.objects.filter(case=one, superseded_at=None).exists()


def test_what_moved_back_stands_again(system):
    made = adopted(system, said(), said("Ada Invented Jr"))
    one, two = Case.objects.order_by("pk")
    keys = [record.pk for record in made.records]
    empty(made.records[0], made.records[1], LATER)
    regroup(moved=[(keys[0], keys[1])], by=system, at=LATER)
    empty(made.records[1], made.records[0], LAST)
    regroup(moved=[(keys[1], keys[0])], by=system, at=LAST)
    known = identity()
    assert known.of(one.pk) == one.pk
    assert known.of(two.pk) == one.pk
    assert identity(LATER).of(one.pk) == two.pk
    assert Membership.objects.get(superseded_at=None).case_id == one.pk


def test_a_case_that_the_registry_speaks_of_is_not_merged(system):
    case = own_case(system)
    made = adopted(system, said(), said("Bob Invented"))
    empty(made.records[0], made.records[1], LATER)
    regroup(
        moved=[(made.records[0].pk, made.records[1].pk)],
        by=system,
        at=LATER,
    )
    assert not Merge.objects.exists()
    assert not Membership.objects.filter(case=case, superseded_at=None).exists()


def test_a_move_to_a_record_without_a_case_only_ends_the_membership(system):
    made = adopted(system, said())
    bare = adopted(system, stated_on="2024-01-31", at=LATER)
    other = record(at=LATER)
    empty(made.records[0], other, LATER)
    regroup(moved=[(made.records[0].pk, other.pk)], by=system, at=LATER)
    assert bare.records == []
    assert not Merge.objects.exists()
    assert not Membership.objects.filter(superseded_at=None).exists()
