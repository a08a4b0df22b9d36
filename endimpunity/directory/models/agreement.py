"""The second pair of eyes on what somebody proposed."""

from django.db import models
from django.db.models import F, Q

from endimpunity.accounts.vocabulary import SYSTEM_KEY


class Agreement(models.Model):
    """One person's word that a proposed contact, holder or name is right.

    The database refuses the program, and whoever the row says has proposed it. That
    this is the proposal's own recorder the operation sees to, and a row that says
    otherwise counts for nothing.
    """

    # One of the three is agreed to.
    contact = models.ForeignKey(
        "directory.Contact",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    holder = models.ForeignKey(
        "directory.Holder",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    office_name = models.ForeignKey(
        "directory.OfficeName",
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
    )
    # Who proposed it; repeated here so that the check below can compare.
    proposed_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    agreed_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    agreed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "agreed_by"],
                condition=Q(contact__isnull=False),
                name="one_agreement_a_contact_and_person",
            ),
            models.UniqueConstraint(
                fields=["holder", "agreed_by"],
                condition=Q(holder__isnull=False),
                name="one_agreement_a_holder_and_person",
            ),
            models.UniqueConstraint(
                fields=["office_name", "agreed_by"],
                condition=Q(office_name__isnull=False),
                name="one_agreement_an_office_name_and_person",
            ),
            models.CheckConstraint(
                condition=Q(contact=None, holder=None, office_name__isnull=False)
                | Q(contact=None, holder__isnull=False, office_name=None)
                | Q(contact__isnull=False, holder=None, office_name=None),
                name="agreement_is_to_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(agreed_by=F("proposed_by")),
                name="nobody_agrees_to_their_own_proposal",
            ),
            models.CheckConstraint(
                condition=~Q(agreed_by=SYSTEM_KEY),
                name="the_program_agrees_to_nothing",
            ),
        ]

    def __str__(self) -> str:
        what = self.contact_id or self.holder_id or self.office_name_id
        return f"{what} {self.agreed_at:%Y-%m-%d}"
