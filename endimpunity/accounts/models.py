"""The actor of every deed."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from endimpunity.accounts.vocabulary import UserKind


class User(AbstractBaseUser):
    """A person or the SYSTEM, under an opaque key that is never reused."""

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(
        max_length=6,
        choices=UserKind.choices,
        default=UserKind.PERSON,
    )
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = BaseUserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_user_an_email"),
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(kind="SYSTEM"),
                name="one_system_actor",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="SYSTEM") | models.Q(is_active=False),
                name="system_never_logs_in",
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(self.key)
