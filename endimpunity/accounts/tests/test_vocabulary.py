from endimpunity.accounts import vocabulary
from endimpunity.accounts.models import User


def test_every_kind_of_user_fits_its_column():
    column = User._meta.get_field("kind")  # Django's own way
    assert max(map(len, vocabulary.UserKind.values)) <= (column.max_length or 0)
