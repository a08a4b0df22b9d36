import uuid

import pytest
from django.db import IntegrityError, transaction

from endimpunity.audit.models import Deed

pytestmark = pytest.mark.django_db


def test_a_deed_without_a_name_is_refused_by_the_database(now):
    with pytest.raises(IntegrityError), transaction.atomic():
        Deed.objects.create(deed="", actor_key=uuid.uuid4(), done_at=now)


def test_a_deed_reads_as_what_was_done_to_what(now):
    deed = Deed(deed="cases.publish", subject="case:abc", done_at=now)
    assert str(deed) == "cases.publish case:abc"
    assert str(Deed(deed="cases.publish")) == "cases.publish"
