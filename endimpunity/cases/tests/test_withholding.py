"""Keeping one person of an entry from the world, and no other."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, PublicLine
from endimpunity.cases.operations import publish, publish_under_policy, withdraw
from endimpunity.cases.tests.factories import (
    LAST,
    LATER,
    opened,
    page,
    release,
    said,
    sight,
    snapshot,
)
from endimpunity.cases.vocabulary import NO_LONGER_LISTED
from endimpunity.sources.models import Withholding

pytestmark = pytest.mark.django_db


def both():
    return said(people=[{"name": "Ada One"}, {"name": "Bob Two"}])


def again(system, made):
    return publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)


def test_one_person_of_an_entry_is_withdrawn_alone(system):
    made = opened(system, both())
    ada, bob = Case.objects.order_by("name")
    withdraw(case_id=ada.pk, reason="The family asked.", by=system, at=LATER)
    shown = again(system, made)
    assert (shown.published, shown.kept, shown.withdrawn) == (0, 1, 0)
    assert page(ada).reason == "The family asked."
    assert page(bob).line.name == "Bob Two"
    assert Withholding.objects.get().part.name == "Ada One"
    publish(case_id=ada.pk, reason="Asked again.", by=system, at=LAST, alone=True)
    assert page(ada).line.name == "Ada One"


def test_who_is_named_no_more_is_no_longer_listed(system):
    made = opened(system, both())
    ada, bob = Case.objects.order_by("name")
    file = snapshot(system, "2024-01-31", at=LATER)
    sight(made.records[0], file, said(people=[{"name": "Bob Two"}]))
    release(system, file, made.policy, LATER)
    again(system, made)
    assert page(ada).reason == NO_LONGER_LISTED
    assert page(bob).line.name == "Bob Two"


def test_a_case_that_its_list_has_left_is_no_longer_listed(system):
    made = opened(system, said())
    Membership.objects.update(superseded_at=LATER)
    again(system, made)
    assert page(Case.objects.get()).reason == NO_LONGER_LISTED
    assert not PublicLine.objects.exists()


def test_what_a_list_says_of_a_withheld_person_is_in_no_case(system):
    made = opened(system, said())
    Withholding.objects.create(
        part=Membership.objects.get().part,
        reason="Asked.",
        recorded_at=LATER,
        recorded_by=system,
    )
    case = Case.objects.get()
    publish(case_id=case.pk, reason="A test.", by=system, at=LATER, alone=True)
    assert Withholding.objects.get().superseded_at == LATER
    Withholding.objects.update(superseded_at=None)
    again(system, made)
    card = page(case)
    assert isinstance(card, published.CaseCard)
    assert (card.facts, card.statements) == ((), ())
