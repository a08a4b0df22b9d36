"""What every fact of the room carries: its permanent key and when it was learned."""

import uuid

from django.db import models


class Recorded(models.Model):
    """A fact that is never changed: a correction ends this row and adds another.

    The key stays with the fact through its corrections; one row a key stands.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=models.Q(superseded_at=None),
                name="%(class)s_stands_once",
            ),
            models.CheckConstraint(
                condition=models.Q(superseded_at=None)
                | models.Q(superseded_at__gte=models.F("recorded_at")),
                name="%(class)s_ends_after_it_began",
            ),
        ]


class Dated(models.Model):
    """A day known as an interval: NULL is unbounded, the text is as met."""

    date_earliest = models.DateField(null=True)
    date_latest = models.DateField(null=True)
    date_edtf = models.CharField(max_length=60, blank=True)
    date_text = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(date_earliest=None)
                | models.Q(date_latest=None)
                | models.Q(date_latest__gte=models.F("date_earliest")),
                name="%(class)s_date_runs_forward",
            ),
        ]
