"""How many people an attack is said to have harmed."""

from django.db import models

from endimpunity.cases.models.recorded import Recorded
from endimpunity.cases.vocabulary import TollGroup


class Toll(Recorded):
    """A stated number of victims of an attack; rows are never invented to match."""

    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
    )
    group = models.CharField(max_length=12, choices=TollGroup.choices)
    low = models.PositiveIntegerField()
    high = models.PositiveIntegerField(null=True)
    stated_edtf = models.CharField(max_length=60, blank=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(high=None) | models.Q(high__gte=models.F("low")),
                name="a_toll_runs_from_low_to_high",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group} {self.low}-{self.high}"
