"""One country's cases."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import divisions
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import asked, lens_of, place_names_of, read_only


@read_only
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the published cases of a country, of an area or of the unknown."""
    names = place_names_of(request)
    if code and not names.knows(code):
        raise Http404
    after = asked(request, "after")
    cases = cases_published.cases_in(code, lens=lens_of(request), after=after)
    cards: dict[str, object] = {
        "code": code,
        "name": names.name(code),
        "cases": cases,
        "divisions": divisions.counted(
            code,
            cases_published.divisions_in(code, lens=lens_of(request)),
        ),
    }
    if not after:
        # The figures stand on the first page alone.
        cards["counts"] = cases_published.counts_in(code, lens=lens_of(request))
    return answer(
        request,
        Answer(template="site/country.html", cards=cards, frame={"after": after}),
    )
