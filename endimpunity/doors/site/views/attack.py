"""One attack: who was harmed in it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer, wants_json
from endimpunity.doors.site.asking import lens_of, read_only


@read_only
def page(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show the published cases of an attack, or say what became of them."""
    card = cases_published.attack_card(key, lens=lens_of(request))
    match card:
        case None:
            raise Http404
        case cases_published.AttackMovedCard():
            name = "site:attack-json" if wants_json(request) else "site:attack"
            return redirect(name, key=card.to, permanent=True)
        case cases_published.AttackTombstoneCard():
            return answer(
                request,
                Answer(
                    template="site/attack_gone.html",
                    cards={"gone": card},
                    status=410,
                ),
            )
        case _:
            return answer(
                request,
                Answer(template="site/attack.html", cards={"attack": card}),
            )
