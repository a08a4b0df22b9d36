"""What a source says is to come."""

from django.db import models

from endimpunity.cases.models.recorded import Dated, Recorded
from endimpunity.cases.vocabulary import UpcomingKind


class Upcoming(Recorded, Dated):
    """A hearing, a verdict, a time bar: only as a source states it."""

    proceeding = models.ForeignKey(
        "cases.Proceeding",
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(max_length=12, choices=UpcomingKind.choices)
    what = models.TextField(blank=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            *Dated.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.date_edtf}".strip()
