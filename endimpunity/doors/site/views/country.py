"""One country's cases."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import divisions, standings
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import (
    lens_of,
    place_names_of,
    read_only,
    registry_of,
)


@read_only
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the published cases of a country, of an area or of the unknown."""
    names = place_names_of(request)
    if code and not names.knows(code):
        raise Http404
    lens = lens_of(request)
    counted = {one.code: one for one in registry_of(request).countries}
    shown = standings.shown(
        request,
        lambda **which: cases_published.cases_in(code, lens=lens, **which),
    )
    cards: dict[str, object] = {
        "code": code,
        "name": names.name(code),
        "count": counted.get(code),
        "divisions": divisions.counted(
            code,
            cases_published.divisions_in(code, lens=lens),
        ),
        **shown.cards,
    }
    if shown.is_first:
        # The figures stand on the first page alone.
        cards["counts"] = cases_published.counts_in(code, lens=lens)
    return answer(
        request,
        Answer(template="site/country.html", cards=cards, frame=shown.frame),
    )
