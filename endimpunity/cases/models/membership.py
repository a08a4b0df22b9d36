"""Which entry of which list is about this case."""

from django.db import models


class Membership(models.Model):
    """A part of a record is about a case, from one moment until another.

    Append-only: neither end is ever repointed. When it was wrong it ends, and
    another row begins.
    """

    part = models.ForeignKey(
        "sources.Part",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # The part's own publisher, which never changes, kept here so that "whose
    # lists have made cases" is asked of one table.
    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    score = models.FloatField(null=True)
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["part"],
                condition=models.Q(superseded_at=None),
                name="a_part_is_about_one_case",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_membership_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_at=None)
                | models.Q(superseded_at__gte=models.F("recorded_at")),
                name="a_membership_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"part {self.part_id} in case {self.case_id}"
