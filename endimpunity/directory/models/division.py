"""First-level divisions of States, as ISO 3166-2 codes them."""

from django.db import models
from django.db.models import Q

from endimpunity.foundation.sort_keys import SortKeyField


class Division(models.Model):
    """A part of a State that lies in no other part: a region, a province, a state.

    A code that ISO withdraws keeps its row: what was recorded under it stays there.
    """

    code = SortKeyField(primary_key=True, max_length=6)
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # What the package calls its kind, in English: "Province".
    category = models.CharField(max_length=80, blank=True)
    recorded_from = models.DateTimeField()
    # When a release of the package had it no longer; NULL while it does.
    recorded_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(code__contains="-"),
                name="division_code_names_its_state",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DivisionName(models.Model):
    """What a division is called in one language, as we knew it for a time."""

    division = models.ForeignKey(
        "directory.Division",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # "fr"; "ru-Latn" where it is spelt in other letters than its language's own;
    # "und" where nobody says which language the local name is in.
    language = models.CharField(max_length=12)
    # Whether it is the name on the spot, and no translation of it.
    is_local = models.BooleanField()
    text = models.CharField(max_length=200)
    source = models.CharField(max_length=200)
    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["division", "language", "is_local"],
                condition=Q(recorded_to=None),
                name="one_name_a_division_and_language",
            ),
            models.UniqueConstraint(
                fields=["division"],
                condition=Q(recorded_to=None, is_local=True),
                name="one_local_name_a_division",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(language="") & ~Q(source=""),
                name="division_name_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.text
