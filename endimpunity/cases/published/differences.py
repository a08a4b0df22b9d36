"""Where voices contradict one another, side by side, each with its day."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from endimpunity.cases.models import Assertion, Statement
from endimpunity.cases.published import facts as fact_cards
from endimpunity.cases.published import follow_up
from endimpunity.cases.published.cards import DifferenceCard, SayingCard
from endimpunity.cases.queries.public_facts import PublicFacts
from endimpunity.cases.rules.differing import differing, told_apart
from endimpunity.cases.rules.fields import facts_of_record
from endimpunity.cases.rules.origins import saying_of
from endimpunity.cases.rules.sayings import SAYABLE, stored
from endimpunity.cases.rules.settling import Settled


def difference_cards(
    facts: PublicFacts,
    sayings: fact_cards.Sayings,
    statements: Iterable[Statement] = (),
) -> tuple[DifferenceCard, ...]:
    """Return the fields on which allowed voices contradict one another.

    Args:
        facts: the case as the world may know it.
        sayings: what its records said in released files.
        statements: what sources are quoted with, as far as people let it be told.
    """
    quoted = _quoted(statements)
    registry = {
        field: one.value for field, one in facts.settled.items() if one.voice == 0
    }
    voices = [
        registry,
        *map(_said_by, quoted),
        *(facts_of_record(values) for values in facts.said),
    ]
    lists_from = len(quoted) + 1

    def saying(field: str, place: int) -> SayingCard:
        if place == 0:
            return _registry_saying(field, registry, facts)
        if place < lists_from:
            return _quoted_saying(quoted[place - 1])
        return _list_saying(field, voices[place], facts, place - lists_from, sayings)

    found = {**differing(voices), **told_apart(voices[:lists_from])}
    return tuple(
        DifferenceCard(
            field=field,
            sayings=tuple(saying(field, place) for place in places),
        )
        for field, places in found.items()
    )


def quoted_differences(statements: Iterable[Statement]) -> tuple[DifferenceCard, ...]:
    """Return the fields on which sources contradict one another, whoever else does."""
    quoted = _quoted(statements)
    voices = [_said_by(row) for row in quoted]
    return tuple(
        DifferenceCard(
            field=field,
            sayings=tuple(_quoted_saying(quoted[place]) for place in places),
        )
        for field, places in {**differing(voices), **told_apart(voices)}.items()
    )


def _quoted(statements: Iterable[Statement]) -> Sequence[Statement]:
    return [row for row in statements if row.code and row.about in SAYABLE]


def _said_by(row: Statement) -> Mapping[str, Any]:
    return {row.about: stored(row.about, row.code)}


def _quoted_saying(row: Statement) -> SayingCard:
    return SayingCard(
        publisher=follow_up.voice_of(row),
        publisher_code=row.publisher_id or "",
        value=row.code,
        coded=fact_cards.is_coded(row.about),
        since=row.stated_edtf,
        sources=fact_cards.citation_cards(row.citations.all()),
    )


def _registry_saying(
    field: str,
    said: Mapping[str, Any],
    facts: PublicFacts,
) -> SayingCard:
    row = Assertion.objects.prefetch_related("citations").get(
        pk=facts.assertions[field],
    )
    return SayingCard(
        publisher="",
        publisher_code="",
        value=_in_a_word(field, said),
        coded=fact_cards.is_coded(field),
        since=row.recorded_at.date().isoformat(),
        sources=fact_cards.citation_cards(row.citations.all()),
    )


def _list_saying(
    field: str,
    said: Mapping[str, Any],
    facts: PublicFacts,
    place: int,
    sayings: fact_cards.Sayings,
) -> SayingCard:
    member = facts.members[place]
    spoken = sayings[member.record_id]
    last = spoken[saying_of(field, [one.values for one in spoken])]
    source = fact_cards.list_source(facts, place, last.stated_on.isoformat())
    return SayingCard(
        publisher=source.label,
        publisher_code=member.publisher_code,
        value=_in_a_word(field, said),
        coded=fact_cards.is_coded(field),
        since=source.stated_on,
        sources=(source,) if source.url else (),
    )


def _in_a_word(field: str, said: Mapping[str, Any]) -> str:
    """Return a voice's value as a fact's card would hold it; the gravest of several."""
    values = fact_cards.values_of(
        field,
        Settled(value=said[field], voice=0),
        coded=fact_cards.is_coded(field),
    )
    return values[0] if values else ""
