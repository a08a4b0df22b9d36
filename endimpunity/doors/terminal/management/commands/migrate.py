"""Bring the database to this version, and its reference data with it."""

from typing import Any

from django.core.management.commands import migrate
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.directory import operations as directory_operations

# Each of these asks Django for less than the whole way to this version.
PARTIAL = ("app_label", "migration_name", "plan", "check_unapplied", "prune")


class Command(migrate.Command):
    """Django's own command, and then the reference data of this version."""

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Migrate; load the reference data unless only a part was asked for."""
        super().handle(*args, **options)
        if any(options.get(word) for word in PARTIAL):
            return
        directory_operations.load_reference(
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
