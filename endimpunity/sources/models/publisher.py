"""Who keeps a list."""

from django.db import models

from endimpunity.foundation.sort_keys import SortKeyField
from endimpunity.sources.vocabulary import LicencePolicy


class Publisher(models.Model):
    """An organisation whose list has a voice of its own beside the registry's."""

    code = SortKeyField(primary_key=True, max_length=20)
    name = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    counts = models.TextField(blank=True)
    licence = models.CharField(
        max_length=20,
        choices=LicencePolicy.choices,
        default=LicencePolicy.NONE,
    )
    coverage_from = models.DateField(null=True)
    copies_from = models.ManyToManyField(
        "sources.Publisher",
        symmetrical=False,
        related_name="+",
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z][A-Z0-9_-]*$"),
                name="publisher_code_is_upper_case",
            ),
        ]

    def __str__(self) -> str:
        return self.code
