"""First-level divisions of States, as ISO 3166-2 codes them."""

from django.db import models
from django.db.models import Q

from endimpunity.foundation.sort_keys import SortKeyField


class DivisionFacts(models.Model):
    """What is said of a division: what it is, and what it is called on the spot."""

    # What the package calls its kind, in English: "Province".
    category = models.CharField(max_length=80, blank=True)
    name = models.CharField(max_length=200)
    # Of the name: "fr"; "ru-Latn" where it is spelt in other letters than its
    # language's own; "und" where nobody says which language it is in.
    language = models.CharField(max_length=16)
    source = models.CharField(max_length=200)
    recorded_from = models.DateTimeField()
    # When a release of the package said so no longer; NULL while it does.
    recorded_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(language="") & ~Q(source=""),
                name="%(class)s_is_named",
            ),
        ]


class Division(DivisionFacts):
    """A part of a State that lies in no other part: a region, a province, a state.

    A code that ISO withdraws keeps its row: what was recorded under it stays there.
    """

    code = SortKeyField(primary_key=True, max_length=6)
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )

    class Meta(DivisionFacts.Meta):
        constraints = [
            *DivisionFacts.Meta.constraints,
            models.CheckConstraint(
                condition=Q(code__contains="-"),
                name="division_code_names_its_state",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FormerDivision(DivisionFacts):
    """What was said of a division before a release said otherwise."""

    division = models.ForeignKey(
        "directory.Division",
        on_delete=models.PROTECT,
        related_name="+",
    )

    # It has ended, or it would not be here.
    recorded_to = models.DateTimeField()

    class Meta(DivisionFacts.Meta):
        pass

    def __str__(self) -> str:
        return self.name
