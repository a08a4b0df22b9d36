"""Find published cases by their words, on either engine."""

from django.db import connection
from django.db.models import Q
from django.db.models.expressions import RawSQL

from endimpunity.cases.vocabulary import WORDS_TABLE
from endimpunity.foundation import text


def matching(query: str) -> Q | None:
    """Return the condition for public lines that hold every word of a query.

    The last letters of a word may be missing. None where the query holds no word
    that can be looked up. Only the words of `PublicLine` are searched, and
    nothing is ranked: who asks puts the lines in their own order.
    """
    terms = text.search_terms(query)
    if not terms:
        return None
    if connection.vendor == "postgresql":
        return Q(
            pk__in=RawSQL(  # no part of the text comes from a reader
                "SELECT case_id FROM cases_publicline"
                " WHERE to_tsvector('simple', words) @@ to_tsquery('simple', %s)",
                [" & ".join(f"'{_bare(term)}':*" for term in terms)],
            ),
        )
    return Q(
        pk__in=RawSQL(  # noqa: S611  # as above
            f"SELECT rowid FROM {WORDS_TABLE} WHERE {WORDS_TABLE} MATCH %s",  # noqa: S608  # a constant
            [" ".join(f'"{_bare(term)}"*' for term in terms)],
        ),
    )


def _bare(term: str) -> str:
    """Return a term without the signs that mean something to either engine."""
    return term.replace('"', " ").replace("'", " ").replace("\\", " ").strip()
