"""What a publisher or a State says of a case."""

from django.db import models

from endimpunity.cases.models.recorded import Recorded
from endimpunity.cases.vocabulary import Method


class Statement(Recorded):
    """A voice's word on a case or an attack, under a method.

    `about` is the field of the case that it speaks of, whose value by that voice is
    `code` as the field stores it, a day as EDTF; blank, it speaks of what justice did.
    `valid_from` is when it was true, `stated_*` when it was said, `recorded_at`
    when we learned it. It belongs for ever to what made it. What a list says of
    its records is not copied here: it is read from the sightings.
    """

    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    publisher_label = models.CharField(max_length=200, blank=True)
    part = models.ForeignKey(
        "sources.Part",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    method = models.CharField(max_length=7, choices=Method.choices)
    about = models.CharField(max_length=30, blank=True)
    code = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    valid_from = models.DateField(null=True)
    stated_earliest = models.DateField(null=True)
    stated_latest = models.DateField(null=True)
    stated_edtf = models.CharField(max_length=60, blank=True)
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(publisher__isnull=False)
                | ~models.Q(publisher_label=""),
                name="a_statement_says_whose",
            ),
            models.CheckConstraint(
                condition=~models.Q(code="") | ~models.Q(text=""),
                name="a_statement_says_something",
            ),
        ]

    def __str__(self) -> str:
        return f"statement under {self.method}"
