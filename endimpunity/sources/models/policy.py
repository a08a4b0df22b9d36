"""What of a publisher's list may be shown to the world, by whose decision."""

from django.db import models


def _says_why_it_ended(noun: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(ended_at=None)
        | models.Q(ended_by__isnull=False) & ~models.Q(ended_reason=""),
        name=f"an_ended_{noun}_says_by_whom_and_why",
    )


class PublishingPolicy(models.Model):
    """A reasoned, versioned allow-list of the fields of one publisher's list."""

    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
    )
    version = models.PositiveIntegerField()
    fields = models.JSONField()
    reason = models.TextField()
    alone = models.BooleanField()
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )
    second_approved_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    ended_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "version"],
                name="one_policy_a_version",
            ),
            models.UniqueConstraint(
                fields=["publisher"],
                condition=models.Q(ended_at=None),
                name="one_standing_policy_a_publisher",
            ),
            models.CheckConstraint(
                condition=models.Q(alone=True)
                ^ models.Q(second_approved_by__isnull=False),
                name="a_policy_has_two_approvers_or_says_alone",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="a_policy_says_why",
            ),
            _says_why_it_ended("policy"),
        ]

    def __str__(self) -> str:
        return f"{self.publisher_id} v{self.version}"


class Release(models.Model):
    """A snapshot was opened to the world under a policy."""

    snapshot = models.ForeignKey(
        "sources.Snapshot",
        on_delete=models.PROTECT,
        related_name="+",
    )
    policy = models.ForeignKey(
        "sources.PublishingPolicy",
        on_delete=models.PROTECT,
        related_name="+",
    )
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    ended_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "policy"],
                condition=models.Q(ended_at=None),
                name="one_standing_release_a_snapshot",
            ),
            _says_why_it_ended("release"),
        ]

    def __str__(self) -> str:
        return f"release of {self.snapshot_id}"
