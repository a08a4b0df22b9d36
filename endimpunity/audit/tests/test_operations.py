import threading
import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction

from endimpunity.audit import operations, published
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


def test_every_deed_moves_the_mark(now):
    before = published.change_mark()
    operations.record(deed="a.deed", by=uuid.uuid4(), at=now)
    after = published.change_mark()
    assert after.deeds == before.deeds + 1
    assert after.latest_at >= now


def test_many_deeds_are_kept_in_their_order_and_all_counted(now):
    before, actor = published.change_mark(), uuid.uuid4()
    done = [operations.Done(deed="a.deed", subject=f"case {at}") for at in (3, 1, 2)]
    operations.record_all(deeds=done, by=actor, at=now)
    kept = Deed.objects.filter(deed="a.deed", actor_key=actor).order_by("pk")
    assert [one.subject for one in kept] == ["case 3", "case 1", "case 2"]
    assert published.change_mark().deeds == before.deeds + 3


def test_no_deeds_do_not_move_the_mark(now):
    before = published.change_mark()
    operations.record_all(deeds=[], by=uuid.uuid4(), at=now)
    assert published.change_mark() == before


def test_a_deed_of_before_does_not_move_the_latest_moment_back(now):
    later = now + timedelta(days=3_000)
    operations.record(deed="a.deed", by=uuid.uuid4(), at=later)
    operations.record(deed="a.deed", by=uuid.uuid4(), at=now)
    assert published.change_mark().latest_at == later


def test_a_deed_that_is_undone_moves_the_mark_back(now):
    before = published.change_mark()
    with transaction.atomic():
        operations.record(deed="a.deed", by=uuid.uuid4(), at=now)
        transaction.set_rollback(True)
    assert published.change_mark() == before


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_deeds_done_at_once_wait_for_nobody_and_are_all_counted(now):
    if connection.vendor != "postgresql":
        pytest.skip("on SQLite whoever writes is alone")
    before = published.change_mark().deeds
    held, ended = threading.Event(), threading.Event()

    def long_deed():
        with transaction.atomic():
            operations.record(deed="a.long_deed", by=uuid.uuid4(), at=now)
            held.set()
            ended.wait(timeout=20)
        connection.close()

    thread = threading.Thread(target=long_deed)
    thread.start()
    assert held.wait(timeout=20)
    for _ in range(2):
        with transaction.atomic():
            operations.record(deed="a.deed", by=uuid.uuid4(), at=now)
    assert published.change_mark().deeds == before + 2
    ended.set()
    thread.join()
    assert published.change_mark().deeds == before + 3
