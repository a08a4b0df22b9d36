"""What a publishing policy shows of a list, and what it never shows."""

from dataclasses import asdict
from typing import Any

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case, Publication, PublicLine
from endimpunity.cases.operations import (
    assert_field,
    publish,
    publish_under_policy,
    withdraw,
)
from endimpunity.cases.operations.releasing import (
    UnableToPublishUnderPolicy,
)
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
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
    sight,
    snapshot,
)
from endimpunity.cases.vocabulary import NO_LONGER_LISTED, Standing, Subject
from endimpunity.sources.models import Withdrawal
from endimpunity.sources.operations import end_policy
from endimpunity.sources.rules.licences import FACTS_AND_LINK
from endimpunity.sources.vocabulary import FIELDS

pytestmark = pytest.mark.django_db

ALLOWED = {
    "name",
    "name_native",
    "date",
    "year",
    "country",
    "place",
    "outlets",
    "violation",
    "motive",
    "impunity",
    "unesco_status",
    "url",
}
PLANTED = "zqxplanted"


def everything_public(known_at=LAST):
    """Return every card that can be reached, as text."""
    at = lens(known_at)
    cards: list[Any] = [
        published.registry_card(lens=at),
        *published.latest_unresolved(lens=at),
    ]
    for case in Case.objects.all():
        card = published.case_card(case.public_id, lens=at)
        cards.append(card)
    cards.extend(
        published.cases_in(code, lens=at) for code in ("", "BR", "AR", "IL+PS")
    )
    cards.append(published.search("Ada", lens=at))
    return " ".join(str(asdict(card)) for card in cards if card is not None)


def poisoned():
    """Return an entry with a secret in every field that is not allowed."""
    secret = said()
    for field in FIELDS:
        if field in ALLOWED or field in ("violation", "age", "resolved_year"):
            continue
        secret[field] = PLANTED
        if field in ("media", "beats", "nationality", "perpetrators"):
            secret[field] = [PLANTED]
        if field in ("requests", "responses", "acknowledgements"):
            secret[field] = [{"year": 2015, "url": PLANTED}]
        if field in ("conflict", "captive", "threatened", "tortured"):
            secret[field] = True
    return secret | {"unread": {"sex": PLANTED}}


def test_only_the_policys_fields_are_ever_shown_or_found(system):
    opened(system, poisoned())
    shown = everything_public()
    assert "Ada Invented" in shown
    assert "COMPLETE_IMPUNITY" in shown
    assert "https://list.example/ada" in shown
    assert PLANTED not in shown
    assert published.search(PLANTED, lens=lens()).total == 0
    assert PLANTED not in str(PublicLine.objects.values())
    card = page(Case.objects.get())
    assert {fact.field for fact in card.facts} == {
        "name",
        "date",
        "country",
        "place",
        "violations",
        "outlets",
    }


def test_the_test_above_can_fail(system):
    opened(system, said(place=PLANTED))
    assert PLANTED in everything_public()
    assert published.search(PLANTED, lens=lens()).total == 1


def test_a_policy_that_names_everything_still_opens_no_free_text(system):
    made = adopted(system, poisoned())
    made.policy = policy(system, fields=[*FIELDS, "unread", "people"])
    release(system, made.snapshot, made.policy)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=FIRST)
    card = page(Case.objects.get())
    assert card.summary == ""
    assert not {"summary", "perpetrators", "event"} & {f.field for f in card.facts}


def test_a_violation_that_may_not_be_told_is_not_taken_for_a_killing(system):
    made = adopted(system, said(violation="TORTURE"))
    silent = [field for field in FACTS_AND_LINK if field != "violation"]
    made.policy = policy(system, fields=silent)
    release(system, made.snapshot, made.policy)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=FIRST)
    card = page(Case.objects.get())
    assert card.line.violation == ""
    assert "KILLING" not in everything_public()


def test_a_day_is_told_so_that_every_language_can_say_it(system):
    stated = day("2018-10-02") | {"text": "October 2, 2018"}
    opened(system, said(date=stated))
    facts = page(Case.objects.get()).facts
    assert [it.value for it in facts if it.field == "date"] == ["2018-10-02"]


def test_days_that_are_not_one_keep_the_words_of_the_list(system):
    stated = day("2018-10-02", "2018-10-03") | {"text": "October 2 or 3, 2018"}
    opened(system, said(date=stated))
    facts = page(Case.objects.get()).facts
    assert [it.value for it in facts if it.field == "date"] == ["October 2 or 3, 2018"]


