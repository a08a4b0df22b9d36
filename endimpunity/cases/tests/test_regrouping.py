"""Records whose rows turned out to be another's."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, Merge
from endimpunity.cases.operations import publish, regroup, withdraw
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    own_case,
    page,
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


def test_a_move_to_a_record_without_a_case_takes_the_case_along(system):
    made = adopted(system, said())
    case = Case.objects.get()
    other = record(at=LATER)
    empty(made.records[0], other, LATER)
    regroup(moved=[(made.records[0].pk, other.pk)], by=system, at=LATER)
    assert not Merge.objects.exists()
    standing = Membership.objects.get(superseded_at=None)
    assert (standing.case_id, standing.part.record_id) == (case.pk, other.pk)


def people(*named):
    return said(people=[{"name": one} for one in named])


def test_different_victims_are_never_merged(system):
    made = adopted(system, said("Ada Invented"), people("Bob Two", "Cleo Three"))
    ada, bob, cleo = Case.objects.order_by("pk")
    first, second = (one.pk for one in made.records)
    sighting = Sighting.objects.get(record=first)
    Sighting.objects.filter(pk=sighting.pk).update(superseded_at=LATER)
    regroup(moved=[(first, second)], by=system, at=LATER)
    assert not Merge.objects.exists()
    assert not Membership.objects.filter(case=ada, superseded_at=None).exists()
    held = Membership.objects.filter(superseded_at=None)
    assert set(held.values_list("case_id", flat=True)) == {bob.pk, cleo.pk}


def test_each_person_leads_to_the_same_person(system):
    made = adopted(
        system,
        people("Ada One", "Bob Two", "Dan Four"),
        people("Bob Two", "Ada One"),
    )
    ada, bob, dan, bob_again, ada_again = Case.objects.order_by("pk")
    first, second = (one.pk for one in made.records)
    Sighting.objects.filter(record=first).update(superseded_at=LATER)
    regroup(moved=[(first, second)], by=system, at=LATER)
    known = identity()
    assert known.of(ada.pk) == ada_again.pk
    assert known.of(bob.pk) == bob_again.pk
    assert known.of(dan.pk) == dan.pk


def test_what_was_taken_down_does_not_come_back_with_its_rows(system):
    made = adopted(system, said(), said("Ada Invented Jr"))
    one, two = Case.objects.order_by("pk")
    withdraw(case_id=one.pk, reason="The family asked.", by=system, at=FIRST)
    publish(case_id=two.pk, reason="A test.", by=system, at=FIRST, alone=True)
    empty(made.records[0], made.records[1], LATER)
    moved = [(made.records[0].pk, made.records[1].pk)]
    regroup(moved=moved, by=system, at=LATER)
    card = page(two)
    assert isinstance(card, published.TombstoneCard)
    assert card.reason == "The family asked."
    publish(case_id=two.pk, reason="Asked again.", by=system, at=LAST, alone=True)
    assert isinstance(page(two), published.CaseCard)
