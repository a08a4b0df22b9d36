"""The facts of a case with their sources, from allowed voices only."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

from endimpunity.cases.models import Assertion, Citation
from endimpunity.cases.published.cards import FactCard, SourceCard, StatementCard
from endimpunity.cases.queries.public_facts import PublicFacts
from endimpunity.cases.rules.columns import date_columns
from endimpunity.cases.rules.origins import runs, saying_of
from endimpunity.cases.rules.settling import Settled
from endimpunity.cases.vocabulary import Method
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.web_addresses import web_address
from endimpunity.sources import queries as sources_queries

Sayings = Mapping[int, Sequence[sources_queries.RecordSaying]]

# Fields shown as facts, in this order; those whose values are codes are coded.
_SHOWN = (
    ("name", False),
    ("name_native", False),
    ("age", False),
    ("date", False),
    ("country", True),
    ("area", True),
    ("place", False),
    ("violations", True),
    ("outlets", False),
    ("role", True),
    ("employment", True),
    ("local_foreign", True),
    ("media", False),
    ("beats", False),
    ("nationality", False),
    ("manner", True),
    ("motive", True),
    ("context", False),
)
# A list's words on what justice did, with the method each belongs to.
_STATUSES = (("impunity", Method.CPJ), ("unesco_status", Method.UNESCO))


def is_coded(field: str) -> bool:
    """Tell whether a field's values are codes of a vocabulary."""
    return dict(_SHOWN).get(field, False)


def released_sayings(facts: PublicFacts, lens: Lens) -> Sayings:
    """Return what the records about a case said in released files."""
    records = sorted({member.record_id for member in facts.members})
    said = sources_queries.sayings_of(records, known_at=lens.known_at)
    return {
        record_id: [one for one in group if facts.opened.lets(one)]
        for record_id, group in groupby(said, attrgetter("record_id"))
    }


def fact_cards(facts: PublicFacts, sayings: Sayings) -> tuple[FactCard, ...]:
    """Return the settled facts, a coded value a card."""
    cited = _citations(facts.assertions)
    return tuple(
        FactCard(
            field=field,
            value=value,
            coded=coded,
            sources=_sources(field, facts, sayings, cited),
        )
        for field, coded in _SHOWN
        if field in facts.settled
        for value in values_of(field, facts.settled[field], coded=coded)
    )


def sources_of(facts: PublicFacts, *fields: str) -> dict[str, tuple[SourceCard, ...]]:
    """Return what the registry cites for fields that it states itself, by field."""
    told = {name: facts.assertions[name] for name in fields if name in facts.assertions}
    cited = _citations(told)
    return {name: cited.get(row, ()) for name, row in told.items()}


def values_of(field: str, settled: Settled, *, coded: bool) -> list[str]:
    """Return a field's value as texts: a code each, other lists as one text."""
    value = settled.value
    if field == "date":
        return [_date_as_stated(value)] if value else []
    if isinstance(value, list):
        words = [str(one) for one in value if one and one != "UNSTATED"]
        return words if coded else [", ".join(words)] if words else []
    return [str(value)] if value not in (None, "") else []


def _date_as_stated(value: Mapping[str, Any]) -> str:
    """Return a single day as EDTF, which every language can say; else the words."""
    day = date_columns(value)
    single = day.date_earliest is not None and day.date_earliest == day.date_latest
    return day.date_edtf if single else value.get("text") or day.date_edtf


def _sources(
    field: str,
    facts: PublicFacts,
    sayings: Sayings,
    cited: Mapping[int, tuple[SourceCard, ...]],
) -> tuple[SourceCard, ...]:
    settled = facts.settled[field]
    if settled.voice == 0:
        return cited.get(facts.assertions[field], ())
    place = settled.voice - 1
    said = sayings[facts.members[place].record_id]
    saying = said[saying_of(field, [one.values for one in said])]
    return (list_source(facts, place, saying.stated_on.isoformat()),)


def list_source(facts: PublicFacts, place: int, stated_on: str) -> SourceCard:
    """Return a list as a source, with the link its policy allows."""
    member = facts.members[place]
    policy = facts.opened.of(member.publisher_code)
    return SourceCard(
        label=policy.publisher_name if policy else member.publisher_code,
        url=web_address(facts.said[place].get("url")),
        stated_on=stated_on,
        publisher_code=member.publisher_code,
    )


def statement_cards(facts: PublicFacts, sayings: Sayings) -> list[StatementCard]:
    """Return what each list said of justice in the case, in turn."""
    return [
        card
        for place, member in enumerate(facts.members)
        for field, method in _STATUSES
        for card in _said_in_turn(
            field,
            method,
            facts,
            place,
            sayings[member.record_id],
        )
    ]


def _said_in_turn(
    field: str,
    method: Method,
    facts: PublicFacts,
    place: int,
    said: Sequence[sources_queries.RecordSaying],
) -> Iterable[StatementCard]:
    code = facts.members[place].publisher_code
    policy = facts.opened.of(code)
    if policy is None or field not in policy.allowed:
        return
    words = [
        (str(one.values[field] or ""), one.stated_on.isoformat())
        for one in said
        if field in one.values
    ]
    for word, since, until in runs(words):
        yield StatementCard(
            publisher=policy.publisher_name,
            publisher_code=code,
            method=str(method),
            says=word,
            coded=True,
            stated_on=since,
            until=until,
            sources=(list_source(facts, place, since),),
        )


def _citations(assertions: Mapping[str, int]) -> dict[int, tuple[SourceCard, ...]]:
    rows = Assertion.objects.filter(id__in=assertions.values())
    return {
        row.pk: citation_cards(row.citations.all())
        for row in rows.prefetch_related("citations").order_by("id")
    }


def citation_cards(rows: Iterable[Citation]) -> tuple[SourceCard, ...]:
    """Return cited addresses as sources, in the order they were recorded."""
    return tuple(
        SourceCard(
            label=row.label,
            url=web_address(row.url),
            stated_on=row.stated_edtf,
            publisher_code="",
            read_on=row.read_on.isoformat() if row.read_on else "",
        )
        for row in sorted(rows, key=attrgetter("pk"))
    )
