"""The people who keep the invented world: nobody can log in as one of them."""

import uuid

from endimpunity.accounts.models import User

# Of name-based keys: a reader has the same key in every installation.
_NAMESPACE = uuid.UUID("7f0c2f0e-6a55-4a3e-9a0d-3a1d1a6b7c52")
# Django's sign of a password that fits nothing; its own helper adds chance to it.
_NO_PASSWORD = "!"  # noqa: S105  # no password


def add_readers(count: int) -> list[User]:
    """Add people who read and publish the invented cases, and return them.

    To be called inside the transaction, and journalled by the deed, that invents
    the rest of the world.
    """
    readers = [
        User(
            key=uuid.uuid5(_NAMESPACE, str(number)),
            email=f"reader-{number}@invented.example",
            name=f"Invented reader {number}",
            password=_NO_PASSWORD,
            is_active=False,
        )
        for number in range(1, count + 1)
    ]
    return User.objects.bulk_create(readers)
