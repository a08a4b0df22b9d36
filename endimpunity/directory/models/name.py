"""What lists call States, version by version."""

from django.db import models
from django.db.models import Q

from endimpunity.directory.vocabulary import NameListKind


class StateNameList(models.Model):
    """One version of a list of names; kept when a later one replaces it."""

    # "CLDR-<version>", "CONTESTED", or the code an organisation gave its own list.
    code = models.CharField(max_length=40)
    version = models.CharField(max_length=40)
    kind = models.CharField(max_length=9, choices=NameListKind.choices)
    source = models.CharField(max_length=300)
    stated_on = models.DateField(null=True, blank=True)
    # Of the bytes, or of the names where there were no bytes.
    sha256 = models.CharField(max_length=64)
    # Whether its names are shown; one list of a kind at most.
    active = models.BooleanField(default=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "version"],
                name="one_name_list_a_version",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=Q(active=True),
                name="one_active_name_list_a_kind",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(version="") & ~Q(source=""),
                name="name_list_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class StateName(models.Model):
    """What one list calls one State in one language."""

    name_list = models.ForeignKey(
        "directory.StateNameList",
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    language = models.CharField(max_length=7)
    text = models.CharField(max_length=200)
    formal = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name_list", "state", "language"],
                name="one_name_a_list_state_and_language",
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(language=""),
                name="state_name_is_not_empty",
            ),
        ]

    def __str__(self) -> str:
        return self.text