def test_a_doubt_of_the_motive_is_told_among_the_facts(system):
    opened(system, said(motive="UNCONFIRMED"))
    (fact,) = [it for it in page(Case.objects.get()).facts if it.field == "motive"]
    assert (fact.value, fact.coded) == ("UNCONFIRMED", True)
    assert [source.publisher_code for source in fact.sources] == ["LIST"]


def test_the_registrys_own_words_on_a_case_wait_for_a_person(system):
    made = opened(system, said())
    case = Case.objects.get()
    assert_field(
        subject=Subject.CASE,
        subject_id=case.pk,
        field="not_told",
        value=PLANTED,
        citation_ids=[],
        reason="A test.",
        by=system,
        at=LATER,
    )
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    assert PLANTED not in everything_public()
    publish(case_id=case.pk, reason="Read.", by=system, at=LATER, alone=True)
    assert PLANTED in everything_public()


def test_a_file_that_is_not_released_changes_nothing_public(system):
    made = opened(system, said())
    later = snapshot(system, "2024-01-31", at=LATER)
    sight(made.records[0], later, said(place=PLANTED, impunity="PARTIAL_IMPUNITY"))
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    assert PLANTED not in everything_public()
    release(system, later, made.policy, LATER)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    assert PLANTED in everything_public()


def test_a_lists_status_is_told_as_its_own_word_since_when(system):
    made = opened(system, said())
    later = snapshot(system, "2024-01-31", at=LATER)
    sight(made.records[0], later, {"impunity": "PARTIAL_IMPUNITY"})
    release(system, later, made.policy, LATER)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    card = page(Case.objects.get())
    assert [(one.says, one.stated_on, one.until) for one in card.statements] == [
        ("COMPLETE_IMPUNITY", "2023-12-31", "2024-01-31"),
        ("PARTIAL_IMPUNITY", "2024-01-31", ""),
    ]
    assert card.line.standing == Standing.PARTIAL_IMPUNITY
    assert card.line.standing_by == "The LIST"
    assert card.policy.publisher == "The LIST"
    assert card.policy.alone


def test_a_case_of_the_registry_joined_by_a_list_shows_both_voices(system):
    case = own_case(system, summary="What happened.")
    publish(case_id=case.pk, reason="Read.", by=system, at=FIRST, alone=True)
    opened(system, said(sex=PLANTED))
    card = page(case)
    assert card.summary == "What happened."
    outlets = next(fact for fact in card.facts if fact.field == "outlets")
    assert outlets.sources[0].publisher_code == "LIST"
    assert outlets.sources[0].url == "https://list.example/ada"
    assert card.policy.publisher == ""
    assert PLANTED not in everything_public()


def test_publishing_again_changes_nothing(system):
    made = opened(system, said(), said("Bob Invented"))
    before = list(PublicLine.objects.order_by("pk").values())
    again = publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    assert (again.published, again.kept, again.withdrawn) == (0, 2, 0)
    assert list(PublicLine.objects.order_by("pk").values()) == before
    assert Publication.objects.count() == 2


def test_what_a_person_withdrew_no_policy_brings_back(system):
    made = opened(system, said())
    withdraw(case_id=Case.objects.get().pk, reason="Asked.", by=system, at=LATER)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LAST)
    assert not PublicLine.objects.exists()


def test_what_the_list_withdrew_is_withdrawn_and_may_come_back(system):
    made = opened(system, said(), said("Bob Invented"))
    later = snapshot(system, "2024-01-31", at=LATER)
    release(system, later, made.policy, LATER)
    gone = Withdrawal.objects.create(
        snapshot=later,
        record=made.records[0],
        recorded_at=LATER,
    )
    shown = publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)
    assert shown.withdrawn == 1
    ada = Case.objects.get(name="Ada Invented")
    assert page(ada).reason == NO_LONGER_LISTED
    gone.superseded_at = LAST
    gone.save()
    publish_under_policy(policy_id=made.policy.pk, by=system, at=LAST)
    assert page(ada).line.name == "Ada Invented"


def test_an_ended_policy_publishes_nothing(system):
    made = opened(system, said())
    end_policy(publisher_code="LIST", reason="A test.", by=system, at=LATER)
    with pytest.raises(UnableToPublishUnderPolicy):
        publish_under_policy(policy_id=made.policy.pk, by=system, at=LATER)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://a.example/",
        "https://[",
        "https://user:pw@a.example/",
        "not an address",
        None,
    ],
)
def test_a_lists_link_is_a_web_address_or_none(system, url):
    opened(system, said(url=url))
    card = page(Case.objects.get())
    assert {source.url for source in card.sources} == {""}
