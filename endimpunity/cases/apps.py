from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "endimpunity.cases"
    label = "cases"

    def ready(self) -> None:
        """Follow the lists that come in."""
        from endimpunity.cases.operations import closing, following  # noqa: PLC0415  # models are not ready before
        from endimpunity.foundation.events import subscribe  # noqa: PLC0415  # as above
        from endimpunity.sources.events import (  # noqa: PLC0415  # as above
            ListClosed,
            SnapshotImported,
        )

        subscribe(SnapshotImported, following.snapshot_imported)
        subscribe(ListClosed, closing.list_closed)
