"""Find published cases by their words, on either engine."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from endimpunity.cases.vocabulary import WORDS_TABLE
from endimpunity.foundation import finding


def matching(query: str) -> Q | None:
    """Return the condition for public lines that hold every word of a query.

    As written or in Latin letters; the last letters of a word may be missing. None
    where the query holds no word that can be looked up. Only the words of
    `PublicLine` are searched, and nothing is ranked: who asks puts the lines in
    their own order.
    """
    wanted = finding.wanted(query)
    if not wanted:
        return None
    return _held_in(
        "words",
        _all(
            _any(_all(_begins(term) for term in terms) for terms in spellings)
            for spellings in wanted
        ),
    )


def sounding(query: str) -> Q | None:
    """Return the condition for public lines with names that sound like a query.

    It finds names worth looking at, and most of them are other people's.
    """
    wanted = finding.sounding(query)
    if not wanted:
        return None
    return _held_in("sounds", _all(_any(map(_is, keys)) for keys in wanted))


def _held_in(column: str, query: str) -> Q:
    """Return the condition for lines that an engine finds in a column of words.

    Words and terms are letters and digits alone: no sign of either engine's own
    language can be in them.
    """
    if _on_postgresql():
        return Q(
            pk__in=RawSQL(  # noqa: S611  # the column comes from the code
                "SELECT case_id FROM cases_publicline"  # noqa: S608  # as above
                f" WHERE array_to_tsvector(string_to_array({column}, ' '))"
                " @@ %s::tsquery",
                [query],
            ),
        )
    return Q(
        pk__in=RawSQL(  # noqa: S611  # as above
            f"SELECT rowid FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH %s",  # noqa: S608  # a constant
            [f"{{{column}}} : {query}"],
        ),
    )


def _all(parts: Iterable[str]) -> str:
    return f"({(' & ' if _on_postgresql() else ' AND ').join(parts)})"


def _any(parts: Iterable[str]) -> str:
    return f"({(' | ' if _on_postgresql() else ' OR ').join(parts)})"


def _begins(term: str) -> str:
    return f"'{term}':*" if _on_postgresql() else f'"{term}"*'


def _is(key: str) -> str:
    return f"'{key}'" if _on_postgresql() else f'"{key}"'


def _on_postgresql() -> bool:
    return connection.vendor == "postgresql"
