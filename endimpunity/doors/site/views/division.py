"""One first-level division's cases."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import divisions, standings
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import lens_of, place_names_of, read_only


@read_only
def page(request: HttpRequest, code: str, division: str) -> HttpResponse:
    """Show the published cases whose place names a division of this country."""
    card = divisions.division_of(division)
    names = place_names_of(request)
    if card is None or card.state != code or not names.knows(code):
        raise Http404
    lens = lens_of(request)
    counted = cases_published.divisions_in(code, lens=lens)
    shown = standings.shown(
        request,
        lambda **which: cases_published.cases_in_division(
            division,
            lens=lens,
            **which,
        ),
    )
    cards = {
        "code": code,
        "country": names.name(code),
        "division": card,
        "count": {one.code: one for one in counted}.get(division),
        **shown.cards,
    }
    return answer(
        request,
        Answer(template="site/division.html", cards=cards, frame=shown.frame),
    )
