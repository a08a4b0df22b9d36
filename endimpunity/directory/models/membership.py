"""What States belonged to, and since when we knew."""

from django.db import models
from django.db.models import F, Q

from endimpunity.directory.vocabulary import Grade, Scheme


class Membership(models.Model):
    """A State belonged to something from a day to a day, as we knew it for a time.

    A fact that turns out otherwise is closed (`recorded_to`) and written anew.
    """

    scheme = models.CharField(max_length=16, choices=Scheme.choices)
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Code of the group within the scheme; empty for a plain membership.
    group = models.CharField(max_length=40, blank=True)
    # First and last day; NULL is unbounded.
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=400)
    grade = models.CharField(max_length=8, choices=Grade.choices)
    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "scheme"], name="membership_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "state", "from_on"],
                condition=Q(recorded_to__isnull=True),
                name="one_membership_a_first_day",
            ),
            models.UniqueConstraint(
                fields=["scheme", "state"],
                condition=Q(recorded_to__isnull=True, from_on__isnull=True),
                name="one_membership_without_first_day",
            ),
            models.UniqueConstraint(
                fields=["scheme", "state"],
                condition=Q(recorded_to__isnull=True, to_on__isnull=True),
                name="one_membership_without_last_day",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True)
                | Q(to_on__isnull=True)
                | Q(from_on__lte=F("to_on")),
                name="membership_runs_forward",
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="membership_has_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.scheme} {self.group}".strip()
