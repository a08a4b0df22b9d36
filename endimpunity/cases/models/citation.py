"""Where a fact was read."""

from django.db import models


class Citation(models.Model):
    """A cited address: who says it, where, since when, and when it was read.

    Pieces of evidence with their bytes are `sources` documents; a citation is
    what a reader can follow.
    """

    label = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    title = models.CharField(max_length=300, blank=True)
    stated_edtf = models.CharField(max_length=60, blank=True)
    read_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=~models.Q(url=""),
                name="one_citation_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(url="")
                | models.Q(url__startswith="https://")
                | models.Q(url__startswith="http://"),
                name="a_cited_address_is_a_web_address",
            ),
            models.CheckConstraint(
                condition=~models.Q(label=""),
                name="a_citation_says_whose",
            ),
        ]

    def __str__(self) -> str:
        return self.label
