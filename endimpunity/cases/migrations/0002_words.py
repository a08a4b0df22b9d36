"""The full-text index over the words of public lines, in each engine's own way."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    # The words are normalised already; the tokenizer must not fold them again.
    "CREATE VIRTUAL TABLE cases_words USING fts5("
    "words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
)
POSTGRESQL = (
    "CREATE INDEX cases_words ON cases_publicline"
    " USING gin (to_tsvector('simple', words))"
)


def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(
        POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE,
    )


def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    kind = "INDEX" if schema_editor.connection.vendor == "postgresql" else "TABLE"
    schema_editor.execute(f"DROP {kind} cases_words")


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
