from datetime import UTC, datetime
from fractions import Fraction

import pytest

from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.sources.models import (
    Continuation,
    Part,
    Publisher,
    RecordVersion,
    Row,
    Sighting,
    Snapshot,
    SourceRecord,
)
from endimpunity.sources.operations import UnableToImport
from endimpunity.sources.tests.lists import (
    mapping,
    sightings,
    table,
    take_in,
    withdrawals,
)

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


def test_other_bytes_for_the_same_day_are_refused_with_what_to_do(system):
    take_in(table(ANA), "2020-01-01", by=system)
    with pytest.raises(UnableToImport, match="--stated-on") as refused:
        take_in(table(ANA, RUI), "2020-01-01", by=system)
    assert "endimpunity snapshots --publisher LISTA" in str(refused.value)
    assert Row.objects.count() == 1


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


def test_a_continuation_that_is_not_exact_is_a_stored_judgement(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    respelt = ("Anna Lima", *ANA[1:])
    report = take_in(table(respelt, RUI), "2021-01-01", by=system).report
    assert (report.imported, report.judged) == (0, 1)
    judgement = Continuation.objects.get()
    assert judgement.recorded_by == system
    assert "the names resemble" in judgement.reason
    assert judgement.earlier_row.cells[0] == "Ana Lima"
    assert judgement.later_row.cells[0] == "Anna Lima"


def test_a_list_withdraws_nothing_unless_it_says_it_is_complete(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    report = take_in(table(ANA), "2021-01-01", by=system).report
    assert report.withdrawn == 0
    assert withdrawals() == set()


def test_a_complete_list_withdraws_what_it_lacks(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    report = take_in(
        table(ANA),
        "2021-01-01",
        by=system,
        complete=True,
        accept_withdrawals=1,
    ).report
    assert report.withdrawn == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), False)}


def test_a_complete_list_withdraws_nothing_outside_its_scope(system):
    take_in(table(ANA, RUI, NOOR), "2020-01-01", by=system)
    report = take_in(
        table(ANA),
        "2021-01-01",
        by=system,
        complete=True,
        scope={"country": "BR"},
        accept_withdrawals=1,
    ).report
    assert report.withdrawn == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), False)}


def test_many_withdrawals_are_refused_and_the_advice_works(system):
    take_in(table(ANA, RUI, NOOR), "2020-01-01", by=system)
    with pytest.raises(UnableToImport, match="--accept-withdrawals 2"):
        take_in(table(ANA), "2021-01-01", by=system, complete=True)
    assert Row.objects.count() == 3
    report = take_in(
        table(ANA),
        "2021-01-01",
        by=system,
        complete=True,
        accept_withdrawals=2,
    ).report
    assert report.withdrawn == 2


def test_what_was_withdrawn_is_not_withdrawn_again(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    terms = {"by": system, "complete": True, "accept_withdrawals": 1}
    take_in(table(ANA), "2021-01-01", **terms)
    assert take_in(table(ANA, NOOR), "2022-01-01", **terms).report.withdrawn == 0
    assert take_in(table(ANA, RUI, NOOR), "2023-01-01", **terms).report.imported == 0
    assert take_in(table(ANA, NOOR), "2024-01-01", **terms).report.withdrawn == 1


def test_rows_that_cannot_be_read_wait_in_quarantine(system):
    rows = [(f"Ana Lima {n}", "2011", "Brazil") for n in range(30)]
    rows[4] = ("Rui Sa", "2011", "Nowhereland")
    report = take_in(table(*rows), "2020-01-01", by=system).report
    assert report.quarantined == 1
    assert balance(report) == report.rows == 30
    kept = Row.objects.get(outcome="QUARANTINED")
    assert (kept.number, kept.cells[2]) == (5, "Nowhereland")
    assert "Nowhereland" in kept.reason


def test_too_many_unreadable_rows_refuse_the_file_and_the_advice_works(system):
    content = table(ANA, ("Rui Sa", "2011", "Nowhereland"), NOOR)
    blobs = MemoryBlobs()
    with pytest.raises(UnableToImport, match="--accept-quarantine 34%") as refused:
        take_in(content, "2020-01-01", by=system, blobs=blobs)
    assert "row 2" in str(refused.value)
    assert Row.objects.count() == SourceRecord.objects.count() == 0
    kept = Snapshot.objects.get()
    assert (kept.state, kept.refusal) == ("REFUSED", str(refused.value))
    assert blobs.open(kept.sha256).read() == content
    accepted = take_in(
        content,
        "2020-01-01",
        by=system,
        blobs=blobs,
        accept_quarantine=Fraction(34, 100),
    )
    assert (accepted.report.imported, accepted.report.quarantined) == (2, 1)


def test_the_same_refusal_twice_is_kept_once(system):
    for _ in range(2):
        with pytest.raises(UnableToImport):
            take_in(b"<html><body>not found</body></html>", "2020-01-01", by=system)
    assert Snapshot.objects.count() == 1


def test_a_file_with_no_rows_is_refused(system):
    with pytest.raises(UnableToImport, match="no data rows"):
        take_in(table(), "2020-01-01", by=system)


def test_a_missing_header_is_refused_with_what_the_file_has(system):
    with pytest.raises(UnableToImport, match="outlet"):
        take_in(b"name,year,country\nAna,2011,Brazil\n", "2020-01-01", by=system)


def test_columns_of_no_known_layout_are_refused_with_the_way_on(system):
    with pytest.raises(UnableToImport, match="--mapping"):
        take_in(b"a,b\n1,2\n", "2020-01-01", by=system, mapping=None)


def test_a_list_stated_tomorrow_is_refused(system):
    with pytest.raises(UnableToImport, match="future"):
        take_in(
            table(ANA),
            "2020-01-02",
            by=system,
            at=datetime(2020, 1, 1, 23, tzinfo=UTC),
        )


@pytest.mark.parametrize("code", ["cpj", "C P J", "", "1ST", "A" * 21, "CPJ\n"])
def test_a_code_that_is_none_is_refused(system, code):
    with pytest.raises(UnableToImport, match="code"):
        take_in(table(ANA), "2020-01-01", by=system, code=code)
    assert not Publisher.objects.exists()


def test_a_scope_without_complete_is_refused(system):
    with pytest.raises(UnableToImport, match="--complete"):
        take_in(table(ANA), "2020-01-01", by=system, scope={"country": "BR"})


def test_two_rows_the_list_does_not_tell_apart_are_two_records(system):
    mahir = ("Mahir", "2006", "Iraq", "Radio One")
    take_in(table(mahir, mahir, ANA), "2020-01-01", by=system)
    assert SourceRecord.objects.count() == 3
    report = take_in(
        table(ANA, mahir),
        "2021-01-01",
        by=system,
        complete=True,
        accept_withdrawals=1,
    ).report
    assert (report.unchanged, report.withdrawn) == (2, 1)
    assert report.withdrawn_indistinct == 1
    assert withdrawals() == {("2021-01-01", ("2020-01-01", 2), True)}


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


def test_a_file_too_long_is_refused_before_it_is_read(system):
    with pytest.raises(UnableToImport, match="ENDIMPUNITY_IMPORT_LARGEST_FILE"):
        take_in(table(ANA), "2020-01-01", by=system, largest_file=10)


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
