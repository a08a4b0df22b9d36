"""What becomes of cases, pages and addresses when a file is taken back."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, PublicLine
from endimpunity.cases.operations import (
    publish,
    publish_under_policy,
    take_back_list,
    withdraw,
)
from endimpunity.cases.tests.factories import day, lens, own_case, page
from endimpunity.cases.tests.test_any_order import (
    DAYS,
    HEADERS,
    MAPPING,
    cases_now,
    entry,
    files,
)
from endimpunity.directory import queries as directory_queries
from endimpunity.sources import published as lists
from endimpunity.sources.models import Publisher
from endimpunity.sources.operations import (
    UnableToTakeBack,
    adopt_policy_alone,
    release_snapshot,
)
from endimpunity.sources.queries import snapshot_of
from endimpunity.sources.tests.lists import AT, table, take_in

pytestmark = pytest.mark.django_db

WHY = "The file was cut off on its way."
OTHER_LIST = "LISTB"


def moment(number):
    return AT + timedelta(days=number)


def bring_in(system, rows, stated_on, at=AT, *, opened=True, **more):
    """Import a file, and open it to the world."""
    take_in(
        table(*rows, headers=HEADERS),
        stated_on,
        by=system,
        at=at,
        mapping=MAPPING,
        accept_withdrawals=99,
        **more,
    )
    Publisher.objects.update(licence="FACTS_AND_LINK")
    if not opened:
        return
    code = more.get("code", "LISTA")
    policy = adopt_policy_alone(publisher_code=code, by=system, at=at)
    snapshot = snapshot_of(code, date.fromisoformat(stated_on))
    assert snapshot
    release_snapshot(
        snapshot=snapshot,
        policy=policy,
        by=system,
        at=at,
    )
    publish_under_policy(policy_id=policy.pk, by=system, at=at)


def back(system, stated_on, at, code="LISTA"):
    return take_back_list(
        publisher_code=code,
        stated_on=date.fromisoformat(stated_on),
        reason=WHY,
        by=system,
        at=at,
    )


def now(number=9):
    return lens(moment(number), as_of=date(2026, 12, 31))


def shown():
    return sorted(PublicLine.objects.values_list("name", flat=True))


def test_what_a_file_alone_showed_answers_with_the_reason(system):
    bring_in(system, [entry("Ana Lima"), entry("Rui Sa")], DAYS[1])
    bring_in(system, [entry("Ana Lima")], DAYS[2])
    ana, rui = (Case.objects.get(name=name) for name in ("Ana Lima", "Rui Sa"))
    done = back(system, DAYS[1], moment(1))
    assert (done.no_longer_published, done.published) == (1, 0)
    card = page(rui, now())
    assert isinstance(card, published.TombstoneCard)
    assert card.reason == WHY
    assert page(ana, now()).line.name == "Ana Lima"
    assert shown() == ["Ana Lima"]
    # To the world it is closed as any file that was open: protection has no lens.
    for at in (now(), now(0)):
        assert isinstance(page(rui, at), published.TombstoneCard)
        cards = lists.records_of("LISTA", lens=at).items
        assert [one.name for one in cards] == ["Ana Lima"]


def test_the_same_file_again_brings_cases_back_to_their_addresses(system):
    rows = [entry("Ana Lima; Marta Herran"), entry("Rui Sa")]
    bring_in(system, rows, DAYS[1])
    before = dict(Case.objects.values_list("name", "public_id"))
    back(system, DAYS[1], moment(1))
    assert shown() == []
    bring_in(system, rows, DAYS[1], moment(2))
    assert dict(Case.objects.values_list("name", "public_id")) == before
    assert shown() == sorted(before)
    for case in Case.objects.all():
        assert page(case, now()).line.name == case.name


@pytest.mark.parametrize("when", [0, 2])
def test_whom_people_took_from_sight_does_not_come_back(system, when):
    rows = [entry("Ana Lima"), entry("Rui Sa")]
    bring_in(system, rows, DAYS[1])
    ana = Case.objects.get(name="Ana Lima")
    if when == 0:
        withdraw(case_id=ana.pk, reason="The family asked.", by=system, at=AT)
    back(system, DAYS[1], moment(1))
    if when == 2:
        withdraw(case_id=ana.pk, reason="The family asked.", by=system, at=moment(2))
    bring_in(system, rows, DAYS[1], moment(3))
    assert shown() == ["Rui Sa"]
    assert page(ana, now()).reason == "The family asked."
    cards = lists.records_of("LISTA", lens=now()).items
    assert [one.name for one in cards] == ["Rui Sa"]


def test_what_it_withdrew_is_shown_again(system):
    bring_in(system, [entry("Ana Lima"), entry("Rui Sa")], DAYS[0])
    bring_in(system, [entry("Ana Lima")], DAYS[1], moment(1), complete=True)
    assert shown() == ["Ana Lima"]
    done = back(system, DAYS[1], moment(2))
    assert (done.no_longer_published, done.published) == (0, 1)
    assert shown() == ["Ana Lima", "Rui Sa"]


def test_a_case_that_people_published_stays(system):
    own = own_case(system, name="Ana Lima", date=day("2010-01-01", "2010-12-31"))
    publish(case_id=own.pk, reason="A test.", by=system, at=AT, alone=True)
    bring_in(system, [entry("Ana Lima")], DAYS[1], moment(1))
    assert page(own, now()).line.outlets == ("Radio One",)
    back(system, DAYS[1], moment(2))
    assert page(own, now()).line.outlets == ()


def test_a_file_that_was_not_open_leaves_the_pages_as_they_are(system):
    bring_in(system, [entry("Ana Lima")], DAYS[0])
    bring_in(system, [entry("Ana Lima"), entry("Rui Sa")], DAYS[1], opened=False)
    done = back(system, DAYS[1], moment(1))
    assert (done.no_longer_published, done.published) == (0, 0)
    assert shown() == ["Ana Lima"]


def test_who_is_named_in_no_file_of_an_entry_any_more_has_no_entry(system):
    bring_in(system, [entry("Ana Lima; Rui Sa")], DAYS[1])
    bring_in(system, [entry("Ana Lima")], DAYS[2])
    rui = Case.objects.get(name="Rui Sa")
    back(system, DAYS[1], moment(1))
    assert not Membership.objects.filter(case=rui, superseded_at=None).exists()
    assert shown() == ["Ana Lima"]


def test_a_list_that_waited_makes_the_cases_when_the_first_is_taken_back(system):
    bring_in(system, [entry("Rui Sa")], DAYS[1], code=OTHER_LIST)
    bring_in(system, [entry("Ana Lima")], DAYS[1])
    assert shown() == ["Rui Sa"]
    rui = Case.objects.get()
    back(system, DAYS[1], moment(1), code=OTHER_LIST)
    assert shown() == ["Ana Lima"]
    bring_in(system, [entry("Rui Sa")], DAYS[1], moment(2), code=OTHER_LIST)
    assert shown() == ["Ana Lima"]
    assert isinstance(page(rui, now()), published.TombstoneCard)


def test_a_list_given_under_the_wrong_publisher_comes_in_under_the_right_one(system):
    bring_in(system, [entry("Ana Lima")], DAYS[1], code=OTHER_LIST)
    back(system, DAYS[1], moment(1), code=OTHER_LIST)
    bring_in(system, [entry("Ana Lima")], DAYS[1], moment(2))
    assert shown() == ["Ana Lima"]


def test_nothing_of_an_invented_world_is_taken_back(system, monkeypatch):
    bring_in(system, [entry("Ana Lima")], DAYS[1])
    monkeypatch.setattr(directory_queries, "invented_world", lambda: True)
    with pytest.raises(UnableToTakeBack, match="invented world"):
        back(system, DAYS[1], moment(1))
    assert shown() == ["Ana Lima"]


def ending(said, *deeds):
    """Do these deeds on the files by their place; return the cases; keep nothing."""
    with transaction.atomic():
        system = system_actor()
        own = own_case(system, name="Ana Lima", date=day("2010-01-01", "2010-12-31"))
        publish(case_id=own.pk, reason="A test.", by=system, at=AT, alone=True)
        for number, (deed, index) in enumerate(deeds, start=1):
            at = AT + timedelta(hours=number)
            rows, complete = said[index]
            if deed == "back":
                back(system, DAYS[index], at)
            else:
                bring_in(system, rows, DAYS[index], at, complete=complete)
        result = cases_now()
        transaction.set_rollback(True)
    return result


# Each example imports up to eleven files: a sixteenth of what others may try.
@settings(max_examples=max(4, settings().max_examples // 16))
@given(files, st.data())
def test_taking_a_file_back_ends_in_the_cases_as_if_it_had_never_been_in(said, data):
    order = data.draw(st.permutations(range(len(said))))
    gone = data.draw(st.sampled_from(order))
    everything = [("in", index) for index in order]
    others = [("in", index) for index in order if index != gone]
    without = ending(said, *everything, ("back", gone))
    assert without == ending(said, *others)
    again = ending(said, *everything, ("back", gone), ("in", gone))
    assert again == ending(said, *everything)
