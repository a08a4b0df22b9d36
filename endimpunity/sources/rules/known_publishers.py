"""What the project has read of known publishers."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

# Of the sentences on whom a publisher counts, the one that is kept with it.
KEPT = "en"


def known_facts(code: str) -> dict[str, Any]:
    """Return what is known of a publisher, its sentences in English; {} if nothing."""
    facts = dict(_known().get(code, {}))
    if facts:
        facts["counts"] = facts["counts"][KEPT]
    return facts


def counts_by_language(code: str, kept: str) -> Mapping[str, str]:
    """Return whom a publisher counts, by language.

    Args:
        code: the publisher.
        kept: the sentence kept with it; where an installation's mapping gave another
            one, ours say something else, and none is returned.
    """
    said: Mapping[str, str] = _known().get(code, {}).get("counts", {})
    return said if kept and said.get(KEPT) == kept else {}


@cache
def _known() -> dict[str, dict[str, Any]]:
    text = (
        resources.files("endimpunity.sources")
        .joinpath("data/publishers.toml")
        .read_text(encoding="utf-8")
    )
    return {entry.pop("code"): entry for entry in tomllib.loads(text)["publisher"]}
