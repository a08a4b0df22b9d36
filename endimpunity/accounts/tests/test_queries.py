import pytest

from endimpunity.accounts import queries, vocabulary

pytestmark = pytest.mark.django_db


def test_the_system_actor_is_there_from_the_first_migration():
    actor = queries.system_actor()
    assert actor.key == vocabulary.SYSTEM_KEY
    assert actor.kind == vocabulary.UserKind.SYSTEM


def test_the_system_actor_can_never_log_in():
    actor = queries.system_actor()
    assert not actor.is_active
    assert not actor.has_usable_password()
