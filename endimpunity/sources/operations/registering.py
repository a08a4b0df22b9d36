"""Make a publisher known when its first file comes."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.sources.models import Publisher
from endimpunity.sources.rules.known_publishers import known_facts
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.vocabulary import LicencePolicy


def ensure_publisher(
    *,
    code: str,
    mapping: Mapping | None,
    by: User,
    at: datetime,
) -> Publisher:
    """Return the publisher of this code, making it known if it is new.

    What is said of a new one comes from the mapping's [publisher] section, or
    from what the project has read of known publishers. Nobody known has the
    licence policy NONE: nothing of its list may be published.
    """
    facts = _facts(code, mapping)
    publisher, made = Publisher.objects.get_or_create(
        code=code,
        defaults={
            "name": facts.get("name", code),
            "url": facts.get("url", ""),
            "counts": facts.get("counts", ""),
            "licence": facts.get("licence", LicencePolicy.NONE),
            "coverage_from": facts.get("coverage_from"),
            "recorded_at": at,
        },
    )
    if not made and publisher.licence == LicencePolicy.NONE != facts.get("licence"):
        _allow_more(publisher, facts, by=by, at=at)
    if made:
        publisher.copies_from.set(
            Publisher.objects.filter(code__in=facts.get("copies_from", [])),
        )
    return publisher


def _allow_more(
    publisher: Publisher,
    facts: dict[str, Any],
    *,
    by: User,
    at: datetime,
) -> None:
    """Take a licence policy from a mapping where none was known; journalled."""
    if not facts.get("licence"):
        return
    publisher.licence = facts["licence"]
    publisher.save(update_fields=["licence"])
    audit.record(
        deed="sources.allow_more",
        by=by.key,
        at=at,
        subject=publisher.code,
        detail={"licence": publisher.licence},
    )


def coverage_of(code: str, mapping: Mapping | None) -> date | None:
    """Return the first day a publisher covers, also before its first file is in."""
    kept = Publisher.objects.filter(code=code).first()
    if kept is not None:
        return kept.coverage_from
    found = _facts(code, mapping).get("coverage_from")
    return found if isinstance(found, date) else None


def _facts(code: str, mapping: Mapping | None) -> dict[str, Any]:
    """Return what is known of a publisher; a mapping that says more has the word."""
    facts = mapping.publisher if mapping else None
    # A layout known by its columns says who made it, not whose file this is.
    said = asdict(facts) if facts and facts.code == code else {}
    return {
        **known_facts(code),
        **{name: value for name, value in said.items() if value},
    }
