"""What cases do when a list has come in."""

from datetime import date

import pytest

from endimpunity.cases.models import Case, Membership
from endimpunity.cases.queries import identity
from endimpunity.cases.tests.factories import (
    FIRST,
    LATER,
    listed,
    own_case,
    record,
    said,
    sight,
    snapshot,
)
from endimpunity.foundation.events import announce
from endimpunity.sources.events import SnapshotImported
from endimpunity.sources.models import Part, Sighting
from endimpunity.sources.rules.people import names_in

pytestmark = pytest.mark.django_db


def came_in(system, file, *, new=(), changed=(), moved=(), at=FIRST):
    announce(
        SnapshotImported(
            snapshot_id=file.pk,
            publisher_code=file.publisher_id,
            by=system.key,
            at=at,
            new_record_ids=[one.pk for one in new],
            changed_record_ids=[one.pk for one in changed],
            moved=moved,
            withdrawn_record_ids=(),
        ),
    )


def test_a_first_list_makes_cases_and_its_changes_follow(system):
    made = listed(system, said())
    came_in(system, made.snapshot, new=made.records)
    assert Case.objects.get().name == "Ada Invented"
    later = snapshot(system, date(2024, 1, 31), at=LATER)
    sight(made.records[0], later, {"name": "Ada Newname"})
    came_in(system, later, changed=made.records, at=LATER)
    assert Case.objects.get().name == "Ada Newname"


def test_a_second_publishers_list_waits_for_linking(system):
    first = listed(system, said())
    came_in(system, first.snapshot, new=first.records)
    second = listed(system, said("Bob Invented"), code="OTHER")
    came_in(system, second.snapshot, new=second.records)
    assert Case.objects.count() == 1
    assert Membership.objects.count() == 1


def test_new_entries_of_the_first_list_make_cases_later_too(system):
    own_case(system, name="Zoe Invented")
    first = listed(system, said())
    came_in(system, first.snapshot, new=first.records)
    more = listed(system, said("Bob Invented"), stated_on=date(2024, 1, 31), at=LATER)
    came_in(system, more.snapshot, new=more.records, at=LATER)
    assert Case.objects.count() == 3


def test_a_record_that_became_another_leads_there(system):
    made = listed(system, said(), said("Ada Invented Jr"))
    came_in(system, made.snapshot, new=made.records)
    one, two = Case.objects.order_by("pk")
    Sighting.objects.filter(record=made.records[0]).update(superseded_at=LATER)
    moved = ((made.records[0].pk, made.records[1].pk),)
    came_in(system, made.snapshot, moved=moved, at=LATER)
    assert identity().of(one.pk) == two.pk


def test_nothing_new_changes_nothing(system):
    made = listed(system, said())
    came_in(system, made.snapshot)
    assert not Case.objects.exists()


def people(*named):
    return said(people=[{"name": one} for one in named])


def in_turn(system, *files):
    """Take in files that speak of one record: (day, what is said)."""
    made = record(names=["Alpha One"])
    for number, (on, values) in enumerate(files):
        file = snapshot(system, on, at=LATER)
        sight(made, file, values)
        for place, name in enumerate(names_in(values), start=1):
            Part.objects.get_or_create(
                record=made,
                number=place,
                defaults={"name": name},
            )
        heard = {"changed": [made]} if number else {"new": [made]}
        came_in(system, file, at=LATER, **heard)
    names = sorted(Case.objects.values_list("name", flat=True))
    return names, Case.objects.values("attack").distinct().count()


ALONE = (date(2023, 12, 31), said("Alpha One"))
BOTH = (date(2024, 1, 31), people("Alpha One", "Charlie Two"))


def test_whoever_is_named_later_gets_a_case_of_the_same_attack(system):
    assert in_turn(system, ALONE, BOTH) == (["Alpha One", "Charlie Two"], 1)


def test_the_order_of_import_makes_no_difference(system):
    assert in_turn(system, BOTH, ALONE) == (["Alpha One", "Charlie Two"], 1)


def test_a_second_publishers_late_people_make_no_case(system):
    first = listed(system, said())
    came_in(system, first.snapshot, new=first.records)
    second = listed(system, people("Bob Two", "Cleo Three"), code="OTHER")
    came_in(system, second.snapshot, changed=second.records, at=LATER)
    assert Case.objects.count() == 1


def test_who_is_named_only_before_has_a_case_with_what_was_said(system):
    earlier = (date(2023, 1, 31), people("Alpha One", "Charlie Two"))
    later = (date(2024, 1, 31), said("Alpha One", place="Elsewhere"))
    assert in_turn(system, later, earlier) == (["Alpha One", "Charlie Two"], 1)
    assert Case.objects.get(name="Charlie Two").attack.place == "Anytown"


def test_whom_no_row_of_an_entry_names_any_more_leaves_it(system):
    made = listed(system, people("Ada One", "Bob Two"))
    other = listed(system, said("Cyd Three"), stated_on=date(2022, 1, 1))
    [first], [second] = made.records, other.records
    came_in(system, made.snapshot, new=[first, second])
    ada, bob, _ = Case.objects.order_by("pk")
    later = snapshot(system, date(2024, 1, 31), at=LATER)
    sight(first, later, said("Ada One"))
    moving = Sighting.objects.get(record=first, snapshot=made.snapshot)
    moving.superseded_at = LATER
    moving.save()
    moving.pk, moving.record, moving.superseded_at = None, second, None
    moving.save()
    Part.objects.create(record=second, number=2, name="Bob Two")
    came_in(system, later, changed=made.records, at=LATER)
    stays = Membership.objects.get(part__record=first, superseded_at=None)
    assert stays.case_id == ada.pk
    moved = Membership.objects.get(part__name="Bob Two", superseded_at=None)
    assert (moved.part.record_id, moved.case_id) == (second.pk, bob.pk)
