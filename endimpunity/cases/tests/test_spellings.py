"""Bringing a filled table of lines to words in every spelling."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from endimpunity.accounts.models import User
from endimpunity.cases import published
from endimpunity.cases.models import Case, PublicLine
from endimpunity.cases.operations.rewording import reword
from endimpunity.cases.tests.factories import FIRST, LATER, lens, opened, said

BEFORE = [("cases", "0006_count_unresolved")]
# No index of PostgreSQL holds a word of 2,047 bytes, nor one of none.
OLD_WORDS = f"ada  invented {'é' * 1_024} "


@pytest.fixture
def at_0006(django_db_serialized_rollback, transactional_db):
    """Lay a list, and go back to before the migration; come back afterwards."""
    by = User.objects.get(kind="SYSTEM")
    opened(by, said(), said("Bob Invented"))
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    MigrationExecutor(connection).migrate(BEFORE)
    yield by
    MigrationExecutor(connection).migrate(latest)


def test_old_words_that_no_index_takes_are_left_behind(at_0006):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_publicline SET words = %s", [OLD_WORDS])
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    assert set(PublicLine.objects.values_list("words", "words_key")) == {("", "")}
    assert published.search("Ada", lens=lens()).total == 0
    assert reword(by=at_0006, at=LATER) == Case.objects.count() == 2
    assert published.search("Ada", lens=lens()).total == 1
    assert PublicLine.objects.filter(published_at=FIRST).count() == 2
