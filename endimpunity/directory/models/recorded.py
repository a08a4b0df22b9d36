"""What every statement about an office carries: who recorded it, and until when."""

from django.db import models
from django.db.models import F, Q

from endimpunity.directory.vocabulary import Origin


class Recorded(models.Model):
    """A statement that is never changed: it is ended, and another is written.

    A row whose `recorded_to` is NULL stands; one that ended tells what was believed.
    """

    origin = models.CharField(max_length=8, choices=Origin.choices)
    source = models.ForeignKey(
        "directory.OfficeSource",
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(recorded_to=None) | Q(recorded_to__gte=F("recorded_from")),
                name="%(class)s_ends_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values),
                name="%(class)s_origin_is_known",
            ),
        ]
