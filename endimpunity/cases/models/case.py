"""One person harmed in one attack."""

from django.db import models
from django.db.models.functions import Length

from endimpunity.cases.vocabulary import PUBLIC_ID_LENGTH
from endimpunity.foundation.sort_keys import SortKeyField

models.CharField.register_lookup(Length)


class Case(models.Model):
    """One person in one attack, under an address that is never given again.

    A case is never deleted: merged, it redirects; withdrawn, it is a tombstone.
    The columns after `person` are a cache, as in `Attack`.
    """

    public_id = models.CharField(max_length=PUBLIC_ID_LENGTH, unique=True)
    recorded_at = models.DateTimeField()
    attack = models.ForeignKey(
        "cases.Attack",
        on_delete=models.PROTECT,
        related_name="+",
        # The constraint's index begins with it.
        db_index=False,
    )
    person = models.ForeignKey(
        "cases.Person",
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(max_length=300, blank=True)
    native_name = models.CharField(max_length=300, blank=True)
    native_language = models.CharField(max_length=10, blank=True)
    role = models.CharField(max_length=20, blank=True)
    employment = models.CharField(max_length=20, blank=True)
    local_foreign = models.CharField(max_length=20, blank=True)
    outlets = models.JSONField(default=list)
    media = models.JSONField(default=list)
    beats = models.JSONField(default=list)
    manner = models.CharField(max_length=25, blank=True)
    motive = models.CharField(max_length=20, blank=True)
    age = models.PositiveSmallIntegerField(null=True)
    not_told = models.TextField(blank=True)
    sort_key = SortKeyField(max_length=250, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["attack", "person"],
                name="one_case_a_person_and_attack",
            ),
            models.CheckConstraint(
                condition=models.Q(public_id__length=PUBLIC_ID_LENGTH),
                name="a_public_id_has_its_length",
            ),
        ]
        indexes = [models.Index(fields=["recorded_at"], name="case_by_moment")]

    def __str__(self) -> str:
        return self.public_id
