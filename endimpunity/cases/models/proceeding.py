"""What courts and prosecutors did."""

import uuid

from django.db import models

from endimpunity.cases.models.recorded import Dated, Recorded
from endimpunity.cases.vocabulary import EventKind, ProceedingKind


class Proceeding(models.Model):
    """One inquiry or trial in one jurisdiction, for one or several cases."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jurisdiction = models.ForeignKey(
        "directory.State",
        on_delete=models.PROTECT,
        related_name="+",
    )
    court = models.CharField(max_length=200)
    kind = models.CharField(max_length=13, choices=ProceedingKind.choices)
    cases = models.ManyToManyField(
        "cases.Case",
        related_name="+",
        through="cases.ProceedingCase",
    )
    citations = models.ManyToManyField(
        "cases.Citation",
        related_name="+",
        through="cases.ProceedingCitation",
    )
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
                condition=~models.Q(court=""),
                name="a_proceeding_names_its_court",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jurisdiction_id} {self.kind}"


class ProceedingCase(models.Model):
    """A proceeding is about a case, as recorded at a moment."""

    proceeding = models.ForeignKey(
        "cases.Proceeding",
        on_delete=models.PROTECT,
        related_name="+",
    )
    case = models.ForeignKey(
        "cases.Case",
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "cases_proceeding_cases"
        unique_together = [("proceeding", "case")]

    def __str__(self) -> str:
        return f"proceeding {self.proceeding_id}, case {self.case_id}"


class ProceedingCitation(models.Model):
    """A source was cited for a proceeding, as recorded at a moment."""

    proceeding = models.ForeignKey(
        "cases.Proceeding",
        on_delete=models.PROTECT,
        related_name="+",
    )
    citation = models.ForeignKey(
        "cases.Citation",
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "cases_proceeding_citations"
        unique_together = [("proceeding", "citation")]

    def __str__(self) -> str:
        return f"proceeding {self.proceeding_id}, citation {self.citation_id}"


class Accused(models.Model):
    """One accused of a proceeding, by number; there is no place for a name."""

    proceeding = models.ForeignKey(
        "cases.Proceeding",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    number = models.PositiveSmallIntegerField()
    alleged_role = models.CharField(max_length=100, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["proceeding", "number"],
                name="one_accused_a_number",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="the_accused_count_from_one",
            ),
        ]

    def __str__(self) -> str:
        return f"accused {self.number}"


class ProceedingEvent(Recorded, Dated):
    """Something that happened in a proceeding, and whom it touches.

    `people` is how many accused it concerns where the sources give a number and
    the registry has no row for each.
    """

    proceeding = models.ForeignKey(
        "cases.Proceeding",
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(max_length=18, choices=EventKind.choices)
    what = models.TextField(blank=True)
    people = models.PositiveIntegerField(null=True)
    cases = models.ManyToManyField("cases.Case", related_name="+")
    accused = models.ManyToManyField("cases.Accused", related_name="+")
    citations = models.ManyToManyField("cases.Citation", related_name="+")

    class Meta(Recorded.Meta):
        abstract = False
        constraints = [
            *Recorded.Meta.constraints,
            *Dated.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.date_edtf}".strip()
