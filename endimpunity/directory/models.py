"""States and what is known of them, each with its source and the time it was learnt."""

from django.db import models
from django.db.models import F, Q

from endimpunity.directory.vocabulary import Grade, NameListKind, Scheme, StateKind
from endimpunity.foundation.sort_keys import SortKeyField


class State(models.Model):
    """A State or territory, in force or former, under its code."""

    # Alpha-2 of ISO 3166-1; XK; four letters of ISO 3166-3 where the two are taken.
    code = SortKeyField(primary_key=True, max_length=4)
    kind = models.CharField(max_length=9, choices=StateKind.choices)
    alpha3 = models.CharField(max_length=3)
    # Number of ISO 3166-1 and M49; a follower may have its forerunner's.
    m49 = models.PositiveSmallIntegerField(null=True, blank=True)
    # First and last day; NULL is unbounded, or before 1990 for a first day.
    existed_from = models.DateField(null=True, blank=True)
    existed_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(alpha3=""),
                name="state_has_codes",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=StateKind.values),
                name="state_kind_is_known",
            ),
            models.CheckConstraint(
                condition=Q(existed_from__isnull=True)
                | Q(existed_to__isnull=True)
                | Q(existed_from__lte=F("existed_to")),
                name="state_period_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.code


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


class Membership(models.Model):
    """A State belonged to something from a day to a day, as we knew it for a time.

    A fact that turns out otherwise is closed (`recorded_to`) and written anew.
    """

    scheme = models.CharField(max_length=16, choices=Scheme.choices)
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Code of the group within the scheme; empty for a plain membership.
    group = models.CharField(max_length=40, blank=True)
    # First and last day; NULL is unbounded.
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=400)
    grade = models.CharField(max_length=8, choices=Grade.choices)
    recorded_from = models.DateTimeField()
    recorded_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["state", "scheme"], name="membership_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "state", "from_on"],
                condition=Q(recorded_to__isnull=True),
                name="one_membership_a_first_day",
            ),
            models.UniqueConstraint(
                fields=["scheme", "state"],
                condition=Q(recorded_to__isnull=True, from_on__isnull=True),
                name="one_membership_without_first_day",
            ),
            models.UniqueConstraint(
                fields=["scheme", "state"],
                condition=Q(recorded_to__isnull=True, to_on__isnull=True),
                name="one_membership_without_last_day",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True)
                | Q(to_on__isnull=True)
                | Q(from_on__lte=F("to_on")),
                name="membership_runs_forward",
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="membership_has_a_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.scheme} {self.group}".strip()


class PopulationVintage(models.Model):
    """One publication of population numbers, as it was on one day; never changed."""

    code = SortKeyField(primary_key=True, max_length=60)
    source = models.CharField(max_length=400)
    stated_on = models.DateField(null=True, blank=True)
    sha256 = models.CharField(max_length=64)
    is_default = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_default_population_vintage",
            ),
            models.CheckConstraint(
                condition=~Q(code="") & ~Q(source=""),
                name="population_vintage_is_named",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Population(models.Model):
    """How many people lived in a State in a year, as one vintage has it."""

    vintage = models.ForeignKey(
        "directory.PopulationVintage",
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    year = models.PositiveSmallIntegerField()
    value = models.PositiveBigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["vintage", "state", "year"],
                name="one_population_a_vintage_state_and_year",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state_id} {self.year}: {self.value}"
