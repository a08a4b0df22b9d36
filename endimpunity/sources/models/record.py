"""One entry of one list through time, the people it names, and what it said."""

from django.db import models

from endimpunity.foundation.sort_keys import SortKeyField


class SourceRecord(models.Model):
    """One entry of one publisher's list, whatever its spelling on a day."""

    publisher = models.ForeignKey(
        "sources.Publisher",
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"record {self.pk}"


class Part(models.Model):
    """One of the people that a record names.

    Known by the name as first stated; the number is the order in which the
    record came to name them, from 1, and part of the address.
    """

    record = models.ForeignKey(
        "sources.SourceRecord",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    number = models.PositiveSmallIntegerField()
    name = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"],
                name="one_part_a_number",
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1),
                name="parts_count_from_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}.{self.number}"


class RecordVersion(models.Model):
    """What a record said, normalised under one version of a mapping.

    `values` holds a field only if the list's layout speaks of it: an absent
    field is silent, a null is a blank cell.
    """

    record = models.ForeignKey(
        "sources.SourceRecord",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    digest = models.CharField(max_length=32)
    values = models.JSONField()
    mapping_version = models.CharField(max_length=64)
    sort_key = SortKeyField(max_length=200, blank=True)
    # Whether its cells, met again, are read again: something in them hung on the day
    # of the file, or is counted in each file's report. True where nobody looked yet.
    noted = models.BooleanField(db_default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record", "digest"],
                name="one_version_a_content",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id}:{self.digest[:8]}"
