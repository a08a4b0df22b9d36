"""A body's public word on an attack."""

from django.db import models

from endimpunity.cases.models.recorded import Dated, Recorded
from endimpunity.cases.vocabulary import CondemnationWord


class Condemnation(Recorded, Dated):
    """A body condemned or deplored an attack, or the harm done to one person."""

    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
    )
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    body = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    word = models.CharField(max_length=9, choices=CondemnationWord.choices)
    url = models.URLField(max_length=500, blank=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(body=""),
                name="a_condemnation_says_whose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.word}"
