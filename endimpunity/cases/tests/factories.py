"""Lists and cases made by the project for the tests of cases; nobody in them lived."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.cases import published
from endimpunity.cases.models import Case
from endimpunity.cases.operations import (
    assert_field,
    create_attack,
    create_case,
    publish_under_policy,
)
from endimpunity.cases.operations.adopting import NewPart, adopt
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.vocabulary import Subject
from endimpunity.foundation.lens import REGISTRY, Lens
from endimpunity.sources import models as sources
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.rules.licences import FACTS_AND_LINK
from endimpunity.sources.rules.people import names_in

_digests = count(1)

FIRST = datetime(2024, 1, 1, 12, 0, tzinfo=UTC)
LATER = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)
LAST = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


def day(iso, latest=None):
    return {"text": iso, "earliest": iso, "latest": latest or iso}


def said(name="Ada Invented", **more):
    """Return what a list says of one invented person."""
    return {
        "name": name,
        "date": day("2015-05-02"),
        "country": "BR",
        "place": "Anytown",
        "outlets": ["Radio One"],
        "impunity": "COMPLETE_IMPUNITY",
        "url": "https://list.example/ada",
        **more,
    }


def publisher(code="LIST"):
    made, _ = sources.Publisher.objects.get_or_create(
        code=code,
        defaults={
            "name": f"The {code}",
            "licence": "FACTS_AND_LINK",
            "recorded_at": FIRST,
        },
    )
    return made


def snapshot(by, stated_on, code="LIST", at=FIRST):
    return sources.Snapshot.objects.create(
        publisher=publisher(code),
        stated_on=stated_on,
        sha256="0" * 64,
        byte_size=1,
        file_name="invented.csv",
        state="IMPORTED",
        recorded_at=at,
        recorded_by=by,
    )


def record(people=1, code="LIST", at=FIRST, names=()):
    made = sources.SourceRecord.objects.create(
        publisher=publisher(code),
        recorded_at=at,
    )
    for number, name in enumerate(names or [""] * people, start=1):
        sources.Part.objects.create(record=made, number=number, name=name)
    return made


def sight(of, in_file, values):
    """Let a file say something of a record, and return the sighting."""
    number = sources.Row.objects.filter(snapshot=in_file).count() + 1
    row = sources.Row.objects.create(
        snapshot=in_file,
        number=number,
        cells=[],
        digest=str(number),
        outcome="IMPORTED",
    )
    version = sources.RecordVersion.objects.create(
        record=of,
        digest=str(next(_digests)),
        values=values,
        mapping_version="m1",
    )
    return sources.Sighting.objects.create(
        snapshot=in_file,
        row=row,
        record=of,
        version=version,
        recorded_at=in_file.recorded_at,
    )


@dataclass
class Listed:
    """A file with its records."""

    snapshot: sources.Snapshot
    records: list[sources.SourceRecord]
    policy: sources.PublishingPolicy | None = None


def listed(by, *values, code="LIST", stated_on=date(2023, 12, 31), at=FIRST):
    """Make a file whose rows say this, each of a new record."""
    file = snapshot(by, stated_on, code, at)
    records = []
    for one in values:
        made = record(names=names_in(one), code=code, at=at)
        sight(made, file, one)
        records.append(made)
    return Listed(snapshot=file, records=records)


def adopted(by, *values, code="LIST", at=FIRST, **more):
    """Make a file and its cases."""
    made = listed(by, *values, code=code, at=at, **more)
    adopt_records(by, made.records, code=code, at=at)
    return made


def adopt_records(by, records, code="LIST", at=FIRST):
    return adopt(
        publisher_code=code,
        parts=[
            NewPart(part_id=part_id, number=number, values=values)
            for part_id, number, values in sources_queries.folded_values(
                [one.pk for one in records],
            )
        ],
        by=by,
        at=at,
    )


def policy(by, code="LIST", fields=FACTS_AND_LINK, at=FIRST):
    return sources.PublishingPolicy.objects.create(
        publisher=publisher(code),
        version=1,
        fields=list(fields),
        reason="A test.",
        alone=True,
        approved_at=at,
        approved_by=by,
    )


def release(by, file, under, at=FIRST):
    return sources.Release.objects.create(
        snapshot=file,
        policy=under,
        released_at=at,
        released_by=by,
    )


def own_case(by, at=FIRST, attack=None, **facts):
    """Make a case of the registry's own, with these facts asserted."""
    attack = attack or create_attack(by=by, at=at)
    case = create_case(attack_id=attack, by=by, at=at)
    person = Case.objects.get(pk=case).person_id
    facts = {
        "name": "Ada Invented",
        "date": day("2015-05-02"),
        "country": "BR",
    } | facts
    of = {
        **dict.fromkeys(("name", "name_native", "sex"), (Subject.PERSON, person)),
        **dict.fromkeys(
            ("date", "country", "area", "place", "summary", "violations", "context"),
            (Subject.ATTACK, attack),
        ),
    }
    for field, value in facts.items():
        subject, key = of.get(field, (Subject.CASE, case))
        assert_field(
            subject=subject,
            subject_id=key,
            field=field,
            value=value,
            citation_ids=[],
            reason="A test.",
            by=by,
            at=at,
        )
    refresh(case_ids=[case], by=by, at=at)
    return Case.objects.get(pk=case)


def lens(known_at=LAST, as_of=date(2024, 12, 31), voice=REGISTRY):
    return Lens(voice=voice, as_of=as_of, known_at=known_at)


def second_person():
    """Make another person who can read."""
    return User.objects.create(email="second@invented.example", name="Second")


@contextmanager
def undone():
    """Undo what one example of hypothesis wrote, before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def page(case, at=None):
    """Return what stands at a case's address."""
    return published.case_card(case.public_id, lens=at or lens())


def opened(system, *values, **more):
    """Make a list, its cases, and open it to the world."""
    made = adopted(system, *values, **more)
    made.policy = policy(system)
    release(system, made.snapshot, made.policy)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=FIRST)
    return made
