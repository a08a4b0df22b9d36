"""One first-level division's cases."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import divisions
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import asked, lens_of, place_names_of, read_only


@read_only
def page(request: HttpRequest, code: str, division: str) -> HttpResponse:
    """Show the published cases whose place names a division of this country."""
    card = divisions.division_of(division)
    names = place_names_of(request)
    if card is None or card.state != code or not names.knows(code):
        raise Http404
    after = asked(request, "after")
    cards = {
        "code": code,
        "country": names.name(code),
        "division": card,
        "cases": cases_published.cases_in_division(
            division,
            lens=lens_of(request),
            after=after,
        ),
    }
    return answer(
        request,
        Answer(template="site/division.html", cards=cards, frame={"after": after}),
    )
