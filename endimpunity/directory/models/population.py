"""How many people lived in a State, vintage by vintage."""

from django.db import models
from django.db.models import Q

from endimpunity.foundation.sort_keys import SortKeyField


class PopulationVintage(models.Model):
    """One publication of population numbers, as it was on one day; never changed."""

    code = SortKeyField(primary_key=True, max_length=60)
    source = models.CharField(max_length=400)
    stated_on = models.DateField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    is_default = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_default_population_vintage",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(source=""),
                name="population_vintage_is_named",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Population(models.Model):
    """How many people lived in a State in a year, as one vintage has it."""

    vintage = models.ForeignKey(
        "directory.PopulationVintage",
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField()
    value = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vintage", "state", "year"],
                name="one_population_a_vintage_state_and_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.year}: {self.value}"
