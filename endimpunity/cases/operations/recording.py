"""Record what is said of an attack beside its fields: tolls and words.

Each fact has a permanent key. Recording the same again changes nothing; another
content under the same key ends the row that stood and begins a new one.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.cases.models import Condemnation, Disagreement, Statement, Toll
from endimpunity.cases.operations.keeping import keep
from endimpunity.cases.rules.columns import DateColumns
from endimpunity.cases.vocabulary import CondemnationWord, Method, TollGroup


def state_toll(
    *,
    key: uuid.UUID,
    attack_id: int,
    group: TollGroup,
    low: int,
    high: int | None,
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
    stated_edtf: str = "",
) -> bool:
    """Record how many people an attack is said to have harmed."""
    return keep(
        model=Toll,
        key=key,
        values={
            "attack_id": attack_id,
            "group": str(group),
            "low": low,
            "high": high,
            "stated_edtf": stated_edtf,
        },
        linked={"citations": citation_ids},
        by=by,
        at=at,
    )


def record_condemnation(
    *,
    key: uuid.UUID,
    attack_id: int,
    body: str,
    on: DateColumns,
    word: CondemnationWord,
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
    case_id: int | None = None,
    number: str = "",
    url: str = "",
) -> bool:
    """Record that a body condemned or deplored an attack."""
    return keep(
        model=Condemnation,
        key=key,
        values={
            "attack_id": attack_id,
            "case_id": case_id,
            "body": body,
            "number": number,
            "word": str(word),
            "url": url,
            **vars(on),
        },
        linked={"citations": citation_ids},
        by=by,
        at=at,
    )


def record_statement(
    *,
    key: uuid.UUID,
    publisher_label: str,
    method: Method,
    on: DateColumns,
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
    attack_id: int | None = None,
    case_id: int | None = None,
    about: str = "",
    code: str = "",
    text: str = "",
) -> bool:
    """Record what a publisher or a State said of a case, or of all of an attack.

    Args:
        key: its permanent key.
        publisher_label: who said it.
        method: under whose method.
        on: when they said it.
        citation_ids: where it was read.
        by: the actor.
        at: the moment.
        attack_id: the attack it is about.
        case_id: the case it is about, where it is not all of the attack's.
        about: the field of the case it speaks of; "" is what justice did.
        code: what they say, as a code, or as the value of that field.
        text: what they say, in the registry's words.
    """
    return keep(
        model=Statement,
        key=key,
        values={
            "attack_id": attack_id,
            "case_id": case_id,
            "publisher_label": publisher_label,
            "method": str(method),
            "about": about,
            "code": code,
            "text": text,
            "stated_earliest": on.date_earliest,
            "stated_latest": on.date_latest,
            "stated_edtf": on.date_edtf,
        },
        linked={"citations": citation_ids},
        by=by,
        at=at,
    )


def record_disagreement(
    *,
    key: uuid.UUID,
    attack_id: int,
    text: str,
    citation_ids: Iterable[int],
    by: User,
    at: datetime,
) -> bool:
    """Record where sources differ on an attack."""
    return keep(
        model=Disagreement,
        key=key,
        values={"attack_id": attack_id, "text": text},
        linked={"citations": citation_ids},
        by=by,
        at=at,
    )
