"""Both engines put every list in the same order."""

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
from tests.house.querysets import Querysets, field_at
from tests.house.test_foreign_keys import own_models
from tests.house.tree import PACKAGE, modules, plant

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


def columns_named(all_models, name: str) -> list["models.Field[Any, Any]"]:
    """Return the columns of any model that a name could mean."""
    last = name.rpartition("__")[2].lstrip("-+")
    found = []
    for model in all_models:
        columns = {
            said: it
            for it in model._meta.concrete_fields
            for said in (it.name, it.attname)
        }
        columns["pk"] = model._meta.pk
        found.extend([columns[last]] if last in columns else [])
    return found


def loose_calls(package: Path, all_models) -> list[str]:
    """Return the order_by calls that name a text that is no sort key.

    A name is looked up in the model whose rows are ordered. Where the source does
    not tell whose they are, it must be a sort key in every model that has it.
    """
    known = Querysets.of(package, all_models)
    found = []
    for path in modules(package, tests=False):
        for ordering in known.orderings(path, package):
            for name in ordering.names:
                if ordering.model is None:
                    loose = any(map(is_loose, columns_named(all_models, name)))
                else:
                    field = field_at(ordering.model, name)
                    loose = field is not None and is_loose(field)
                if loose:
                    whose = ordering.model._meta.label if ordering.model else "anyone"
                    found.append(f"{path.relative_to(package)}: {name} of {whose}")
    return found


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


SEEN = """
from django.db.models import F, QuerySet
from endimpunity.sources.models import Publisher, Row, Snapshot

a = Publisher.objects.order_by("name")
b = Row.objects.order_by("snapshot__stated_on", "-number")
c = Snapshot.objects.filter(number=1).order_by(F("file_name").desc())
d = Publisher.objects.latest("recorded_at")
e = Row.objects.order_by("-snapshot__publisher__name")
f = Row.objects.annotate(n=F("number")).order_by("n", "pk", "snapshot__publisher")

def listed(rows: QuerySet[Snapshot], by_name: bool):
    order = ("file_name", "id") if by_name else ("id",)
    return rows.order_by(*order)

def held() -> QuerySet[Publisher]:
    found = Publisher.objects.filter(name="A")
    found = found.exclude(name="B")
    return found.order_by("name")[:3]

g = held().order_by("url")
h = anything.order_by("layout")
"""


def test_a_loose_ordering_is_seen_in_the_model_that_it_orders(tmp_path):
    package = plant(tmp_path, {"sources/queries.py": SEEN})
    assert sorted(loose_calls(package, own_models())) == [
        "sources/queries.py: -snapshot__publisher__name of sources.Row",
        "sources/queries.py: file_name of sources.Snapshot",
        "sources/queries.py: file_name of sources.Snapshot",
        "sources/queries.py: layout of anyone",
        "sources/queries.py: name of sources.Publisher",
        "sources/queries.py: name of sources.Publisher",
        "sources/queries.py: url of sources.Publisher",
    ]


def test_a_column_of_the_same_name_excuses_no_loose_one(tmp_path):
    # Of these a condemnation's number is a text, an accused person's a number.
    numbered = {
        it._meta.label: is_loose(field)
        for it in own_models()
        if (field := field_at(it, "number"))
    }
    assert numbered["cases.Condemnation"] is True
    assert numbered["cases.Accused"] is False
    source = (
        "Accused.objects.order_by('number')\n"
        "Condemnation.objects.order_by('number')\n"
        "rows.order_by('number')\n"
    )
    package = plant(tmp_path, {"cases/queries.py": source})
    assert loose_calls(package, own_models()) == [
        "cases/queries.py: number of cases.Condemnation",
        "cases/queries.py: number of anyone",
    ]


def test_of_two_models_of_one_name_the_rooms_own_is_meant(tmp_path):
    source = (
        "Membership.objects.order_by('reason')\n"
        "directory_models.Membership.objects.order_by('scheme')\n"
    )
    package = plant(tmp_path, {"cases/queries.py": source})
    assert loose_calls(package, own_models()) == [
        "cases/queries.py: reason of cases.Membership",
        "cases/queries.py: scheme of directory.Membership",
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
