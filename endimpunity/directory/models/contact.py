"""How a post is reached, for which purpose, and how well we know that."""

from django.db import models
from django.db.models import Q

from endimpunity.directory.models.recorded import Recorded
from endimpunity.directory.vocabulary import Channel, Purpose, ReturnState


class Contact(Recorded):
    """An address of a post: a proposal until two people have agreed to it."""

    post = models.ForeignKey(
        "directory.Post",
        on_delete=models.PROTECT,
        related_name="+",
    )
    channel = models.CharField(max_length=9, choices=Channel.choices)
    address = models.CharField(max_length=500)
    # The address as it is compared: one mailbox is one, however it is typed.
    address_key = models.CharField(max_length=500)
    # How to go through a web form, in the language named.
    steps = models.TextField(blank=True)
    steps_language = models.CharField(max_length=7, blank=True)
    purpose = models.CharField(max_length=8, choices=Purpose.choices)

    class Meta(Recorded.Meta):
        indexes = [
            models.Index(fields=["address_key"], name="contact_by_address"),
        ]
        constraints = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(
                fields=["post", "channel", "address_key"],
                condition=Q(recorded_to=None),
                name="one_contact_a_post_and_address",
            ),
            models.CheckConstraint(
                condition=~Q(address="") & ~Q(address_key=""),
                name="contact_has_an_address",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values) & Q(purpose__in=Purpose.values),
                name="contact_channel_and_purpose_are_known",
            ),
            models.CheckConstraint(
                condition=Q(steps="", steps_language="")
                | (~Q(steps="") & ~Q(steps_language="")),
                name="contact_steps_say_their_language",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.channel}"


class Verification(models.Model):
    """That an address was found at its source on a day; the latest counts."""

    contact = models.ForeignKey(
        "directory.Contact",
        on_delete=models.PROTECT,
        related_name="+",
    )
    verified_on = models.DateField()
    source = models.ForeignKey(
        "directory.OfficeSource",
        on_delete=models.PROTECT,
        related_name="+",
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
            models.UniqueConstraint(
                fields=["contact", "verified_on", "source"],
                name="one_verification_a_day_and_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.verified_on}"


class ReturnNote(models.Model):
    """That what was sent to an address came back, or arrived; the latest counts."""

    contact = models.ForeignKey(
        "directory.Contact",
        on_delete=models.PROTECT,
        related_name="+",
    )
    state = models.CharField(max_length=8, choices=ReturnState.choices)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ReturnState.values),
                name="return_note_state_is_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.state}"
