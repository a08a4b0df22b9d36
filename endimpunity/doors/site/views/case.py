"""One case: who, what happened, what justice did, who says what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import divisions, sentences
from endimpunity.doors.site.answering import Answer, answer, wants_json
from endimpunity.doors.site.asking import lens_of, place_names_of, read_only


@read_only
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a case, say that it was withdrawn, or lead to the case it was joined to."""
    lens = lens_of(request)
    card = cases_published.case_card(public_id, lens=lens)
    match card:
        case None:
            raise Http404
        case cases_published.MovedCard():
            name = "site:case-json" if wants_json(request) else "site:case"
            return redirect(name, public_id=card.to, permanent=True)
        case cases_published.TombstoneCard():
            gone = Answer(template="site/gone.html", cards={"gone": card}, status=410)
            return answer(request, gone)
        case _:
            names = place_names_of(request)
            cards = {
                "case": card,
                "account": sentences.account(card, names),
                "division": divisions.division_of(card.line.where.division),
                "justice": sentences.justice(card, names, today=lens.as_of),
            }
            return answer(
                request,
                Answer(
                    template="site/case.html",
                    cards=cards,
                    frame={
                        "today": lens.as_of.isoformat(),
                        "cite_address": request.build_absolute_uri(request.path),
                    },
                ),
            )
