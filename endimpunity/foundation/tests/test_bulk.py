"""Rows are appended whole, in their order, however many there are."""

import gc

import pytest
from django.db import DatabaseError, IntegrityError, connection, models
from django.test.utils import isolate_apps

from endimpunity.foundation import bulk


@pytest.fixture
def counted(db):
    """Return a model of a number and a text, whose table lasts for one test."""
    with isolate_apps("endimpunity.foundation"):

        class Counted(models.Model):
            word = models.TextField()

            class Meta:
                app_label = "foundation"

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE foundation_counted"
            " (id integer PRIMARY KEY, word text NOT NULL)"
        )
    return Counted


def kept():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, word FROM foundation_counted ORDER BY id")
        return cursor.fetchall()


@pytest.mark.parametrize(
    "count",
    [
        0,
        1,
        bulk.ROWS_A_STATEMENT - 1,
        bulk.ROWS_A_STATEMENT,
        bulk.ROWS_A_STATEMENT + 1,
        bulk.BATCH,
        2 * bulk.BATCH + bulk.ROWS_A_STATEMENT + 1,
    ],
)
def test_every_row_is_appended_once(counted, count):
    rows = [(number, f"word {number}, 100 %s") for number in range(1, count + 1)]
    assert bulk.append_rows(counted, ("id", "word"), iter(rows)) == count
    assert kept() == rows


@pytest.mark.parametrize("wrong", [(7,), (7, "seven", "more")])
def test_a_row_of_another_width_is_refused(counted, wrong):
    rows = [*((number, "word") for number in range(100, 160)), wrong]
    with pytest.raises((ValueError, DatabaseError)):
        bulk.append_rows(counted, ("id", "word"), rows)


def test_a_key_that_stands_already_is_refused_alike_on_both_engines(counted):
    with pytest.raises(IntegrityError):
        bulk.append_rows(counted, ("id", "word"), [(1, "one"), (1, "again")])


def test_the_collector_rests_and_goes_on_also_after_an_error():
    def fail_at_rest():
        with bulk.nothing_to_collect():
            assert not gc.isenabled()
            raise LookupError

    with pytest.raises(LookupError):
        fail_at_rest()
    assert gc.isenabled()


def test_a_collector_that_rests_already_is_left_so():
    with bulk.nothing_to_collect(), bulk.nothing_to_collect():
        pass
    assert gc.isenabled()
    gc.disable()
    try:
        with bulk.nothing_to_collect():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
