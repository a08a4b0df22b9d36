"""Whether the world may see a case, since when, by whose decision."""

from django.db import models

from endimpunity.cases.vocabulary import PublicationState


class Publication(models.Model):
    """One state of a case on its way to the world; a case without a row is a draft.

    Append-only: the next state ends this one.
    """

    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    state = models.CharField(max_length=9, choices=PublicationState.choices)
    policy = models.ForeignKey(
        "sources.PublishingPolicy",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    reason = models.TextField(blank=True)
    alone = models.BooleanField(default=False)
    second_read = models.BooleanField(default=False)
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
                fields=["case"],
                condition=models.Q(superseded_at=None),
                name="a_case_has_one_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="PUBLISHED")
                | models.Q(policy__isnull=False)
                | models.Q(alone=True)
                | models.Q(second_read=True),
                name="published_by_policy_by_two_or_alone",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="WITHDRAWN") | ~models.Q(reason=""),
                name="a_withdrawal_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_at=None)
                | models.Q(superseded_at__gte=models.F("recorded_at")),
                name="a_state_ends_after_it_began",
            ),
        ]
        indexes = [
            models.Index(fields=["case", "recorded_at"], name="states_of_a_case"),
        ]

    def __str__(self) -> str:
        return f"case {self.case_id} {self.state}"
