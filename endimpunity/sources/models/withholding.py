"""That a record is not to be seen, whatever its list's policy allows."""

from django.db import models


class Withholding(models.Model):
    """A record kept from the world, with the reason, until it is lifted.

    It outranks every release: a list that comes in again does not bring it back.
    """

    record = models.ForeignKey(
        "sources.SourceRecord",
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record"],
                condition=models.Q(superseded_at=None),
                name="a_record_is_withheld_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_withholding_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"record {self.record_id} withheld"
