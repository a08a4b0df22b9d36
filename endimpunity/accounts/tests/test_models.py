import uuid

import pytest
from django.db import IntegrityError, transaction

from endimpunity.accounts.models import User
from endimpunity.accounts.tests.factories import a_person

pytestmark = pytest.mark.django_db


def refused(**fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_person(**fields)


def test_a_person_has_an_opaque_key():
    first, second = a_person(), a_person()
    assert isinstance(first.pk, uuid.UUID)
    assert first.pk != second.pk


def test_two_people_never_share_an_address_whatever_its_case():
    a_person(email="Ana@example.org")
    refused(email="ana@EXAMPLE.org")


def test_there_is_one_system_actor_only():
    refused(kind="SYSTEM", is_active=False)


def test_the_system_actor_cannot_be_made_able_to_log_in(system):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=system.pk).update(is_active=True)


def test_a_person_without_a_name_is_shown_by_key_and_never_by_address():
    nameless = a_person(name="")
    assert str(nameless) == str(nameless.key)
    assert str(a_person(name="Ana")) == "Ana"
