"""Offices that can be written to, what they are for, and the posts in them."""

from django.db import models
from django.db.models import Q

from endimpunity.directory.models.recorded import Recorded
from endimpunity.directory.vocabulary import (
    Body,
    NameOrigin,
    OfficeKind,
    Origin,
    Point,
    PostKind,
)
from endimpunity.foundation.sort_keys import SortKeyField

_ONE_JURISDICTION = (
    Q(state__isnull=False, division=None, body="")
    | Q(state=None, division__isnull=False, body="")
    | (Q(state=None, division=None) & ~Q(body=""))
)


class Office(models.Model):
    """An authority of a State, of a part of one, or of an intergovernmental body."""

    # In its page's address, for ever: "un-sr-executions".
    slug = SortKeyField(max_length=80, unique=True)
    kind = models.CharField(max_length=12, choices=OfficeKind.choices)
    # Exactly one of the three is its jurisdiction.
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    division = models.ForeignKey(
        "directory.Division",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    body = models.CharField(max_length=6, choices=Body.choices, blank=True)
    origin = models.CharField(max_length=8, choices=Origin.choices)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=_ONE_JURISDICTION,
                name="office_has_one_jurisdiction",
            ),
            models.CheckConstraint(
                condition=~Q(slug="") & Q(kind__in=OfficeKind.values),
                name="office_is_named_and_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(body="") | Q(body__in=Body.values),
                name="office_body_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class OfficeName(Recorded):
    """What an office is called in a language, by itself or in our translation."""

    office = models.ForeignKey(
        "directory.Office",
        on_delete=models.PROTECT,
        related_name="+",
    )
    language = models.CharField(max_length=7)
    text = models.CharField(max_length=300)
    by_whom = models.CharField(max_length=8, choices=NameOrigin.choices)

    class Meta(Recorded.Meta):
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["office", "language"],
                condition=Q(recorded_to=None),
                name="one_name_an_office_and_language",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(language=""),
                name="office_name_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class OfficePoint(Recorded):
    """One coded thing about an office: what it takes, from whom, what it then does."""

    office = models.ForeignKey(
        "directory.Office",
        on_delete=models.PROTECT,
        related_name="+",
    )
    code = models.CharField(max_length=22, choices=Point.choices)

    class Meta(Recorded.Meta):
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["office", "code"],
                condition=Q(recorded_to=None),
                name="one_point_an_office_and_code",
            ),
            models.CheckConstraint(
                condition=Q(code__in=Point.values),
                name="office_point_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id} {self.code}"


class Post(models.Model):
    """A place in an office that somebody holds, or that stands vacant."""

    office = models.ForeignKey(
        "directory.Office",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Its name within the office: "minister".
    code = SortKeyField(max_length=40)
    kind = models.CharField(max_length=14, choices=PostKind.choices)
    # A post that ships is shown as it is, one proposed here when there is somebody
    # or some address in it to show.
    origin = models.CharField(max_length=8, choices=Origin.choices)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "code"],
                name="one_post_an_office_and_code",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & Q(kind__in=PostKind.values),
                name="post_is_named_and_of_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=Origin.values),
                name="post_origin_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id}/{self.code}"
