"""The line of a case that the world may read: the boundary, as a table."""

from django.db import models

from endimpunity.cases.models.recorded import Dated
from endimpunity.foundation.sort_keys import SortKeyField


class PublicLine(Dated):
    """What lists of cases and the search may know of one published case.

    Only fields allowed by the case's publication are ever written here, so that
    no list, count or search can reach more. Rows exist for published cases only
    and are made again from `Publication`, assertions and released records.
    """

    case = models.OneToOneField(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
        primary_key=True,
    )
    public_id = models.CharField(max_length=10, unique=True)
    published_at = models.DateTimeField()
    name = models.CharField(max_length=300, blank=True)
    native_name = models.CharField(max_length=300, blank=True)
    native_language = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=4, blank=True)
    area = models.CharField(max_length=40, blank=True)
    # The country's code, else the area's, else nothing: where lists look it up.
    place_code = SortKeyField(max_length=40, blank=True)
    place = models.CharField(max_length=300, blank=True)
    outlets = models.JSONField(default=list)
    violation = models.CharField(max_length=25, blank=True)
    standing = models.CharField(max_length=20)
    standing_by = models.CharField(max_length=200, blank=True)
    alone = models.BooleanField()
    two_persons = models.BooleanField()
    # Read from the place's own words; "" where they name none of the country's.
    division = SortKeyField(max_length=6, blank=True)
    # Made of the columns above and the country's names: by what a search finds it,
    # under which keys its names sound alike, and with what they and the division were.
    words = models.TextField(blank=True)
    sounds = models.TextField(blank=True)
    words_key = models.CharField(max_length=16, blank=True)
    sort_key = SortKeyField(max_length=250)

    class Meta(Dated.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["sort_key", "case"], name="lines_in_order"),
            models.Index(
                fields=["place_code", "sort_key", "case"],
                name="lines_of_a_place",
            ),
            models.Index(
                fields=["division", "sort_key", "case"],
                name="lines_of_a_division",
            ),
            # Every page counts the countries and the killings there that are
            # unresolved, and asks whether any line is alone's; a country's page
            # counts its killings by year and standing: from the index, without the
            # lines.
            models.Index(
                fields=[
                    "place_code",
                    "violation",
                    "standing",
                    "date_earliest",
                    "date_latest",
                    "alone",
                    "published_at",
                ],
                name="lines_counted",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id
