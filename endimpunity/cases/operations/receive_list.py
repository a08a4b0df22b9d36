"""Take in a list and, if asked, open to the world what its policy allows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.cases.operations import one_world
from endimpunity.cases.operations.releasing import publish_under_policy
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources import models as sources_models
from endimpunity.sources import operations as sources
from endimpunity.sources.rules.report import ImportReport


@dataclass(frozen=True, kw_only=True)
class Received:
    """The account of a file, and what it shows to the world.

    Attributes:
        report: of the import.
        opened: whether the file is open to the world by this call's decision.
        published: cases newly shown.
        kept: cases shown before that stay so.
        handed_on: of these, those that the list no longer holds and another open
            list names.
        closed: cases no longer shown, since the list no longer holds them.
    """

    report: ImportReport
    opened: bool = False
    published: int = 0
    kept: int = 0
    handed_on: int = 0
    closed: int = 0


def receive_list(
    *,
    order: sources.ImportOrder,
    content: BinaryIO,
    file_name: str,
    blobs: BlobStore,
    publish: bool,
    by: User,
    at: datetime,
    progress: Callable[[str, int], None],
) -> Received:
    """Import a file; with `publish`, release it under the publisher's policy.

    A file that is in already is not imported again, but may be released now. If
    the release is refused, the import stands: it was a deed of its own.

    Raises:
        UnableToImport: the file was refused; nothing of it was kept but its bytes,
            and not even these where an invented world is shown.
        UnableToRelease: nothing of this publisher's list may be published.
    """
    if one_world.is_invented():
        raise sources.UnableToImport(one_world.INSTEAD)
    outcome = sources.import_list(
        order=order,
        content=content,
        file_name=file_name,
        blobs=blobs,
        by=by,
        at=at,
        progress=progress,
    )
    if not publish:
        return Received(report=outcome.report)
    progress("publishing", outcome.report.rows)
    with transaction.atomic():
        policy = sources.adopt_policy_alone(
            publisher_code=order.publisher_code,
            by=by,
            at=at,
        )
        sources.release_snapshot(
            snapshot=sources_models.Snapshot.objects.get(pk=outcome.snapshot_id),
            policy=policy,
            by=by,
            at=at,
        )
        shown = publish_under_policy(policy_id=policy.pk, by=by, at=at)
    return Received(
        report=outcome.report,
        opened=True,
        published=shown.published,
        kept=shown.kept + shown.handed_on,
        handed_on=shown.handed_on,
        closed=shown.withdrawn,
    )
