"""Make a publisher known when its first file comes."""

import tomllib
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

from endimpunity.sources.models import Publisher
from endimpunity.sources.rules.mapping import Mapping
from endimpunity.sources.vocabulary import LicencePolicy


def ensure_publisher(
    *,
    code: str,
    mapping: Mapping | None,
    at: datetime,
) -> Publisher:
    """Return the publisher of this code, making it known if it is new.

    What is said of a new one comes from the mapping's [publisher] section, or
    from what the project has read of known publishers. Nobody known has the
    licence policy NONE: nothing of its list may be published.
    """
    facts = {**_known().get(code, {}), **(mapping.publisher_facts if mapping else {})}
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
    if made:
        publisher.copies_from.set(
            Publisher.objects.filter(code__in=facts.get("copies_from", [])),
        )
    return publisher


def coverage_of(code: str, mapping: Mapping | None) -> date | None:
    """Return the first day a publisher covers, also before its first file is in."""
    kept = Publisher.objects.filter(code=code).first()
    if kept is not None:
        return kept.coverage_from
    facts = {**_known().get(code, {}), **(mapping.publisher_facts if mapping else {})}
    found = facts.get("coverage_from")
    return found if isinstance(found, date) else None


@cache
def _known() -> dict[str, dict[str, Any]]:
    """Return what the project has read of known publishers, by code."""
    text = (
        resources.files("endimpunity.sources")
        .joinpath("data/publishers.toml")
        .read_text(encoding="utf-8")
    )
    return {entry.pop("code"): entry for entry in tomllib.loads(text)["publisher"]}
