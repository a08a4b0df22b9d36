"""What becomes of a case that its list drops while another open list names it."""

from datetime import timedelta

import pytest

from endimpunity.audit.models import Deed
from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, Publication, PublicLine
from endimpunity.cases.operations import close_list, publish, publish_under_policy
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    lens,
    opened,
    own_case,
    page,
    policy,
    release,
    said,
    snapshot,
)
from endimpunity.cases.vocabulary import NO_LONGER_LISTED
from endimpunity.sources import operations as sources
from endimpunity.sources.models import Withdrawal

pytestmark = pytest.mark.django_db

AFTER = LAST + timedelta(days=1)


def also_listed(system, code="OTHER", **more):
    """Let another list, open to the world, name Ada, whom the registry knows."""
    other = adopted(system, said(**more), code=code)
    other.policy = policy(system, code=code)
    release(system, other.snapshot, other.policy)
    publish_under_policy(policy_id=other.policy.pk, by=system, at=FIRST)
    return other


def drop(system, made, code="LIST", at=LATER):
    """Let a list's next file, released as well, hold its first record no more."""
    file = snapshot(system, "2024-01-31", code, at=at)
    release(system, file, made.policy, at)
    gone = Withdrawal.objects.create(
        snapshot=file, record=made.records[0], recorded_at=at
    )
    shown = publish_under_policy(policy_id=made.policy.pk, by=system, at=at)
    return shown, gone


def counted(shown):
    return (shown.published, shown.kept, shown.withdrawn, shown.handed_on)


def test_it_goes_on_under_the_other_lists_policy(system):
    own_case(system)
    also_listed(system, place="Othertown")
    made = opened(system, said(), said("Bob Invented"))
    ada = Case.objects.get(name="Ada Invented")
    assert page(ada).policy.publisher == "The LIST"
    shown, _ = drop(system, made)
    assert counted(shown) == (0, 1, 0, 1)
    assert page(ada).policy.publisher == "The OTHER"
    assert published.search("Ada", lens=lens()).total == 1
    deed = Deed.objects.filter(deed="cases.publish_under_policy").latest("pk")
    assert deed.detail == {"published": 0, "withdrawn": 0, "handed_on": 1}


def test_it_is_counted_once_and_comes_back_to_the_list_that_names_it_again(system):
    own_case(system)
    also_listed(system)
    made = opened(system, said())
    _, gone = drop(system, made)
    again = publish_under_policy(policy_id=made.policy.pk, by=system, at=LAST)
    assert counted(again) == (0, 0, 0, 0)
    gone.superseded_at = AFTER
    gone.save()
    back = publish_under_policy(policy_id=made.policy.pk, by=system, at=AFTER)
    assert counted(back) == (1, 0, 0, 0)
    assert page(Case.objects.get(), lens(AFTER)).policy.publisher == "The LIST"
    assert Publication.objects.filter(superseded_at=None).count() == 1


def test_it_is_withdrawn_when_the_last_open_list_drops_it_too(system):
    own_case(system)
    other = also_listed(system)
    made = opened(system, said())
    drop(system, made)
    shown, _ = drop(system, other, "OTHER", LAST)
    assert counted(shown) == (0, 0, 1, 0)
    assert page(Case.objects.get()).reason == NO_LONGER_LISTED
    assert not PublicLine.objects.exists()


def test_it_goes_on_under_the_first_of_several_lists_and_then_under_the_next(system):
    own_case(system)
    also_listed(system, "OTHER")
    also_listed(system, "ALSO")
    made = opened(system, said())
    drop(system, made)
    ada = Case.objects.get()
    assert page(ada).policy.publisher == "The ALSO"
    close_list(publisher_code="ALSO", reason="Asked.", by=system, at=LAST)
    assert page(ada).policy.publisher == "The OTHER"


def test_what_people_published_stays_as_they_decided(system):
    case = own_case(system)
    publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)
    also_listed(system)
    made = opened(system, said())
    shown, _ = drop(system, made)
    assert counted(shown) == (0, 1, 0, 0)
    assert page(case).policy.publisher == ""


@pytest.mark.parametrize("silent", ["closed", "not released", "withheld", "dropped"])
def test_a_list_that_does_not_show_it_does_not_keep_it(system, silent):
    own_case(system)
    other = adopted(system, said(), code="OTHER")
    other.policy = policy(system, code="OTHER")
    if silent != "not released":
        release(system, other.snapshot, other.policy)
    made = opened(system, said())
    if silent == "closed":
        sources.end_policy(publisher_code="OTHER", reason="Why.", by=system, at=FIRST)
    if silent == "withheld":
        part = Membership.objects.get(publisher="OTHER").part_id
        sources.withhold_parts(part_ids=[part], reason="Asked.", by=system, at=FIRST)
    if silent == "dropped":
        drop(system, other, "OTHER")
    shown, _ = drop(system, made)
    assert counted(shown) == (0, 0, 1, 0)
    assert page(Case.objects.get()).reason == NO_LONGER_LISTED
