"""An attack's page, and where the voices on a case contradict one another."""

from datetime import date
from uuid import uuid4

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Attack, Case, Person
from endimpunity.cases.operations import (
    merge,
    publish,
    publish_under_policy,
    state_toll,
)
from endimpunity.cases.tests.factories import (
    FIRST,
    LATER,
    adopted,
    day,
    lens,
    opened,
    own_case,
    page,
    policy,
    release,
    said,
)
from endimpunity.cases.vocabulary import TollGroup

pytestmark = pytest.mark.django_db


def attack_page(case, at=None):
    return published.attack_card(case.attack.key, lens=at or lens())


def shown(case, system, at=FIRST):
    publish(case_id=case.pk, alone=True, by=system, at=at, reason="A test.")


def test_an_attack_of_which_no_case_is_shown_has_no_page(system):
    case = own_case(system)
    assert attack_page(case) is None
    assert published.attack_card(uuid4(), lens=lens()) is None
    shown(case, system)
    card = attack_page(case)
    assert [line.public_id for line in card.cases] == [case.public_id]


def test_what_is_told_of_an_attack_waits_for_a_review(system):
    case = own_case(system, summary="Two were attacked.")
    shown(case, system)
    state_toll(
        attack_id=case.attack_id,
        group=TollGroup.ALL_KILLED,
        low=2,
        high=3,
        citation_ids=[],
        key=uuid4(),
        by=system,
        at=LATER,
    )
    card = attack_page(case)
    assert (card.summary, card.tolls) == ("Two were attacked.", ())
    shown(case, system, at=LATER)
    [toll] = attack_page(case).tolls
    assert (toll.low, toll.high) == (2, 3)


def test_a_list_tells_nothing_of_the_attack_as_a_whole(system):
    opened(system, said(summary="Kept inside."))
    case = Case.objects.get()
    Attack.objects.update(summary="Kept inside.", context="Kept inside.")
    card = attack_page(case)
    assert [line.name for line in card.cases] == ["Ada Invented"]
    assert (card.summary, card.context, card.tolls) == ("", "", ())


def test_two_publishers_who_disagree_stand_side_by_side_each_with_its_day(system):
    opened(system, said(motive="CONFIRMED"))
    first = Case.objects.get()
    other = adopted(
        system,
        said(motive="UNCONFIRMED", date=day("2015-06-09"), url="https://b.example/1"),
        code="OTHER",
        stated_on=date(2023, 6, 30),
    )
    under = policy(system, code="OTHER")
    release(system, other.snapshot, under)
    publish_under_policy(policy_id=under.pk, by=system, at=FIRST)
    second = Case.objects.exclude(pk=first.pk).get()
    merge(
        from_case_id=second.pk,
        into_case_id=first.pk,
        reason="One person.",
        by=system,
        at=LATER,
    )
    differences = {one.field: one for one in page(first).differences}
    assert set(differences) == {"date", "motive"}
    assert [
        (one.publisher, one.value, one.since) for one in differences["motive"].sayings
    ] == [
        ("The LIST", "CONFIRMED", "2023-12-31"),
        ("The OTHER", "UNCONFIRMED", "2023-06-30"),
    ]
    assert [one.value for one in differences["date"].sayings] == [
        "2015-05-02",
        "2015-06-09",
    ]


def test_the_registrys_own_word_stands_first_with_its_sources(system):
    opened(system, said(motive="UNCONFIRMED"))
    listed = Case.objects.get()
    own = own_case(system, motive="CONFIRMED")
    shown(own, system)
    merge(
        from_case_id=listed.pk,
        into_case_id=own.pk,
        reason="One person.",
        by=system,
        at=LATER,
    )
    [difference] = page(own).differences
    assert [(one.publisher_code, one.value) for one in difference.sayings] == [
        ("", "CONFIRMED"),
        ("LIST", "UNCONFIRMED"),
    ]


def test_a_field_that_a_policy_keeps_shut_is_never_compared(system):
    opened(system, said(role="JOURNALIST"))
    listed = Case.objects.get()
    own = own_case(system, role="MEDIA_WORKER")
    shown(own, system)
    merge(
        from_case_id=listed.pk,
        into_case_id=own.pk,
        reason="One person.",
        by=system,
        at=LATER,
    )
    assert page(own).differences == ()
    assert Person.objects.count() == 2
