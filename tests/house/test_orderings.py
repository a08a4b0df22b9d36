"""Both engines put every list in the same order."""

import ast
import itertools
import os
import sqlite3
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import models
from django.db.backends.postgresql.base import DatabaseWrapper
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.sort_keys import SortKeyField
from tests.house.test_foreign_keys import own_models
from tests.house.tree import PACKAGE, modules, parse, plant

POSTGRESQL = os.environ.get(
    "TEST_DATABASE_URL",
    "postgresql://postgres@127.0.0.1:5432/postgres",
)
_tables = itertools.count()
# Spellings on which a locale's order and the code points' differ.
TRICKY = ["a b", "a-b", "ab", "aB", "Ab", "a_b", "á", "az", "Z", "z", "éa", "中", "ب"]


def is_loose(field: "models.Field[Any, Any]") -> bool:
    """Tell whether two engines may order this column's values differently."""
    if field.is_relation and field.related_model:
        # A key of another table is ordered as that table's own key.
        return is_loose(field.related_model._meta.pk)
    return isinstance(field, models.CharField | models.TextField) and not isinstance(
        field,
        SortKeyField,
    )


def loose_orderings(all_models) -> list[str]:
    """Return the models ordered by a text that is no sort key."""
    found = []
    for model in all_models:
        for name in model._meta.ordering:
            field = model._meta.get_field(str(name).lstrip("-"))
            if is_loose(field):
                found.append(f"{model._meta.label}.{field.name}")
    return found


def columns_by_room(all_models) -> dict[str, dict[str, list["models.Field[Any, Any]"]]]:
    """Return each room's columns by the name they are ordered by."""
    found: dict[str, dict[str, list[models.Field[Any, Any]]]] = {}
    for model in all_models:
        columns = found.setdefault(model._meta.app_label, {})
        for field in model._meta.concrete_fields:
            for name in {field.name, field.attname}:
                columns.setdefault(name, []).append(field)
        columns.setdefault("pk", []).append(model._meta.pk)
    return found


def loose_calls(package: Path, all_models) -> list[str]:
    """Return the order_by calls that name a text that is no sort key.

    A name may belong to several models: it is refused when it is loose in all of
    them, so that the columns of one room had better not share a name.
    """
    columns = columns_by_room(all_models)
    found = []
    for path in modules(package, tests=False):
        here = columns.get(path.relative_to(package).parts[0], {})
        anywhere = [it for room in columns.values() for it in room.items()]
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call):
                continue
            if getattr(node.func, "attr", "") not in {"order_by", "earliest", "latest"}:
                continue
            for name in ordered_names(node):
                fields = here.get(name) or [
                    it for key, them in anywhere if key == name for it in them
                ]
                if fields and all(map(is_loose, fields)):
                    found.append(f"{path.relative_to(package)}: {name}")
    return found


def ordered_names(node: ast.Call):
    """Yield the last part of each name that a call orders by."""
    for inner in ast.walk(ast.Tuple(elts=node.args)):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value.lstrip("-").rpartition("__")[2]


def test_every_model_is_ordered_by_what_both_engines_agree_on():
    assert loose_orderings(own_models()) == []


def test_every_list_is_ordered_by_what_both_engines_agree_on():
    assert loose_calls(PACKAGE, own_models()) == []


def on_sqlite(words):
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE word (key varchar(50))")
        connection.executemany("INSERT INTO word VALUES (?)", [(it,) for it in words])
        return [it for (it,) in connection.execute("SELECT key FROM word ORDER BY key")]


@pytest.fixture(scope="module")
def postgresql():
    try:
        with psycopg.connect(POSTGRESQL, connect_timeout=3) as connection:
            yield connection
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL answers at TEST_DATABASE_URL")


def on_postgresql(connection, words, kind='varchar(50) COLLATE "C"'):
    table = f"word_{next(_tables)}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMPORARY TABLE {table} (key {kind}) ON COMMIT DROP")
        cursor.executemany(f"INSERT INTO {table} VALUES (%s)", [(it,) for it in words])
        cursor.execute(f"SELECT key FROM {table} ORDER BY key")
        found = [it for (it,) in cursor]
    connection.commit()
    return found


# Neither engine keeps U+0000 in a text.
WORDS = st.lists(
    st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=50),
)


@given(words=WORDS)
def test_a_sort_key_is_in_the_order_of_code_points(postgresql, words):
    assert on_sqlite(words) == sorted(words)
    assert on_postgresql(postgresql, words) == sorted(words)


def test_the_engines_agree_on_the_spellings_that_locales_part(postgresql):
    assert on_postgresql(postgresql, TRICKY) == on_sqlite(TRICKY) == sorted(TRICKY)


def test_an_order_that_follows_a_locale_is_another_order(postgresql):
    kind = 'varchar(50) COLLATE "en-x-icu"'
    try:
        by_locale = on_postgresql(postgresql, TRICKY, kind)
    except psycopg.errors.UndefinedObject:
        postgresql.rollback()
        pytest.skip("this PostgreSQL was built without ICU")
    assert by_locale != sorted(TRICKY)


def test_the_column_of_a_sort_key_is_that_of_these_tests():
    field = SortKeyField(max_length=50)
    engine = DatabaseWrapper({"NAME": "never_opened"})
    assert field.db_type(engine) == 'varchar(50) COLLATE "C"'


def test_a_loose_ordering_is_seen(tmp_path):
    source = (
        "a = Publisher.objects.order_by('name')\n"
        "b = Row.objects.order_by('snapshot__stated_on', '-number')\n"
        "c = Snapshot.objects.order_by(F('file_name').desc())\n"
        "d = Publisher.objects.latest('recorded_at')\n"
    )
    package = plant(tmp_path, {"sources/queries.py": source})
    assert loose_calls(package, own_models()) == [
        "sources/queries.py: name",
        "sources/queries.py: file_name",
    ]


@pytest.mark.parametrize(
    ("field", "loose"),
    [
        (models.CharField(max_length=5), True),
        (models.TextField(), True),
        (models.UUIDField(), False),
        (models.DateField(), False),
        (SortKeyField(max_length=5), False),
    ],
)
def test_a_text_is_loose_and_a_sort_key_is_not(field, loose):
    assert is_loose(field) is loose
