from fractions import Fraction

import pytest

from endimpunity.sources.models import Correction, Row, Sighting, Snapshot
from endimpunity.sources.operations import (
    UnableToCorrect,
    correct_row,
    retry_quarantined,
)
from endimpunity.sources.queries import quarantined_rows
from endimpunity.sources.tests.lists import (
    AT,
    MAPPING,
    mapping,
    sightings,
    table,
    take_in,
)

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One")
LOST = ("Rui Sa", "2012", "Brasilia", "Daily Two")


@pytest.fixture
def snapshot(system):
    take_in(table(ANA, LOST), "2020-01-01", by=system, accept_quarantine=Fraction(1, 2))
    return Snapshot.objects.get()


def correct(snapshot, system, cells=None, number=2, reason="the publisher's own page"):
    return correct_row(
        row=Row.objects.get(snapshot=snapshot, number=number),
        cells=cells or {"country": "Brazil"},
        reason=reason,
        by=system,
        at=AT,
    )


def test_a_corrected_row_is_read_and_the_row_stays_as_it_was(snapshot, system):
    correct(snapshot, system)
    retried = retry_quarantined(snapshot=snapshot, by=system, at=AT)
    assert retried.imported == [2]
    assert not quarantined_rows(snapshot).exists()
    row = Row.objects.get(number=2)
    assert row.cells[2] == "Brasilia"
    assert row.outcome == "QUARANTINED"
    assert len(sightings()) == 2


def test_without_a_correction_it_stays_where_it_is(snapshot, system):
    retried = retry_quarantined(snapshot=snapshot, by=system, at=AT)
    assert retried.imported == []
    assert "Brasilia" in retried.left[2]


def test_a_row_read_late_is_followed_by_the_files_after_it(snapshot, system):
    take_in(table(ANA, (*LOST[:2], "Brazil", "Daily Two")), "2021-01-01", by=system)
    assert len(sightings()) == 2
    correct(snapshot, system)
    retry_quarantined(snapshot=snapshot, by=system, at=AT)
    assert len(sightings()) == 2
    assert {len(rows) for rows in sightings()} == {2}


def test_the_last_correction_counts_and_the_first_is_kept(snapshot, system):
    correct(snapshot, system, {"country": "Nowhere"})
    correct(snapshot, system, {"country": "Brazil"})
    assert retry_quarantined(snapshot=snapshot, by=system, at=AT).imported == [2]
    assert Correction.objects.count() == 2


def test_a_version_says_by_which_mapping_its_row_was_read(snapshot, system):
    wider = mapping(MAPPING + '[values.country]\n"Brasilia" = "BR"\n')
    retried = retry_quarantined(snapshot=snapshot, mapping=wider, by=system, at=AT)
    assert retried.imported == [2]
    assert read_by() == {1: mapping().fingerprint, 2: wider.fingerprint}
    # Read again as a row of another record, it is what that mapping made of it.
    for day, year in (("2018-01-01", "2008"), ("2019-01-01", "2010")):
        take_in(table(("Rui Sa", year, "Brazil", "Daily Two")), day, by=system)
    assert Sighting.objects.filter(row__number=2).count() == 2
    assert read_by() == {1: mapping().fingerprint, 2: wider.fingerprint}


def read_by():
    """Return row -> the version of the mapping by which the file of 2020 is read."""
    rows = Sighting.objects.filter(superseded_at=None, snapshot__stated_on="2020-01-01")
    return dict(rows.values_list("row__number", "version__mapping_version"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"cells": {"land": "Brazil"}}, "land"),
        ({"number": 1}, "not in quarantine"),
        ({"reason": "  "}, "--reason"),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(snapshot, system, words, said):
    with pytest.raises(UnableToCorrect, match=said):
        correct(snapshot, system, **words)
    assert not Correction.objects.exists()
