"""That a record was seen in a row, or was missed by a list said to be complete."""

from django.db import models


class Sighting(models.Model):
    """A row was read as this record, saying this version.

    Never repointed: when a later or earlier file shows that a row belongs to
    another record, this sighting ends and another begins.
    """

    snapshot = models.ForeignKey(
        "sources.Snapshot",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    row = models.ForeignKey(
        "sources.Row",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    record = models.ForeignKey(
        "sources.SourceRecord",
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.ForeignKey(
        "sources.RecordVersion",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["row"],
                condition=models.Q(superseded_at=None),
                name="a_row_is_one_record",
            ),
            models.UniqueConstraint(
                fields=["snapshot", "record"],
                condition=models.Q(superseded_at=None),
                name="two_rows_of_a_file_are_two_records",
            ),
        ]

    def __str__(self) -> str:
        return f"row {self.row_id} is record {self.record_id}"


class Withdrawal(models.Model):
    """A list that said it was complete no longer holds this record."""

    snapshot = models.ForeignKey(
        "sources.Snapshot",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    record = models.ForeignKey(
        "sources.SourceRecord",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Two entries the list itself did not tell apart: one of them is gone.
    ambiguous = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "record"],
                condition=models.Q(superseded_at=None),
                name="a_record_is_withdrawn_once_a_file",
            ),
        ]

    def __str__(self) -> str:
        return f"record {self.record_id} withdrawn"
