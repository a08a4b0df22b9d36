"""The year of a day, as both engines count by it."""

from typing import Any

from django.db.models import Func, IntegerField
from django.db.models.sql.compiler import SQLCompiler


class YearOf(Func):
    """The year of a day, None where the day is unknown.

    Django's own reading of a year calls back into Python for each row on SQLite,
    where a day is text that begins with its year.
    """

    template = "CAST(EXTRACT(YEAR FROM %(expressions)s) AS INTEGER)"
    output_field = IntegerField()

    def as_sqlite(
        self,
        compiler: SQLCompiler,
        connection: Any,  # noqa: ANN401  # the engine's own, as Django hands it on
        **extra: Any,  # noqa: ANN401  # likewise
    ) -> tuple[str, Any]:
        """Return the words of SQLite."""
        return self.as_sql(
            compiler,
            connection,
            template="CAST(SUBSTR(%(expressions)s, 1, 4) AS INTEGER)",
            **extra,
        )
