"""Bring the database to this version, and its reference data with it."""

from typing import Any

from django.core.management.commands import migrate
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.cases import operations as cases_operations
from endimpunity.directory import operations as directory_operations

# Each of these asks Django for less than the whole way to this version.
PARTIAL = ("app_label", "migration_name", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    """Django's own command, then the reference data and words of this version."""

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Migrate; bring data up too, unless only a part was asked for."""
        super().handle(*args, **options)
        if any(options.get(word) for word in PARTIAL):
            return
        by, at = accounts_queries.system_actor(), timezone.now()
        directory_operations.load_reference(by=by, at=at)
        cases_operations.reword(by=by, at=at)
