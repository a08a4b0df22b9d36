"""The judgement that two cases are one."""

from django.db import models


class Merge(models.Model):
    """Reads of one case lead to another, until this is undone.

    Nothing is repointed: who reads asks `queries.identity` as of a moment.
    """

    from_case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
    )
    into_case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
    )
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        db_index=False,
    )
    undone_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["from_case"],
                condition=models.Q(undone_at=None),
                name="a_case_leads_to_one_case",
            ),
            models.CheckConstraint(
                condition=~models.Q(from_case=models.F("into_case")),
                name="a_case_is_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_merge_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None, undone_by=None, undone_reason="")
                | models.Q(
                    undone_at__gte=models.F("recorded_at"),
                    undone_by__isnull=False,
                )
                & ~models.Q(undone_reason=""),
                name="an_undone_merge_says_by_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_case_id} into {self.into_case_id}"
