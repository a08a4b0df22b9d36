"""States and territories under their codes."""

from django.db import models
from django.db.models import F, Q

from endimpunity.directory.vocabulary import StateKind
from endimpunity.foundation.sort_keys import SortKeyField


class State(models.Model):
    """A State or territory, in force or former, under its code."""

    # Alpha-2 of ISO 3166-1; XK; four letters of ISO 3166-3 where the two are taken.
    code = SortKeyField(primary_key=True, max_length=4)
    kind = models.CharField(max_length=9, choices=StateKind.choices)
    alpha3 = models.CharField(max_length=3)
    # Number of ISO 3166-1 and M49; a follower may have its forerunner's.
    m49 = models.PositiveSmallIntegerField(null=True, blank=True)
    # First and last day; NULL is unbounded, or before 1990 for a first day.
    existed_from = models.DateField(null=True, blank=True)
    existed_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(alpha3=""),
                name="state_has_codes",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=StateKind.values),
                name="state_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(existed_from__isnull=True)
                | Q(existed_to__isnull=True)
                | Q(existed_from__lte=F("existed_to")),
                name="state_period_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.code
