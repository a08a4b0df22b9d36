"""One country's cases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.asking import asked, lens_of, place_names_of, read_only


@read_only
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the published cases of a country, of an area or of the unknown."""
    if code and not place_names_of(request).knows(code):
        raise Http404
    after = asked(request, "after")
    cases = cases_published.cases_in(code, lens=lens_of(request), after=after)
    return render(
        request,
        "site/country.html",
        {"code": code, "cases": cases, "after": after},
    )
