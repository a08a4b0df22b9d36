from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "endimpunity.cases"
    label = "cases"

    def ready(self) -> None:
        """Follow the lists that come in or are closed, and the names of States."""
        from endimpunity.cases.operations import (  # noqa: PLC0415  # models are not ready before
            closing,
            following,
            rewording,
        )
        from endimpunity.directory.events import StateNamesChanged  # noqa: PLC0415  # as above
        from endimpunity.foundation.events import subscribe  # noqa: PLC0415  # as above
        from endimpunity.sources.events import (  # noqa: PLC0415  # as above
            ListClosed,
            SnapshotImported,
        )

        subscribe(SnapshotImported, following.snapshot_imported)
        subscribe(ListClosed, closing.list_closed)
        subscribe(StateNamesChanged, rewording.state_names_changed)
