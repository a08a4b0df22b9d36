"""That a person on a list is not to be seen, whatever the list's policy allows."""

from django.db import models


class Withholding(models.Model):
    """One person of a record kept from the world, with the reason, until lifted.

    It outranks every release: a list that comes in again does not bring it back.
    """

    part = models.ForeignKey(
        "sources.Part",
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
                fields=["part"],
                condition=models.Q(superseded_at=None),
                name="a_part_is_withheld_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_withholding_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"part {self.part_id} withheld"
