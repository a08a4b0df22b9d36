"""Words in every spelling, and names by their sound, in each engine's own index.

The lines of cases lose their old words, which the new index could not hold, until
`migrate` makes them again; so it does whenever their key is not its own.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Old words were never cut to the length that PostgreSQL's index takes, nor were the
# blanks between them single.
# Words come normalised and apart: neither engine is to read or fold them again.
SQLITE = (
    "UPDATE cases_publicline SET words = ''",
    "DROP TABLE cases_words",
    "CREATE VIRTUAL TABLE cases_words USING fts5("
    "words, sounds, tokenize = 'ascii', prefix = '2 3')",
    "INSERT INTO cases_words (rowid, words, sounds)"
    " SELECT case_id, words, sounds FROM cases_publicline",
)
POSTGRESQL = (
    "DROP INDEX cases_words",
    # Written anew: an index is built over rows that were updated just before too.
    "ALTER TABLE cases_publicline ALTER COLUMN words TYPE text USING ''",
    "CREATE INDEX cases_words ON cases_publicline"
    " USING gin (array_to_tsvector(string_to_array(words, ' ')))",
    "CREATE INDEX cases_sounds ON cases_publicline"
    " USING gin (array_to_tsvector(string_to_array(sounds, ' ')))",
)
BACK_SQLITE = (
    "DROP TABLE cases_words",
    "CREATE VIRTUAL TABLE cases_words USING fts5("
    "words, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')",
    "INSERT INTO cases_words (rowid, words)"
    " SELECT case_id, words FROM cases_publicline",
)
BACK_POSTGRESQL = (
    "DROP INDEX cases_sounds",
    "DROP INDEX cases_words",
    "CREATE INDEX cases_words ON cases_publicline"
    " USING gin (to_tsvector('simple', words))",
)


def forwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in POSTGRESQL if postgresql else SQLITE:
        schema_editor.execute(statement)


def backwards(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    postgresql = schema_editor.connection.vendor == "postgresql"
    for statement in BACK_POSTGRESQL if postgresql else BACK_SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_count_unresolved")]
    operations = [
        migrations.AddField(
            model_name="publicline",
            name="sounds",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="publicline",
            name="words_key",
            field=models.CharField(blank=True, default="", max_length=16),
            preserve_default=False,
        ),
        migrations.RunPython(forwards, backwards),
    ]
