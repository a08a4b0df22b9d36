"""One attack: who was harmed in it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import lens_of, read_only


@read_only
def page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the published cases of an attack, and what is told of it as a whole."""
    card = cases_published.attack_card(key, lens=lens_of(request))
    if card is None:
        raise Http404
    return answer(request, Answer(template="site/attack.html", cards={"attack": card}))
