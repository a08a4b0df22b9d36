"""One file of one list, as stated on one day."""

from django.db import models

from endimpunity.sources.vocabulary import SnapshotState


class Snapshot(models.Model):
    """The bytes of a list, what they say of themselves, and how they were read.

    The bytes are kept by their hash in the blob store. A refused file has a row
    too, with the reasons and nothing else of its content. One that was taken back
    keeps all it had: it was in from `recorded_at` until `taken_back_at`.
    """

    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
    )
    stated_on = models.DateField()
    sha256 = models.CharField(max_length=64)
    byte_size = models.BigIntegerField()
    file_name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=SnapshotState.choices)
    layout = models.CharField(max_length=100, blank=True)
    mapping_version = models.CharField(max_length=64, blank=True)
    mapping = models.JSONField(default=dict)
    encoding = models.CharField(max_length=40, blank=True)
    headers = models.JSONField(default=list)
    complete = models.BooleanField(default=False)
    scope = models.JSONField(default=dict)
    report = models.JSONField(default=dict)
    refusal = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
    )
    taken_back_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["publisher", "stated_on"],
                condition=models.Q(state="IMPORTED"),
                name="one_snapshot_a_publisher_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state="REFUSED") ^ models.Q(refusal=""),
                name="a_refused_snapshot_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(complete=True) | models.Q(scope={}),
                name="only_a_complete_snapshot_has_a_scope",
            ),
            models.CheckConstraint(
                condition=models.Q(state="TAKEN_BACK") ^ models.Q(taken_back_at=None),
                name="a_snapshot_taken_back_says_since_when",
            ),
            models.CheckConstraint(
                condition=models.Q(taken_back_at=None)
                | models.Q(taken_back_by__isnull=False)
                & ~models.Q(taken_back_reason=""),
                name="a_snapshot_taken_back_says_by_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.publisher_id}@{self.stated_on}"
