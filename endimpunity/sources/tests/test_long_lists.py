"""A list longer than what an engine takes as parameters of one query."""

import sqlite3
from fractions import Fraction

import pytest
from django.db import connection

from endimpunity.foundation import bulk, events
from endimpunity.sources.models import Snapshot, SourceRecord, Withdrawal
from endimpunity.sources.operations import (
    lift_withholding,
    retry_quarantined,
    withhold_parts,
)
from endimpunity.sources.queries import parts_of, withheld_parts
from endimpunity.sources.tests.lists import (
    AT,
    MAPPING,
    mapping,
    sightings,
    table,
    take_in,
    withdrawals,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Enough for the keys asked for at a time and what a query has beside them, and so
# few that a list need not be longer than this.
PARAMETERS = bulk.MOST_KEYS + 100
LONG = PARAMETERS + 100


@pytest.fixture(autouse=True)
def few_parameters(monkeypatch):
    """Let SQLite take no more parameters; PostgreSQL's number cannot be lowered.

    What the rooms above make of a list is theirs, with other bounds and more time.
    """
    monkeypatch.setattr(events, "announce", lambda _event: None)
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    which = sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER
    before = connection.connection.setlimit(which, PARAMETERS)
    yield
    connection.connection.setlimit(which, before)


def people(year="2010", *, country="Brazil"):
    """Return rows whose names no rule takes for one another."""
    return [
        (f"{chr(97 + number % 26) * 6} {number:05d}", year, country, f"Paper {number}")
        for number in range(LONG)
    ]


def test_every_row_may_turn_out_to_be_another_record(system):
    take_in(table(*people("2010")), "2020-01-01", by=system)
    take_in(table(*people("2014")), "2022-01-01", by=system)
    assert len(sightings()) == 2 * LONG
    report = take_in(table(*people("2012")), "2021-01-01", by=system).report
    assert report.reread == LONG
    assert len(sightings()) == LONG


def test_every_record_may_be_withdrawn_and_stay_so(system):
    last = ("Ana Lima", "2011", "Iraq", "Radio One")
    take_in(table(*people(), last), "2020-01-01", by=system)
    terms = {"complete": True, "accept_withdrawals": LONG}
    take_in(table(last), "2021-01-01", by=system, **terms)
    assert len(withdrawals()) == LONG
    take_in(table(last), "2019-01-01", by=system)
    assert len(withdrawals()) == Withdrawal.objects.count() == LONG
    take_in(table(*people()), "2020-06-01", by=system)
    take_in(table(*people(), last), "2021-06-01", by=system)
    assert len(withdrawals()) == LONG


def test_every_row_may_be_read_late(system):
    for day in ("2020-01-01", "2021-01-01"):
        take_in(
            table(*people(country="Nowhereland"), ("Ana Lima", "2011", "Iraq")),
            day,
            by=system,
            accept_quarantine=Fraction(1),
        )
    wider = mapping(MAPPING + '[values.country]\n"Nowhereland" = "BR"\n')
    first = Snapshot.objects.get(stated_on="2020-01-01")
    retried = retry_quarantined(snapshot=first, mapping=wider, by=system, at=AT)
    assert len(retried.imported) == LONG
    assert len(sightings()) == LONG + 1


def test_every_person_of_a_list_may_be_withheld(system):
    take_in(table(*people()), "2020-01-01", by=system)
    records = list(SourceRecord.objects.values_list("pk", flat=True))
    parts = [key for some in parts_of(records).values() for key, _, _ in some]
    withhold_parts(part_ids=parts, reason="asked for", by=system, at=AT)
    assert withheld_parts(parts) == set(parts)
    lift_withholding(part_ids=parts, by=system, at=AT)
    assert not withheld_parts(parts)
