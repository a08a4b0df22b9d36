"""What stands at an attack's address, beside whom and since which review."""

from uuid import uuid4

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case
from endimpunity.cases.operations import merge, publish, withdraw
from endimpunity.cases.operations.recording import record_condemnation
from endimpunity.cases.rules.columns import DateColumns
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    lens,
    opened,
    own_case,
    page,
    said,
)
from endimpunity.cases.vocabulary import CondemnationWord

UNDATED = DateColumns(
    date_earliest=None,
    date_latest=None,
    date_edtf="",
    date_text="",
)

pytestmark = pytest.mark.django_db


def attack_page(case):
    return published.attack_card(case.attack.key, lens=lens())


def shown(case, system, at=FIRST):
    publish(case_id=case.pk, alone=True, by=system, at=at, reason="A test.")


def withdrawn(case, system, at=LATER, reason="A test."):
    withdraw(case_id=case.pk, by=system, at=at, reason=reason)


def merged(case, into, system, at=LATER):
    merge(
        from_case_id=case.pk,
        into_case_id=into.pk,
        reason="One person.",
        by=system,
        at=at,
    )


def condemned(attack, system, at, body, case=None):
    record_condemnation(
        key=uuid4(),
        attack_id=attack,
        case_id=case and case.pk,
        body=body,
        on=UNDATED,
        word=CondemnationWord.CONDEMNED,
        citation_ids=[],
        by=system,
        at=at,
    )


def bodies(card):
    return [one.body for one in card.condemnations]


def addresses(lines):
    return {line.public_id for line in lines}


def test_what_is_said_of_one_person_waits_for_a_review_of_that_case(system):
    first = own_case(system)
    second = own_case(system, attack=first.attack_id)
    shown(first, system, at=FIRST)
    condemned(first.attack_id, system, LATER, "Of the first", case=first)
    condemned(first.attack_id, system, LATER, "Of all")
    shown(second, system, at=LAST)
    assert bodies(page(first)) == []
    assert bodies(page(second)) == ["Of all"]
    assert bodies(attack_page(first)) == ["Of all"]
    shown(first, system, at=LAST)
    assert bodies(attack_page(first)) == ["Of the first", "Of all"]


def test_the_attack_and_its_cases_name_the_same_people(system):
    opened(system, said(people=[{"name": "Ada Invented"}, {"name": "Bo Invented"}]))
    listed, beside = Case.objects.order_by("id")
    own = own_case(system)
    other = own_case(system, attack=own.attack_id)
    shown(own, system)
    shown(other, system)
    merged(listed, own, system)
    people = {own.public_id, other.public_id, beside.public_id}
    assert addresses(page(own).others_in_attack) | {own.public_id} == people
    assert addresses(attack_page(own).cases) == people


def test_an_attack_that_was_shown_and_is_withdrawn_says_so_for_ever(system):
    first = own_case(system)
    second = own_case(system, attack=first.attack_id)
    own_case(system, attack=first.attack_id)
    shown(first, system)
    shown(second, system)
    withdrawn(first, system, at=LATER, reason="The first.")
    assert addresses(attack_page(first).cases) == {second.public_id}
    withdrawn(second, system, at=LAST, reason="The last.")
    assert attack_page(first) == published.AttackTombstoneCard(
        key=str(first.attack.key),
        reason="The last.",
        since=LAST.date().isoformat(),
    )


def test_an_attack_that_was_never_shown_has_no_address(system):
    first, into = own_case(system), own_case(system)
    withdrawn(first, system)
    assert attack_page(first) is None
    shown(into, system)
    merged(own_case(system, attack=first.attack_id), into, system)
    assert attack_page(first) is None


def test_an_attack_found_to_be_another_leads_to_it(system):
    first, into = own_case(system), own_case(system)
    second = own_case(system, attack=first.attack_id)
    shown(first, system)
    shown(second, system)
    shown(into, system)
    merged(first, into, system)
    assert addresses(attack_page(first).cases) == {second.public_id, into.public_id}
    merged(second, into, system)
    assert attack_page(first) == published.AttackMovedCard(
        key=str(first.attack.key),
        to=str(into.attack.key),
    )
    assert addresses(attack_page(into).cases) == {into.public_id}
    withdrawn(into, system, at=LAST)
    assert isinstance(attack_page(first), published.AttackTombstoneCard)
    assert isinstance(attack_page(into), published.AttackTombstoneCard)


def test_whoever_is_left_of_an_attack_is_found_where_they_are_told(system):
    gone, into = own_case(system), own_case(system)
    left = own_case(system, attack=gone.attack_id)
    for one in (gone, left, into):
        shown(one, system)
    merged(left, into, system)
    withdrawn(gone, system)
    assert attack_page(gone).to == str(into.attack.key)
