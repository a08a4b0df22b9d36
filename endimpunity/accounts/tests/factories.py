"""People who act in tests."""

import itertools

from endimpunity.accounts.models import User

_numbers = itertools.count(1)


def a_person(**fields) -> User:
    """Make a person with an address of their own."""
    number = next(_numbers)
    given = {"email": f"monitor{number}@example.org", "name": f"Monitor {number}"}
    return User.objects.create(**given | fields)
