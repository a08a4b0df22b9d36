"""Sources quoted with a value of one field: side by side, each with its day."""

from datetime import date
from uuid import uuid4

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Assertion, Disagreement
from endimpunity.cases.operations import (
    load_starter,
    loading,
    publish,
    record_disagreement,
    record_statement,
)
from endimpunity.cases.operations.asserting import cite
from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.rules.differing import COMPARED, TOLD_APART, told_apart
from endimpunity.cases.rules.sayings import SAYABLE, stored
from endimpunity.cases.rules.starter import read_starter, stored_day
from endimpunity.cases.tests.factories import FIRST, LAST, LATER, lens, own_case, page
from endimpunity.cases.vocabulary import Method

pytestmark = pytest.mark.django_db


def cited(system, url, stated="", at=FIRST, read=date(2023, 12, 1)):
    return cite(
        label="A paper",
        url=url,
        stated_edtf=stated,
        read_on=read,
        by=system,
        at=at,
    )


def quote(system, case, said, at=FIRST, **more):
    """Quote a voice, said as: publisher, field, value."""
    publisher, about, code = said
    record_statement(
        key=uuid4(),
        attack_id=case.attack_id,
        publisher_label=publisher,
        method=Method.GENERAL,
        about=about,
        code=code,
        on=date_columns(stored_day(more.pop("stated", "2023-05"))),
        citation_ids=[cited(system, f"https://{uuid4()}.example/")],
        by=system,
        at=at,
        **more,
    )


def show(case, system, at=FIRST):
    publish(case_id=case.pk, reason="A test.", by=system, at=at, alone=True)


def told(card):
    return {
        one.field: [(it.publisher, it.value, it.since) for it in one.sayings]
        for one in card.differences
    }


def test_every_field_that_can_be_said_can_be_compared_in_one_way():
    assert set(SAYABLE) <= set(COMPARED) | set(TOLD_APART)
    assert not set(COMPARED) & set(TOLD_APART)
    assert stored("outlets", "A Paper") == ["A Paper"]
    assert stored("age", "57") == "57"
    assert stored("CONVICTED", "2019-04-05")["earliest"] == "2019-04-05"


@pytest.mark.parametrize(
    ("field", "one", "other", "apart"),
    [
        ("outlets", ["A Paper", "B"], "B", False),
        ("outlets", ["A Paper"], "B", True),
        ("place", "Anytown", "Otherville", True),
        ("place", "Anytown", "Anytown", False),
    ],
)
def test_what_the_registry_has_is_told_apart_from_what_a_source_says(
    field, one, other, apart
):
    voices = [{field: one}, {field: stored(field, other)}]
    assert told_apart(voices) == ({field: [0, 1]} if apart else {})


def test_a_source_that_contradicts_stands_beside_the_registry_with_its_day(system):
    case = own_case(system, age=57)
    quote(system, case, ("A paper", "age", "51"), case_id=case.pk)
    quote(system, case, ("Another", "age", "57"), case_id=case.pk, stated="2023-06-07")
    show(case, system)
    card = page(case)
    assert told(card) == {
        "age": [
            ("", "57", "2024-01-01"),
            ("A paper", "51", "2023-05"),
            ("Another", "57", "2023-06-07"),
        ],
    }
    assert card.statements == ()
    assert {len(one.sources) for one in card.differences[0].sayings[1:]} == {1}
    sources = {one.url for it in card.differences[0].sayings for one in it.sources}
    assert sources <= {one.url for one in card.sources}


def test_a_source_that_agrees_is_told_among_those_who_speak(system):
    case = own_case(system, age=57)
    quote(system, case, ("A paper", "age", "57"), case_id=case.pk)
    show(case, system)
    card = page(case)
    assert card.differences == ()
    assert [(one.about, one.code) for one in card.statements] == [("age", "57")]


def test_words_of_a_source_stay_among_those_who_speak(system):
    case = own_case(system, motive="CONFIRMED")
    quote(system, case, ("A paper", "motive", "UNCONFIRMED"), text="Nobody could tell.")
    show(case, system)
    card = page(case)
    assert list(told(card)) == ["motive"]
    assert [one.says for one in card.statements] == ["Nobody could tell."]


def test_tolls_and_days_of_events_are_told_side_by_side_on_both_pages(system):
    case = own_case(system)
    quote(system, case, ("A court", "ALL_KILLED", "57"))
    quote(system, case, ("A paper", "ALL_KILLED", "58"))
    quote(system, case, ("A paper", "CONVICTED", "2019-02-05"), stated="")
    quote(system, case, ("A court", "CONVICTED", "2019-04"))
    show(case, system)
    expected = {
        "ALL_KILLED": [("A court", "57", "2023-05"), ("A paper", "58", "2023-05")],
        "CONVICTED": [("A court", "2019-04", "2023-05"), ("A paper", "2019-02-05", "")],
    }
    assert told(page(case)) == expected
    card = published.attack_card(case.attack.key, lens=lens())
    assert told(card) == expected


