"""Who held a post, from when to when, and who says so."""

from datetime import date

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from endimpunity.directory.models.recorded import Recorded

_EVER = Value(date(1, 1, 1), output_field=models.DateField())


class Holder(Recorded):
    """A source's word that somebody holds a post, or that it stands vacant.

    Each is kept beside the ones before; who holds the post now is what the latest
    source says (`queries.present_holders`).
    """

    post = models.ForeignKey(
        "directory.Post",
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_vacant = models.BooleanField(default=False)
    # Empty of a vacant post.
    name = models.CharField(max_length=200, blank=True)
    # First and last day; NULL is not stated.
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta(Recorded.Meta):
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                "post",
                "name",
                "source",
                Coalesce("from_on", _EVER),
                Coalesce("to_on", _EVER),
                condition=Q(recorded_to=None),
                name="one_holder_a_word_of_a_source",
            ),
            models.CheckConstraint(
                condition=Q(is_vacant=True, name="")
                | (Q(is_vacant=False) & ~Q(name="")),
                name="holder_is_named_or_the_post_vacant",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(from_on__lte=F("to_on")),
                name="holder_period_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.post_id} vacant"
