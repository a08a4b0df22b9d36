"""Two people import at once; on SQLite the engine itself lets one in at a time."""

import threading

import pytest
from django.db import connection, connections

from endimpunity.accounts.queries import system_actor
from endimpunity.foundation import bulk
from endimpunity.sources.models import Snapshot, SourceRecord
from endimpunity.sources.operations import UnableToImport
from endimpunity.sources.tests.lists import sightings, table, take_in

ROWS = [(f"Invented Person {number}", "2011", "Brazil") for number in range(300)]


def at_once(*deeds):
    """Do all of these at the same moment, each on a connection of its own."""
    ready = threading.Barrier(len(deeds))
    failures = []

    def run(deed):
        try:
            ready.wait()
            deed()
        except Exception as error:  # noqa: BLE001  # whatever a thread raises is told
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.fixture
def two_connections(django_db_serialized_rollback, transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's tests live in one connection's memory")


@pytest.mark.slow
def test_two_files_of_one_list_at_once_make_one_list(two_connections):
    def bring(day):
        return lambda: take_in(table(*ROWS), day, by=system_actor())

    assert at_once(bring("2020-01-01"), bring("2021-01-01")) == []
    assert SourceRecord.objects.count() == len(ROWS)
    assert {len(rows) for rows in sightings()} == {2}


@pytest.mark.slow
def test_one_file_twice_at_once_comes_in_once(two_connections):
    def bring():
        take_in(table(*ROWS), "2020-01-01", by=system_actor())

    assert at_once(bring, bring) == []
    assert Snapshot.objects.count() == 1
    assert SourceRecord.objects.count() == len(ROWS)


@pytest.mark.slow
def test_other_bytes_for_one_day_at_once_refuse_one_of_them(two_connections):
    def bring(rows):
        return lambda: take_in(table(*rows), "2020-01-01", by=system_actor())

    (failure,) = at_once(bring(ROWS), bring(ROWS[1:]))
    assert isinstance(failure, UnableToImport)
    assert Snapshot.objects.filter(state="IMPORTED").count() == 1


@pytest.mark.django_db
def test_no_key_is_given_twice():
    first = bulk.reserve_keys(SourceRecord, 5)
    second = bulk.reserve_keys(SourceRecord, 5)
    assert len({*first, *second}) == 10
    assert bulk.reserve_keys(SourceRecord, 0) == ()