def test_a_month_that_holds_the_day_is_no_other_day(system):
    case = own_case(system)
    quote(system, case, ("A court", "CONVICTED", "2019-04"))
    quote(system, case, ("A paper", "CONVICTED", "2019-04-05"))
    show(case, system)
    assert page(case).differences == ()


def test_what_is_quoted_later_waits_for_the_review(system):
    case = own_case(system, age=57)
    show(case, system)
    quote(system, case, ("A paper", "age", "51"), at=LATER)
    assert page(case).differences == ()
    show(case, system, at=LAST)
    assert list(told(page(case))) == ["age"]


def test_a_disagreement_in_words_has_its_sources_and_its_language(system):
    case = own_case(system)
    record_disagreement(
        key=uuid4(),
        attack_id=case.attack_id,
        text="One says four, one says six.",
        citation_ids=[cited(system, "https://four.example/", "2020")],
        by=system,
        at=FIRST,
    )
    show(case, system)
    attack = published.attack_card(case.attack.key, lens=lens())
    for card in (page(case), attack):
        assert isinstance(card, published.CaseCard | published.AttackCard)
        (one,) = card.disagreements
        assert (one.text, one.language) == ("One says four, one says six.", "en")
        assert [source.stated_on for source in one.sources] == ["2020"]
        if isinstance(card, published.CaseCard):
            assert card.sources == one.sources


def test_an_account_and_what_was_not_told_have_their_sources(system):
    case = own_case(
        system,
        summary="She was shot.",
        context="At a rally.",
        not_told="Who paid.",
    )
    source = cited(system, "https://undated.example/")
    for row in Assertion.objects.filter(superseded_at=None):
        row.citations.set([source])
    show(case, system)
    card = page(case)
    assert isinstance(card, published.CaseCard)
    (one,) = card.summary_sources
    assert (one.stated_on, one.read_on) == ("", "2023-12-01")
    assert card.not_told_sources == card.summary_sources
    assert one in card.sources
    attack = published.attack_card(case.attack.key, lens=lens())
    assert isinstance(attack, published.AttackCard)
    assert attack.summary_sources == attack.context_sources == (one,)
    assert {fact.field: fact.sources for fact in attack.facts} == {
        "date": (one,),
        "country": (one,),
    }


def test_the_starter_shows_disagreements_side_by_side(system, monkeypatch):
    few = [
        text
        for text in loading.shipped_files()
        if '\nslug = "dupont-verlon"\n' in text or '\nslug = "isaak"\n' in text
    ]
    monkeypatch.setattr(loading, "shipped_files", lambda: few)
    load_starter(by=system, at=FIRST)
    cards = {
        line.name: published.case_card(line.public_id, lens=lens())
        for line in published.cases_in("ML", lens=lens()).items
        + published.cases_in("ER", lens=lens()).items
    }
    dupont = told(cards["Ghislaine Dupont"])
    assert list(dupont) == ["age", "date"]
    assert [value for _, value, _ in dupont["age"]] == ["57", "51", "57"]
    assert dupont["date"][1] == ("Panapress", "2013-11-01", "2013-11-05")
    verlon = told(cards["Claude Verlon"])
    assert [value for _, value, _ in verlon["age"]] == ["55", "58", "55"]
    isaak = cards["Dawit Isaak"]
    assert isinstance(isaak, published.CaseCard)
    assert isaak.not_told
    assert len(isaak.not_told_sources) > 1


def test_what_an_earlier_release_told_ends_and_is_not_told_twice(system, monkeypatch):
    (now,) = [
        text for text in loading.shipped_files() if '\nslug = "dupont-verlon"\n' in text
    ]
    before = "".join(
        line
        for line in now.splitlines(keepends=True)
        if not line.startswith("ended = ")
    )
    before += (
        '\n[[disagreement]]\nslug = "ages"\ntext = "First reports differ."\n'
        'cite = ["ap", "un-radio"]\n'
    )
    monkeypatch.setattr(loading, "shipped_files", lambda: [before])
    load_starter(by=system, at=FIRST)
    assert Disagreement.objects.filter(superseded_at=None).count() == 2
    assert "disagreement/ages" in read_starter(now).ended
    monkeypatch.setattr(loading, "shipped_files", lambda: [now])
    assert load_starter(by=system, at=LATER).changed
    assert Disagreement.objects.filter(superseded_at=None).count() == 1
    assert not load_starter(by=system, at=LAST).changed
