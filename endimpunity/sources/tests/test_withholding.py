from datetime import date, timedelta

import pytest

from endimpunity.foundation.lens import REGISTRY, Lens
from endimpunity.sources import published
from endimpunity.sources.models import Part, Publisher, Snapshot
from endimpunity.sources.operations import (
    UnableToWithhold,
    adopt_policy_alone,
    lift_withholding,
    release_snapshot,
    withhold_parts,
)
from endimpunity.sources.tests.lists import AT, table, take_in

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One")
RUI = ("Rui Sa", "2012", "Brazil", "Daily Two")


@pytest.fixture
def opened(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    Publisher.objects.update(licence="FACTS_AND_LINK")
    release(system)
    return Part.objects.order_by("id").first()


def release(system):
    policy = adopt_policy_alone(publisher_code="LISTA", by=system, at=AT)
    for snapshot in Snapshot.objects.all():
        release_snapshot(snapshot=snapshot, policy=policy, by=system, at=AT)


def names(*, known_at=AT + timedelta(days=9)):
    lens = Lens(voice=REGISTRY, as_of=date(2026, 6, 1), known_at=known_at)
    return [card.name for card in published.records_of("LISTA", lens=lens).items]


def test_a_withheld_record_is_on_no_public_list(opened, system):
    assert names() == ["Ana Lima", "Rui Sa"]
    withhold_parts(
        part_ids=[opened.pk],
        reason="asked by the family",
        by=system,
        at=AT,
    )
    assert names() == ["Rui Sa"]
    assert names(known_at=AT) == ["Rui Sa"]


def test_a_list_that_comes_in_again_does_not_bring_it_back(opened, system):
    withhold_parts(part_ids=[opened.pk], reason="asked", by=system, at=AT)
    take_in(table(ANA, RUI), "2021-01-01", by=system)
    release(system)
    assert names() == ["Rui Sa"]


def test_what_is_lifted_is_seen_again(opened, system):
    withhold_parts(part_ids=[opened.pk], reason="asked", by=system, at=AT)
    lift_withholding(part_ids=[opened.pk], by=system, at=AT)
    assert names() == ["Ana Lima", "Rui Sa"]


def test_a_withholding_needs_its_reason(opened, system):
    with pytest.raises(UnableToWithhold):
        withhold_parts(part_ids=[opened.pk], reason=" ", by=system, at=AT)


def test_twice_is_once(opened, system):
    for _ in range(2):
        withhold_parts(part_ids=[opened.pk], reason="asked", by=system, at=AT)
    assert names() == ["Rui Sa"]
