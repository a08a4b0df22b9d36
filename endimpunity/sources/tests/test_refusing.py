from datetime import UTC, datetime
from fractions import Fraction

import pytest

from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.sources.models import Publisher, Row, Snapshot, SourceRecord
from endimpunity.sources.operations import UnableToImport
from endimpunity.sources.tests.lists import table, take_in

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
