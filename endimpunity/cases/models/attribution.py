"""To whom a named source attributes an attack."""

from django.db import models

from endimpunity.cases.models.recorded import Recorded


class Attribution(Recorded):
    """Whom a named publisher holds responsible, from the day it first said so.

    The registry says it of nobody itself, and never of a natural person.
    """

    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
    )
    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    publisher_label = models.CharField(max_length=200, blank=True)
    code = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=300, blank=True)
    since_edtf = models.CharField(max_length=60, blank=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(publisher__isnull=False)
                | ~models.Q(publisher_label=""),
                name="an_attribution_says_whose",
            ),
        ]

    def __str__(self) -> str:
        return f"attribution of attack {self.attack_id}"
