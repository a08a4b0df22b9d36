"""Search among the words of published cases."""

from django.http import HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import (
    LONGEST,
    asked,
    is_cut,
    lens_of,
    read_only,
    registry_of,
)


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show the cases whose names, outlets or places hold the words asked for.

    Apart from them: the country of that name, and names that are written alike.
    """
    query, after = asked(request, "q"), asked(request, "after")
    shown: dict[str, object] = {
        "query": query,
        "longest": LONGEST if is_cut(request, "q") else None,
        "no_words": bool(query) and not cases_published.has_words(query),
    }
    if query and not shown["no_words"]:
        lens = lens_of(request)
        found = cases_published.search(query, lens=lens, after=after)
        shown["cases"] = found
        shown["countries"] = _countries(request, query)
        if not after:
            shown["similar"] = cases_published.similarly_written(
                query,
                lens=lens,
                found=found,
            )
    return answer(
        request,
        Answer(template="site/search.html", cards=shown, frame={"after": after}),
    )


def _countries(
    request: HttpRequest,
    query: str,
) -> list[cases_published.CountryCount]:
    """Return the countries of that name of which the registry knows a case."""
    named = directory_published.states_named(query)
    return [one for one in registry_of(request).countries if one.code in named]
