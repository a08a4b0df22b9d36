"""The journal's one table."""

from django.db import models


class Deed(models.Model):
    """One deed of one actor, with what it touched; appended, never changed."""

    deed = models.CharField(max_length=100)
    actor_key = models.UUIDField()
    done_at = models.DateTimeField()
    subject = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="deed_by_subject"),
            models.Index(fields=["done_at", "id"], name="deed_by_moment"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(deed=""),
                name="deed_is_named",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deed} {self.subject}".strip()


class DeedCount(models.Model):
    """How many deeds there are, in as few rows as deeds are done at once.

    A deed adds to a row that no other transaction holds, so that none waits; the
    sum of the rows grows with every transaction that ends, whatever their order.
    """

    deeds = models.BigIntegerField()
    latest_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.deeds)
