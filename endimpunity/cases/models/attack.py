"""What happened, when and where."""

import uuid

from django.db import models

from endimpunity.cases.models.recorded import Dated


class Attack(Dated):
    """One attack, whoever was harmed in it.

    Every column but the key and `recorded_at` is a cache that
    `operations.refresh` makes again from assertions and records.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recorded_at = models.DateTimeField()
    violations = models.JSONField(default=list)
    country = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    area = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=300, blank=True)
    conflict = models.BooleanField(null=True)
    context = models.TextField(blank=True)
    summary = models.TextField(blank=True)

    class Meta(Dated.Meta):
        abstract = False
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(country=None) | models.Q(area=""),
                name="an_attack_has_a_country_or_an_area",
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)
