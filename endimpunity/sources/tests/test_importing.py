from fractions import Fraction

import pytest

from endimpunity.sources.models import (
    Part,
    Publisher,
    RecordVersion,
    Row,
    Sighting,
    Snapshot,
    SourceRecord,
)
from endimpunity.sources.tests.lists import mapping, sightings, table, take_in

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One", "Murder", "Complete Impunity")
RUI = ("Rui Sa", "2012", "Brazil", "Daily Two", "Murder", "Complete Impunity")
NOOR = ("Noor Salim", "2014", "Iraq", "Radio One", "Crossfire", "")


def balance(report):
    return (
        report.imported
        + report.changed
        + report.unchanged
        + report.quarantined
        + report.skipped
    )


def test_every_row_of_a_first_file_is_a_new_record(system):
    report = take_in(table(ANA, RUI, NOOR), "2020-01-01", by=system).report
    assert (report.rows, report.imported) == (3, 3)
    assert balance(report) == report.rows
    assert Sighting.objects.count() == Part.objects.count() == 3
    assert [row.cells[0] for row in Row.objects.order_by("number")] == [
        "Ana Lima",
        "Rui Sa",
        "Noor Salim",
    ]


def test_the_same_bytes_twice_change_nothing(system):
    first = take_in(table(ANA, RUI), "2020-01-01", by=system)
    before = list(Sighting.objects.values())
    again = take_in(table(ANA, RUI), "2020-01-01", by=system)
    assert again.report.identical
    assert again.snapshot_id == first.snapshot_id
    assert list(Sighting.objects.values()) == before
    assert Snapshot.objects.count() == 1


def test_what_changed_is_counted_by_field(system):
    take_in(table(ANA, RUI, NOOR), "2020-01-01", by=system)
    freed = (*RUI[:5], "Full Justice")
    report = take_in(table(ANA, freed, NOOR), "2021-01-01", by=system).report
    assert (report.changed, report.unchanged) == (1, 2)
    assert report.changes == {"impunity": 1}
    assert RecordVersion.objects.count() == 4


def test_a_record_that_says_again_what_it_once_said_has_no_new_version(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    take_in(table(ANA, (*RUI[:5], "Full Justice")), "2021-01-01", by=system)
    take_in(table(ANA, RUI), "2022-01-01", by=system)
    assert RecordVersion.objects.count() == 3
    assert Sighting.objects.count() == 6


def test_rows_that_cannot_be_read_wait_in_quarantine(system):
    rows = [(f"Ana Lima {n}", "2011", "Brazil") for n in range(30)]
    rows[4] = ("Rui Sa", "2011", "Nowhereland")
    report = take_in(table(*rows), "2020-01-01", by=system).report
    assert report.quarantined == 1
    assert balance(report) == report.rows == 30
    kept = Row.objects.get(outcome="QUARANTINED")
    assert (kept.number, kept.cells[2]) == (5, "Nowhereland")
    assert "Nowhereland" in kept.reason


def test_a_file_that_comes_late_takes_its_place_and_the_keys_stay(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    keys = set(SourceRecord.objects.values_list("pk", flat=True))
    partly = (*ANA[:5], "Partial Impunity")
    report = take_in(table(partly, RUI, NOOR), "2019-01-01", by=system).report
    assert (report.imported, report.changed, report.unchanged) == (1, 1, 1)
    assert report.changes == {"impunity": 1}
    assert keys < set(SourceRecord.objects.values_list("pk", flat=True))
    assert SourceRecord.objects.count() == 3
    assert len(sightings()) == 3


def test_a_late_file_between_two_joins_what_it_bridges(system):
    first = ("Marta Herran", "2010", "Mexico", "Radio One")
    middle = ("Marta Herran", "2012", "Mexico", "Radio One")
    last = ("Marta Herran", "2014", "Mexico", "Radio One")
    take_in(table(first), "2020-01-01", by=system)
    take_in(table(last), "2022-01-01", by=system)
    assert len(sightings()) == 2
    report = take_in(table(middle), "2021-01-01", by=system).report
    assert report.reread == 1
    assert len(sightings()) == 1
    assert Sighting.objects.exclude(superseded_at=None).count() == 1
    assert Sighting.objects.count() == 4


def test_a_formula_is_never_taken_for_what_it_would_show(system):
    formula = '=HYPERLINK("http://example.org","x")'
    report = take_in(
        table((formula, "2011", "Brazil"), ANA),
        "2020-01-01",
        by=system,
        accept_quarantine=Fraction(1, 2),
    ).report
    assert (report.imported, report.quarantined) == (1, 1)
    assert Row.objects.get(outcome="QUARANTINED").cells[0] == formula


def test_bytes_that_are_in_are_known_again_without_their_mapping(system):
    take_in(table(ANA), "2020-01-01", by=system)
    again = take_in(table(ANA), "2020-01-01", by=system, mapping=None)
    assert again.report.identical


def test_a_mapping_may_say_who_the_publisher_is(system):
    told = mapping(
        """
        [publisher]
        code = "LISTA"
        name = "The A List"
        licence = "facts-and-link"
        [columns]
        name = "name"
        """,
    )
    take_in(table(ANA), "2020-01-01", by=system)
    assert Publisher.objects.get().licence == "NONE"
    take_in(table(ANA), "2020-01-01", by=system, mapping=told)
    assert Publisher.objects.get().licence == "FACTS_AND_LINK"
