"""The starter registry, loaded."""

from datetime import timedelta

import pytest

from endimpunity.audit.models import Deed
from endimpunity.cases import published
from endimpunity.cases.models import (
    Accused,
    Assertion,
    Attack,
    Case,
    Citation,
    Condemnation,
    Disagreement,
    Person,
    Proceeding,
    ProceedingEvent,
    Publication,
    PublicLine,
    Statement,
    Toll,
    Upcoming,
)
from endimpunity.cases.operations import load_starter, loading, withdraw
from endimpunity.cases.operations.loading import UnableToLoadStarter
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    day,
    lens,
    page,
    said,
)
from endimpunity.cases.vocabulary import Standing

pytestmark = pytest.mark.django_db

TABLES = (
    Accused,
    Assertion,
    Attack,
    Case,
    Citation,
    Condemnation,
    Deed,
    Disagreement,
    Person,
    Proceeding,
    ProceedingEvent,
    PublicLine,
    Publication,
    Statement,
    Toll,
    Upcoming,
)


# Enough files to see how loading works; test_starter_registry.py loads all.
FEW = ("ampatuan", "chauncey-bailey", "dupont-verlon")


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Ship three attacks; return how to ship all of them again."""
    shipped = loading.shipped_files()
    some = [
        text for text in shipped if any(f'\nslug = "{one}"\n' in text for one in FEW)
    ]
    monkeypatch.setattr(loading, "shipped_files", lambda: some)
    return lambda: monkeypatch.setattr(loading, "shipped_files", lambda: shipped)


def rows():
    return {model: list(model.objects.order_by("pk").values()) for model in TABLES}


def card_of(name):
    case = Case.objects.get(name=name)
    return page(case)


def test_loading_it_twice_changes_nothing(system):
    first = load_starter(by=system, at=FIRST)
    before = rows()
    again = load_starter(by=system, at=LATER)
    assert (first.changed, again.changed) == (True, False)
    assert rows() == before


def test_a_registry_that_has_some_of_it_takes_the_rest_and_doubles_nothing(system, few):
    before = load_starter(by=system, at=FIRST)
    old = set(Case.objects.values_list("public_id", flat=True))
    few()
    after = load_starter(by=system, at=LATER)
    assert after.changed
    assert (after.attacks, after.cases) == (
        Attack.objects.count(),
        Case.objects.count(),
    )
    assert after.attacks > before.attacks == len(FEW)
    assert old <= set(Case.objects.values_list("public_id", flat=True))
    kept = rows()
    assert not load_starter(by=system, at=LAST).changed
    assert rows() == kept


def test_every_fact_has_a_source_and_every_case_is_shown(system, few):
    few()
    loaded = load_starter(by=system, at=FIRST)
    assert loaded.cases == Case.objects.count() == PublicLine.objects.count()
    for case in Case.objects.all():
        card = page(case)
        assert card.summary
        sourced = [*card.facts, *card.tolls, *card.proceedings, *card.statements]
        sourced += [event for one in card.proceedings for event in one.events]
        sourced += [it for one in card.proceedings for it in one.upcoming]
        assert all(one.sources for one in sourced)
        assert all(source.url for source in card.sources)
        assert card.policy.alone
        assert not card.line.two_persons
    assert published.registry_card(lens=lens()).sample


def test_kidal_has_two_proceedings_and_no_conviction(system):
    load_starter(by=system, at=FIRST)
    card = card_of("Ghislaine Dupont")
    assert [one.jurisdiction for one in card.proceedings] == ["FR", "ML"]
    assert card.line.standing == Standing.NO_CONVICTION_KNOWN
    assert [one.name for one in card.others_in_attack] == ["Claude Verlon"]
    assert card.line.where.country == "ML"
    assert card.line.date.edtf == "2013-11-02"
    assert card.condemnations[0].word == "CONDEMNED"


def test_ampatuan_is_held_by_tolls_and_its_contested_victim_by_statements(system):
    load_starter(by=system, at=FIRST)
    card = card_of("Reynaldo Momay")
    tolls = {(one.group, one.low, one.high) for one in card.tolls}
    assert {("ALL_KILLED", 57, 58), ("MEDIA_KILLED", 31, 32)} <= tolls
    assert Case.objects.filter(attack__country="PH").count() == 3
    assert card.line.standing == Standing.NO_CONVICTION_KNOWN
    assert card_of("Rosell Morales").line.standing == Standing.CONVICTION_NOT_FINAL
    assert "CONVICTED" not in {
        event.kind for one in card.proceedings for event in one.events
    }
    said_by_unesco = [one for one in card.statements if one.method == "UNESCO"]
    assert [one.code for one in said_by_unesco] == ["", "ONGOING_UNRESOLVED"]


def test_oakland_stands_where_the_sources_leave_it(system):
    load_starter(by=system, at=FIRST)
    card = card_of("Chauncey Bailey")
    assert card.line.standing == Standing.CONVICTION_NOT_FINAL
    trial = card.proceedings[0]
    assert [event.accused for event in trial.events] == [(1,), (2, 3), (1,)]
    assert [event.kind for event in card.proceedings[1].events] == [
        "APPEALED",
        "APPEALED",
    ]


def test_a_fact_worded_otherwise_ends_the_one_before(system, monkeypatch):
    load_starter(by=system, at=FIRST)
    files = [
        text.replace("He was walking", "He walked") for text in loading.shipped_files()
    ]
    files = [text.replace("high = 58", "high = 59") for text in files]
    monkeypatch.setattr(loading, "shipped_files", lambda: files)
    assert load_starter(by=system, at=LATER).changed
    attack = Case.objects.get(name="Chauncey Bailey").attack_id
    contexts = Assertion.objects.filter(
        field="context",
        subject="ATTACK",
        subject_id=attack,
    ).order_by("pk")
    assert list(contexts.values_list("superseded_at", flat=True)) == [LATER, None]
    context = next(f for f in card_of("Chauncey Bailey").facts if f.field == "context")
    assert context.value == "He walked to work."
    assert 59 in {one.high for one in card_of("Reynaldo Momay").tolls}
    assert not load_starter(by=system, at=LATER + timedelta(1)).changed


def test_what_was_called_final_in_error_no_longer_stands_after_the_next_load(
    system, monkeypatch
):
    true = loading.shipped_files()
    day_of_appeal = 'date = "2015-01-14"'
    before = [
        text.replace(f'"APPEALED"\n{day_of_appeal}', f'"FINAL"\n{day_of_appeal}')
        for text in true
    ]
    monkeypatch.setattr(loading, "shipped_files", lambda: before)
    load_starter(by=system, at=FIRST)
    assert card_of("Chauncey Bailey").line.standing == Standing.CONVICTION_FINAL
    monkeypatch.setattr(loading, "shipped_files", lambda: true)
    assert load_starter(by=system, at=LATER).changed
    assert card_of("Chauncey Bailey").line.standing == Standing.CONVICTION_NOT_FINAL
    assert not load_starter(by=system, at=LAST).changed


def test_a_case_that_was_withdrawn_stays_withdrawn(system):
    load_starter(by=system, at=FIRST)
    case = Case.objects.get(name="Claude Verlon")
    withdraw(case_id=case.pk, reason="The family asked.", by=system, at=LATER)
    load_starter(by=system, at=LAST)
    card = page(case)
    assert isinstance(card, published.TombstoneCard)


def test_a_file_that_cannot_be_read_is_refused_whole(system, monkeypatch):
    files = [*loading.shipped_files(), "schema = 9"]
    monkeypatch.setattr(loading, "shipped_files", lambda: files)
    with pytest.raises(UnableToLoadStarter, match="schema"):
        load_starter(by=system, at=FIRST)
    assert not Case.objects.exists()


def test_a_list_joins_the_cases_of_the_starter(system):
    load_starter(by=system, at=FIRST)
    adopted(
        system,
        said("Chauncey Bailey", country="US", date=day("2007-08-02")),
        said("Chauncey Bailey", country="US", date=day("2001-08-02")),
        at=LATER,
    )
    assert Case.objects.filter(name="Chauncey Bailey").count() == 2
    assert Case.objects.count() == 7
