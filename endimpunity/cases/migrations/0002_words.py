"""The full-text index over the words of public lines, in each engine's own way."""

from django.db import migrations

SQLITE = (
    # The words are normalised already; the tokenizer must not fold them again.
    "CREATE VIRTUAL TABLE cases_words USING fts5("
    "words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')"
)
POSTGRESQL = (
    "CREATE INDEX cases_words ON cases_publicline"
    " USING gin (to_tsvector('simple', words))"
)


def forwards(apps, schema_editor):
    schema_editor.execute(
        POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE,
    )


def backwards(apps, schema_editor):
    kind = "INDEX" if schema_editor.connection.vendor == "postgresql" else "TABLE"
    schema_editor.execute(f"DROP {kind} cases_words")


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
