"""One case: who, what happened, what justice did, who says what."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.asking import lens_of, read_only


@read_only
def page(request: HttpRequest, public_id: str) -> HttpResponse:
    """Show a case, say that it was withdrawn, or lead to the case it was joined to."""
    card = cases_published.case_card(public_id, lens=lens_of(request))
    match card:
        case None:
            raise Http404
        case cases_published.MovedCard():
            return redirect("site:case", public_id=card.to, permanent=True)
        case cases_published.TombstoneCard():
            return render(request, "site/gone.html", {"gone": card}, status=410)
        case _:
            return render(request, "site/case.html", {"case": card})
