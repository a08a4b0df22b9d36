"""What justice did: told after the review, in order, for all cases that are one."""

import uuid
from datetime import date

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Citation, ProceedingCitation
from endimpunity.cases.operations import (
    merge,
    publish,
    record_event,
    record_proceeding,
    withdraw,
)
from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    day,
    lens,
    own_case,
    page,
)
from endimpunity.cases.vocabulary import EventKind, ProceedingKind

pytestmark = pytest.mark.django_db


def show(case, system, at=FIRST):
    publish(case_id=case.pk, reason="A test.", by=system, at=at, alone=True)


def tried(system, case, *events, at=FIRST, citations=(), key=None):
    """Record a trial with events: (kind, stored date)."""
    trial = record_proceeding(
        key=key or uuid.uuid4(),
        jurisdiction="BR",
        court="A court",
        kind=ProceedingKind.TRIAL,
        case_ids=[case.pk],
        citation_ids=[one.pk for one in citations],
        accused={},
        by=system,
        at=at,
    )
    for kind, on in events:
        record_event(
            key=uuid.uuid4(),
            proceeding_id=trial,
            kind=kind,
            on=date_columns(on),
            what="",
            case_ids=[case.pk],
            citation_ids=[],
            by=system,
            at=at,
        )


CONVICTED = (EventKind.CONVICTED, day("2016-01-01"))


def join(one, two, system, at=LATER):
    merge(
        from_case_id=one.pk,
        into_case_id=two.pk,
        reason="One.",
        by=system,
        at=at,
    )


def test_a_proceeding_waits_for_the_review(system):
    case = own_case(system)
    show(case, system)
    tried(system, case, CONVICTED, at=LATER)
    assert page(case).proceedings == ()
    show(case, system, LAST)
    assert len(page(case).proceedings) == 1
    assert page(case).line.standing == "CONVICTION_NOT_FINAL"


def test_a_source_cited_later_waits_too(system):
    case, key = own_case(system), uuid.uuid4()
    tried(system, case, CONVICTED, key=key)
    show(case, system)
    late = Citation.objects.create(label="A paper", recorded_at=LATER)
    tried(system, case, key=key, citations=[late], at=LATER)
    assert page(case).proceedings[0].sources == ()
    show(case, system, LAST)
    assert [one.label for one in page(case).proceedings[0].sources] == ["A paper"]


def test_a_known_source_cited_later_is_not_read_under_an_old_lens(system):
    case, key = own_case(system), uuid.uuid4()
    paper = Citation.objects.create(label="A paper", recorded_at=FIRST)
    tried(system, case, CONVICTED, key=key)
    show(case, system)
    tried(system, case, key=key, citations=[paper], at=LATER)
    assert page(case).proceedings[0].sources == ()
    show(case, system, LAST)
    assert page(case, lens(FIRST)).proceedings[0].sources == ()
    assert [one.label for one in page(case).proceedings[0].sources] == ["A paper"]
    tried(system, case, key=key, citations=[paper], at=LAST)
    assert ProceedingCitation.objects.get().recorded_at == LATER


def test_a_case_linked_to_a_known_proceeding_waits_for_the_review(system):
    first, case, key = own_case(system), own_case(system, name="Bob"), uuid.uuid4()
    tried(system, first, CONVICTED, key=key)
    show(case, system)
    tried(system, case, key=key, at=LATER)
    assert page(case).proceedings == ()
    show(case, system, LAST)
    assert len(page(case).proceedings) == 1


def test_no_later_than_a_day_is_not_told_before_it(system):
    case = own_case(system)
    until = {"text": "by 2014", "earliest": None, "latest": "2014-12-31"}
    tried(system, case, (EventKind.ARRESTED, until))
    show(case, system)
    assert page(case, lens(as_of=date(2014, 12, 30))).proceedings[0].events == ()
    assert len(page(case, lens(as_of=date(2014, 12, 31))).proceedings[0].events) == 1


def test_no_later_than_a_day_stands_at_that_day(system):
    case = own_case(system)
    until = {"text": "by 2014", "earliest": None, "latest": "2014-12-31"}
    tried(system, case, CONVICTED, (EventKind.ARRESTED, until))
    show(case, system)
    kinds = [one.kind for one in page(case).proceedings[0].events]
    assert kinds == [EventKind.ARRESTED, EventKind.CONVICTED]


def test_line_and_page_of_merged_cases_agree(system):
    one = own_case(system, not_told="What nobody could read.")
    two = own_case(system, name="Ada I.")
    tried(system, one, CONVICTED)
    show(one, system)
    show(two, system)
    join(one, two, system)
    card = page(two)
    assert card.line.standing == "CONVICTION_NOT_FINAL"
    assert len(card.proceedings) == 1
    assert card.line.name == "Ada I."
    assert card.not_told == "What nobody could read."


def test_a_merged_draft_waits_for_the_review(system):
    one = own_case(system, not_told="What nobody could read.")
    two = own_case(system, name="Ada I.")
    tried(system, one, CONVICTED)
    show(two, system)
    join(one, two, system)
    card = page(two)
    assert (card.not_told, card.proceedings) == ("", ())
    assert card.line.standing == "NOT_STATED"
    show(two, system, LAST)
    assert page(two).not_told == "What nobody could read."


def test_a_withdrawn_case_says_nothing_in_the_one_it_leads_to(system):
    one = own_case(system, not_told="What nobody could read.")
    two = own_case(system, name="Ada I.")
    tried(system, one, CONVICTED)
    show(one, system)
    withdraw(case_id=one.pk, reason="The family asked.", by=system, at=FIRST)
    join(one, two, system)
    show(two, system, LAST)
    card = page(two)
    assert (card.not_told, card.proceedings) == ("", ())
    assert isinstance(page(one), published.TombstoneCard)


def test_a_case_that_leads_to_a_withdrawn_one_shows_nothing(system):
    one, two = own_case(system), own_case(system, name="Ada I.")
    show(one, system)
    withdraw(case_id=two.pk, reason="The family asked.", by=system, at=FIRST)
    join(one, two, system)
    card = page(one)
    assert isinstance(card, published.TombstoneCard)
    assert card.reason == "The family asked."
    assert published.search("Ada", lens=lens()).total == 0
