"""Search among the words of published cases."""

from django.http import HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import asked, lens_of, read_only


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show the cases whose names, outlets or places hold the words asked for."""
    query, after = asked(request, "q"), asked(request, "after")
    shown: dict[str, object] = {"query": query}
    if query:
        lens = lens_of(request)
        shown["cases"] = cases_published.search(query, lens=lens, after=after)
    return answer(
        request,
        Answer(template="site/search.html", cards=shown, frame={"after": after}),
    )
