import uuid

import pytest
from django.db import transaction

from endimpunity.audit import operations
from endimpunity.audit.models import Deed

pytestmark = pytest.mark.django_db


def test_a_deed_is_kept_with_its_actor_its_moment_and_its_particulars(now):
    actor = uuid.uuid4()
    operations.record(
        deed="sources.import_list",
        by=actor,
        at=now,
        subject="CPJ@2024-03-12",
        detail={"rows": 3},
    )
    kept = Deed.objects.get(deed="sources.import_list")
    assert (kept.actor_key, kept.done_at) == (actor, now)
    assert (kept.subject, kept.detail) == ("CPJ@2024-03-12", {"rows": 3})


def test_a_deed_that_fails_leaves_no_trace(now):
    class Failed(Exception):
        """The deed did not come to its end."""

    def deed_that_fails():
        with transaction.atomic():
            operations.record(deed="cases.publish", by=uuid.uuid4(), at=now)
            raise Failed

    with pytest.raises(Failed):
        deed_that_fails()
    assert not Deed.objects.filter(deed="cases.publish").exists()


def test_particulars_are_copied_and_not_shared_with_the_caller(now):
    detail = {"rows": 3}
    operations.record(deed="a.deed", by=uuid.uuid4(), at=now, detail=detail)
    detail["rows"] = 4
    assert Deed.objects.get(deed="a.deed").detail == {"rows": 3}
