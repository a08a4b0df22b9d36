"""Questions about actors."""

from endimpunity.accounts.models import User
from endimpunity.accounts.vocabulary import SYSTEM_KEY


def system_actor() -> User:
    """Return the actor of what the program does by itself.

    Raises:
        User.DoesNotExist: the database has not been migrated.
    """
    return User.objects.get(key=SYSTEM_KEY)
