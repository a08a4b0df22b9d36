"""Cases are handed on by the batch: what one more of them costs is no query."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from endimpunity.audit.models import Deed
from endimpunity.cases.models import Case, Membership, Merge
from endimpunity.cases.operations import withdraw
from endimpunity.cases.operations.books import Books
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopted,
    day,
    own_case,
    said,
    undone,
)
from endimpunity.sources.tests.lists import AT, mapping, table, take_in

pytestmark = pytest.mark.django_db

HEADERS = ("name", "year", "country", "outlet", "url")
MAPPING = mapping("""
publisher = "LISTA"
[columns]
name = "name"
year = "year"
country = "country"
outlets = "outlet"
url = "url"
""")
# Invented, and none like another.
FORENAMES = ("Abeko", "Doruma", "Fisele", "Gatoni", "Hupira", "Jelavu")
SURNAMES = ("Kamodi", "Lorebu", "Mitaso", "Nufiga")
# Queries that may be more for four times as many: less than one for each.
FEW = 4


def invented(count):
    return [f"{one} {two}" for one in FORENAMES for two in SURNAMES][:count]


def take(rows, stated_on, number, system):
    take_in(
        table(*rows, headers=HEADERS),
        stated_on,
        by=system,
        at=AT + timedelta(days=number),
        mapping=MAPPING,
    )


def late_file(count, system):
    """Let a file come late that finds two entries of each person to be one's."""
    names = invented(count)
    first = [(one, "2011", "Brazil", f"Radio {one}", "") for one in names]
    respelt = [
        (f"Q{at} Zzyx", "2011", "Brazil", f"Radio {one}", f"https://list.example/{at}")
        for at, one in enumerate(names)
    ]
    between = [(one[0], *two[1:]) for one, two in zip(first, respelt, strict=True)]
    take(first, "2020-01-01", 1, system)
    take(respelt, "2022-01-01", 2, system)
    assert Case.objects.count() == 2 * count
    with CaptureQueriesContext(connection) as met:
        take(between, "2021-01-01", 3, system)
    assert Merge.objects.filter(undone_at=None).count() == count
    assert Membership.objects.filter(superseded_at=None).count() == count
    return len(met)


def second_entry(count, system):
    """Let a second entry come of each person whom the registry knew, joined before."""
    names = invented(count)
    for one in names:
        own_case(system, name=one, date=day("2011-01-01", "2011-12-31"))
    rows = [(one, "2011", "Brazil", f"Radio {one}", "") for one in names]
    take(rows, "2020-01-01", 1, system)
    assert Case.objects.count() == count
    again = [(one, "2011", "Brazil", "Another Daily", "") for one in names]
    with CaptureQueriesContext(connection) as met:
        take([*rows, *again], "2021-01-01", 2, system)
    assert Case.objects.count() == 3 * count
    return len(met)


@pytest.mark.parametrize("move", [late_file, second_entry])
def test_four_times_as_many_cases_move_with_hardly_a_query_more(move, system):
    with undone():
        few = move(6, system)
    with undone():
        many = move(24, system)
    assert many - few <= FEW


def test_a_merge_taken_back_before_it_is_written_was_never_made(system):
    made = adopted(system, said(), said("Bob Invented"))
    one, two = Case.objects.order_by("pk")
    parts = [held.part_id for held in Membership.objects.order_by("pk")]
    assert made.records
    with transaction.atomic():
        books = Books(part_ids=parts, by=system, at=LATER)
        assert books.lead(one.pk, two.pk, "One.") == two.pk
        books.undo(one.pk, "Another reason.", "A test.")
        books.undo(one.pk, "One.", "A test.")
        books.write()
    assert not Merge.objects.exists()
    assert not Deed.objects.filter(deed__contains="merge").exists()


def test_a_merge_that_stood_is_taken_back_and_made_anew_in_one_deed(system):
    adopted(system, said(), said("Bob Invented"))
    one, two = Case.objects.order_by("pk")
    parts = [held.part_id for held in Membership.objects.order_by("pk")]
    for at, moment in enumerate((LATER, LAST)):
        with transaction.atomic():
            books = Books(part_ids=parts, by=system, at=moment)
            if at:
                books.undo(one.pk, "One.", "A test.")
            books.lead(one.pk, two.pk, "One.")
            books.lead(two.pk, one.pk, "A circle.")
            books.write()
    first, last = Merge.objects.order_by("pk")
    assert (first.undone_at, first.undone_reason) == (LAST, "A test.")
    assert (last.recorded_at, last.undone_at) == (LAST, None)
    assert identity().of(one.pk) == two.pk
    deeds = Deed.objects.filter(deed__contains="merge").order_by("pk")
    assert [(one.deed, one.subject) for one in deeds] == [
        ("cases.merge", f"case {one.pk}"),
        ("cases.undo_merge", f"merge {first.pk}"),
        ("cases.merge", f"case {one.pk}"),
    ]


def test_a_withdrawal_goes_on_along_the_cases_that_are_handed_on(system):
    adopted(system, said(), said("Bob Invented"), said("Cyd Invented"))
    one, two, three = Case.objects.order_by("pk")
    withdraw(case_id=one.pk, reason="The family asked.", by=system, at=FIRST)
    parts = [held.part_id for held in Membership.objects.order_by("pk")]
    with transaction.atomic():
        books = Books(part_ids=parts, by=system, at=LATER)
        books.lead(one.pk, two.pk, "One.")
        books.lead(two.pk, three.pk, "One.")
        books.write()
    withdrawn = Deed.objects.filter(deed="cases.withdraw", done_at=LATER)
    assert set(withdrawn.values_list("subject", flat=True)) == {
        f"case {two.pk}",
        f"case {three.pk}",
    }


def test_a_part_that_is_about_no_case_cannot_leave_one(system):
    adopted(system, said())
    with transaction.atomic():
        books = Books(part_ids=[], by=system, at=LATER)
        with pytest.raises(KeyError):
            books.end(Membership.objects.get().part_id)
