from endimpunity.accounts import vocabulary
from endimpunity.accounts.models import User


def test_every_kind_of_user_fits_its_column():
    longest = User._meta.get_field("kind").max_length  # noqa: SLF001  # Django's own way
    assert all(len(kind) <= longest for kind in vocabulary.UserKind.values)
