"""One row of one file, as it was met."""

from django.db import models

from endimpunity.sources.vocabulary import Outcome


class Row(models.Model):
    """The raw cells of one data row; kept also when it could not be read."""

    snapshot = models.ForeignKey(
        "sources.Snapshot",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    number = models.PositiveIntegerField()
    cells = models.JSONField()
    digest = models.CharField(max_length=32)
    outcome = models.CharField(max_length=11, choices=Outcome.choices)
    reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "number"],
                name="one_row_a_number",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="rows_count_from_one",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="IMPORTED") ^ ~models.Q(reason=""),
                name="a_row_left_out_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot_id}#{self.number}"


class Correction(models.Model):
    """What a person says a quarantined row should have read; the row stays."""

    row = models.ForeignKey(
        "sources.Row",
        on_delete=models.PROTECT,
        related_name="+",
    )
    cells = models.JSONField()
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_correction_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"correction of row {self.row_id}"
