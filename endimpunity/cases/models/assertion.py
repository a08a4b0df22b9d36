"""A fact that the registry itself states, with its sources."""

from django.db import models

from endimpunity.cases.vocabulary import Subject


class Assertion(models.Model):
    """One field of one attack, person or case, as the registry states it.

    Append-only: a new value ends the old row. A null value says "unknown" and
    stands before what any list says.
    """

    subject = models.CharField(max_length=6, choices=Subject.choices)
    subject_id = models.BigIntegerField()
    field = models.CharField(max_length=30)
    value = models.JSONField(null=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")
    stated_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    reason = models.TextField()

    class Meta:
        indexes = [
            # What stood at a moment; the constraint's index knows only what stands.
            models.Index(fields=["subject", "subject_id"], name="assertions_of_one"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "subject_id", "field"],
                condition=models.Q(superseded_at=None),
                name="one_standing_assertion_a_field",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="an_assertion_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_at=None)
                | models.Q(superseded_at__gte=models.F("recorded_at")),
                name="an_assertion_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_id} {self.field}"
