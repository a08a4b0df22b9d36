"""Who was harmed."""

import uuid

from django.db import models

from endimpunity.cases.vocabulary import NameKind


class Person(models.Model):
    """One person; the columns but the key are a cache as in `Attack`."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recorded_at = models.DateTimeField()
    sex = models.CharField(max_length=10, blank=True)
    nationality = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.key)


class PersonName(models.Model):
    """One of a person's names, in one script; ended rows are kept."""

    person = models.ForeignKey(
        "cases.Person",
        on_delete=models.PROTECT,
        related_name="+",
        # The constraint's index begins with it.
        db_index=False,
    )
    text = models.CharField(max_length=300)
    script = models.CharField(max_length=4, blank=True)
    language = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=6, choices=NameKind.choices)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text=""),
                name="a_name_has_letters",
            ),
            models.UniqueConstraint(
                fields=["person", "text"],
                condition=models.Q(superseded_at=None),
                name="a_name_is_held_once_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"name of person {self.person_id}"
