"""Opening cases to the world, one by one."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case, Publication, PublicLine
from endimpunity.cases.operations import (
    assert_field,
    merge,
    publish,
    undo_merge,
    withdraw,
)
from endimpunity.cases.operations.publishing import UnableToPublish, UnableToWithdraw
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    lens,
    opened,
    own_case,
    page,
    said,
    second_person,
)
from endimpunity.cases.vocabulary import Subject
from endimpunity.sources import published as sources_published

pytestmark = pytest.mark.django_db


def show(case, system, at=FIRST, **more):
    publish(case_id=case.pk, reason="A test.", by=system, at=at, alone=True, **more)


def test_one_person_alone_must_say_so(system):
    case = own_case(system)
    with pytest.raises(UnableToPublish):
        publish(case_id=case.pk, reason="A test.", by=system, at=FIRST)
    with pytest.raises(UnableToPublish):
        publish(
            case_id=case.pk,
            reason="A test.",
            by=system,
            at=FIRST,
            second_reader=system,
        )
    assert not Publication.objects.exists()


def test_a_second_reader_is_told(system):
    case = own_case(system)
    publish(
        case_id=case.pk,
        reason="A test.",
        by=system,
        at=FIRST,
        second_reader=second_person(),
    )
    card = page(case)
    assert card.line.two_persons
    assert not card.policy.alone
    assert not published.registry_card(lens=lens()).alone


def test_a_draft_is_nowhere(system):
    case = own_case(system)
    assert page(case) is None
    assert published.latest_unresolved(lens=lens()) == ()
    assert published.search("Ada", lens=lens()).total == 0
    card = published.registry_card(lens=lens())
    assert (card.published, card.left_out) == (0, 1)


def test_a_withdrawn_case_leaves_its_reason_and_nothing_else(system):
    case = own_case(system)
    show(case, system)
    withdraw(case_id=case.pk, reason="The family asked.", by=system, at=LATER)
    card = page(case)
    assert isinstance(card, published.TombstoneCard)
    assert (card.reason, card.since) == ("The family asked.", "2024-02-01")
    assert published.search("Ada", lens=lens()).total == 0
    assert not PublicLine.objects.exists()
    # Protection outranks memory: not even under the lens of that time.
    before = page(case, lens(FIRST))
    assert isinstance(before, published.TombstoneCard)
    assert Case.objects.get().public_id == case.public_id


def test_a_draft_that_is_withdrawn_was_never_there(system):
    case = own_case(system)
    withdraw(case_id=case.pk, reason="A mistake.", by=system, at=FIRST)
    assert page(case) is None
    with pytest.raises(UnableToWithdraw):
        withdraw(case_id=case.pk, reason=" ", by=system, at=FIRST)


def test_what_is_asserted_after_the_review_waits_for_the_next(system):
    case = own_case(system)
    show(case, system)
    told = own_fact(case, system, "not_told", "What nobody could read.", LATER)
    assert told
    assert page(case).not_told == ""
    show(case, system, LATER)
    card = page(case)
    assert card.not_told == "What nobody could read."


def test_what_was_corrected_is_gone_at_once(system):
    case = own_case(system, not_told="A mistake.")
    show(case, system)
    own_fact(case, system, "not_told", "Corrected.", LATER)
    assert page(case).not_told == ""


def test_a_merged_case_redirects_and_comes_back(system):
    one, two = own_case(system), own_case(system, name="Bob Invented")
    show(one, system)
    show(two, system)
    made = merge(
        from_case_id=one.pk,
        into_case_id=two.pk,
        reason="One.",
        by=system,
        at=LATER,
    )
    moved = page(one)
    assert moved == published.MovedCard(public_id=one.public_id, to=two.public_id)
    assert names() == ["Bob Invented"]
    assert published.search("Ada", lens=lens()).total == 0
    assert names(FIRST) == ["Ada Invented", "Bob Invented"]
    assert published.registry_card(lens=lens()).left_out == 0
    undo_merge(merge_id=made, reason="Two.", by=system, at=LAST)
    assert names() == ["Ada Invented", "Bob Invented"]
    assert page(one).line.name == "Ada Invented"


def test_a_merged_case_lends_its_voice_until_it_is_undone(system):
    one = own_case(system, attack=None)
    made = opened(system, said("Bob Invented", outlets=["Radio Two"]))
    bob = Case.objects.get(name="Bob Invented")
    show(one, system)
    key = merge(
        from_case_id=bob.pk,
        into_case_id=one.pk,
        reason="One.",
        by=system,
        at=LATER,
    )
    assert page(one).line.outlets == ("Radio Two",)
    assert page(bob) == published.MovedCard(
        public_id=bob.public_id,
        to=one.public_id,
    )
    undo_merge(merge_id=key, reason="Two.", by=system, at=LAST)
    assert page(one).line.outlets == ()
    assert page(bob).line.name == "Bob Invented"
    assert made.records


def test_a_case_that_leads_to_a_draft_stays_where_it_was(system):
    one, two = own_case(system), own_case(system, name="Bob Invented")
    show(one, system)
    merge(
        from_case_id=one.pk,
        into_case_id=two.pk,
        reason="One.",
        by=system,
        at=LATER,
    )
    assert page(one).line.name == "Ada Invented"
    assert page(two) is None


def test_withdrawing_a_case_withdraws_those_that_lead_to_it(system):
    one, two = own_case(system), own_case(system, name="Bob Invented")
    show(one, system)
    show(two, system)
    merge(
        from_case_id=one.pk,
        into_case_id=two.pk,
        reason="One.",
        by=system,
        at=LATER,
    )
    withdraw(case_id=two.pk, reason="The family asked.", by=system, at=LAST)
    for case in (one, two):
        card = page(case)
        assert isinstance(card, published.TombstoneCard)
    assert names(FIRST) == []
    assert not PublicLine.objects.exists()


def test_an_entry_that_comes_in_later_does_not_bring_a_withdrawn_name_back(system):
    case = own_case(system)
    show(case, system)
    withdraw(case_id=case.pk, reason="The family asked.", by=system, at=FIRST)
    opened(system, said(), said("Bob Invented"))
    assert Case.objects.count() == 2
    assert isinstance(page(case), published.TombstoneCard)
    listed = sources_published.records_of("LIST", lens=lens())
    assert [one.name for one in listed.items] == ["Bob Invented"]


def own_fact(case, system, field, value, at):
    return assert_field(
        subject=Subject.CASE,
        subject_id=case.pk,
        field=field,
        value=value,
        citation_ids=[],
        reason="A test.",
        by=system,
        at=at,
    )


def names(known_at=LAST):
    return [one.name for one in published.latest_unresolved(lens=lens(known_at))]
