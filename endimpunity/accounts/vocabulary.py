"""Words of the accounts room."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

# The program's own actor has the same key in every installation, so that a
# journal read elsewhere still tells its deeds from those of people.
SYSTEM_KEY = uuid.UUID("00000000-0000-4000-8000-000000000001")


class UserKind(models.TextChoices):
    """Whether a deed was a person's or the program's own."""

    PERSON = "PERSON", _("person")
    SYSTEM = "SYSTEM", _("the program itself")
