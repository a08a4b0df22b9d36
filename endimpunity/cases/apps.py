from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "endimpunity.cases"
    label = "cases"

    def ready(self) -> None:
        """Follow the lists that come in."""
        from endimpunity.cases.operations import following  # noqa: PLC0415  # models are not ready before
        from endimpunity.foundation.events import subscribe  # noqa: PLC0415  # as above
        from endimpunity.sources.events import SnapshotImported  # noqa: PLC0415  # as above

        subscribe(SnapshotImported, following.snapshot_imported)
