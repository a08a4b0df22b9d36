from datetime import UTC, datetime
from fractions import Fraction

import pytest

from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.sources.models import Publisher, Row, Snapshot, SourceRecord
from endimpunity.sources.operations import UnableToImport
from endimpunity.sources.queries import snapshot_lines
from endimpunity.sources.tests.lists import table, take_in
from endimpunity.sources.vocabulary import SnapshotState

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One", "Murder", "Complete Impunity")
RUI = ("Rui Sa", "2012", "Brazil", "Daily Two", "Murder", "Complete Impunity")
NOOR = ("Noor Salim", "2014", "Iraq", "Radio One", "Crossfire", "")


def test_other_bytes_for_the_same_day_are_refused_with_what_to_do(system):
    take_in(table(ANA), "2020-01-01", by=system)
    with pytest.raises(UnableToImport, match="--stated-on") as refused:
        take_in(table(ANA, RUI), "2020-01-01", by=system)
    assert "endimpunity snapshots --publisher LISTA" in str(refused.value)
    assert Row.objects.count() == 1


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


def test_a_refusal_tells_the_most_frequent_reasons_and_where_the_rest_is(system):
    unread = {"Nowhereland": 7, "Erewhon": 2, "Utopia": 1, "Lilliput": 1, "Laputa": 1}
    rows = [("Ana Lima", "2011", land) for land, n in unread.items() for _ in range(n)]
    with pytest.raises(UnableToImport) as refused:
        take_in(table(NOOR, *rows), "2020-01-01", by=system)
    said = str(refused.value)
    assert "In 7 rows (2, 3, 4, 5, 6, …): " in said
    assert said.index("Nowhereland") < said.index("In 2 rows (9, 10): ")
    assert said.index("Erewhon") < said.index("In row 11: ") < said.index("Utopia")
    assert "2 more reasons hold for 2 rows." in said
    assert "Lilliput" not in said
    assert "`endimpunity snapshots --publisher LISTA --refused` lists every" in said


def test_a_refused_file_keeps_every_reason_with_its_first_rows_and_the_count(system):
    rows = [("Ana Lima", "2011", "Nowhereland")] * 130 + [("Bo", "2011", "Erewhon")]
    with pytest.raises(UnableToImport):
        take_in(table(*rows), "2020-01-01", by=system)
    (line,) = snapshot_lines("LISTA", state=SnapshotState.REFUSED)
    many, one = line.reasons
    assert ("Nowhereland" in many, "Erewhon" in one) == (True, True)
    assert line.reasons == {many: list(range(1, 101)), one: [131]}
    assert line.reason_counts == {many: 130, one: 1}


def test_a_file_refused_before_counts_were_kept_counts_the_rows_it_names(system):
    with pytest.raises(UnableToImport):
        take_in(table(("Bo", "2011", "Erewhon")), "2020-01-01", by=system)
    kept = Snapshot.objects.get()
    kept.report = {"reasons": kept.report["reasons"]}
    kept.save()
    (line,) = snapshot_lines(state=SnapshotState.REFUSED)
    assert list(line.reason_counts.values()) == [1]


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


def test_a_file_too_long_is_refused_before_it_is_read(system):
    with pytest.raises(UnableToImport, match="ENDIMPUNITY_IMPORT_LARGEST_FILE"):
        take_in(table(ANA), "2020-01-01", by=system, largest_file=10)
