"""Where sources differ."""

from django.db import models

from endimpunity.cases.models.recorded import Recorded


class Disagreement(Recorded):
    """Sources differ on an attack, in the registry's words; both are cited."""

    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
    )
    text = models.TextField()
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="a_disagreement_is_told",
            ),
        ]

    def __str__(self) -> str:
        return f"disagreement on attack {self.attack_id}"
