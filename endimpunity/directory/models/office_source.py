"""Where something about an office was read."""

from django.db import models
from django.db.models import Q


class OfficeSource(models.Model):
    """A page or paper that says it, with its own day and the day it was read."""

    # SHA-256 of the four columns below: the same source is one row.
    key = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True)
    stated_on = models.DateField(null=True, blank=True)
    read_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(label=""),
                name="office_source_says_whose",
            ),
            models.CheckConstraint(
                condition=Q(url="")
                | Q(url__startswith="https://")
                | Q(url__startswith="http://"),
                name="office_source_has_a_web_address",
            ),
        ]

    def __str__(self) -> str:
        return self.label
