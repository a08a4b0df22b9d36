"""The judgement that two rows of one list are the same entry, or are not."""

from django.db import models

from endimpunity.sources.vocabulary import Verdict


class Continuation(models.Model):
    """A stored, undoable judgement on two rows of two files of one publisher.

    The program writes one for every continuation that is not exact. A person's
    judgement binds the program: it is read before anything is weighed.
    """

    earlier_row = models.ForeignKey(
        "sources.Row",
        on_delete=models.PROTECT,
        related_name="+",
    )
    later_row = models.ForeignKey(
        "sources.Row",
        on_delete=models.PROTECT,
        related_name="+",
    )
    verdict = models.CharField(max_length=9, choices=Verdict.choices)
    # Given by a person, at the desk or the terminal; not weighed by the program.
    given = models.BooleanField(default=False)
    score = models.FloatField(null=True)
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    undone_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["earlier_row", "later_row"],
                condition=models.Q(undone_at=None),
                name="one_standing_judgement_a_pair",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_judgement_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at=None) ^ models.Q(undone_by__isnull=False),
                name="an_undone_judgement_says_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_row_id} {self.verdict} {self.later_row_id}"
