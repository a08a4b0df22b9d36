"""Which voice decides each field of a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from endimpunity.cases.rules.fields import FIELDS, Facts


@dataclass(frozen=True, kw_only=True)
class Settled:
    """A field's value, and the place in the row of voices of the one that gave it."""

    value: Any
    voice: int


def settle(voices: Sequence[Mapping[str, Any]]) -> dict[str, Settled]:
    """Return, for every field that any voice states, the first voice's value.

    Args:
        voices: the registry's own assertions first, then the records that are
            about the case, in the order in which they were found to be. A voice
            states a field by having its key; the registry's null says "unknown"
            and stands.

    A country and an area exclude one another, so they come from one voice: the
    first that states either.
    """
    settled: dict[str, Settled] = {}
    for field in FIELDS:
        for number, voice in enumerate(voices):
            if field in voice:
                settled[field] = Settled(value=voice[field], voice=number)
                break
    return _one_place(settled)


def _one_place(settled: dict[str, Settled]) -> dict[str, Settled]:
    country, area = settled.get("country"), settled.get("area")
    if country and area and country.value and area.value:
        del settled["area" if country.voice <= area.voice else "country"]
    return settled


def facts_of(settled: Mapping[str, Settled]) -> Facts:
    """Return the plain values."""
    return {field: one.value for field, one in settled.items()}
