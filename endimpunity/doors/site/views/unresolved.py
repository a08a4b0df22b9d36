"""All cases that no word of justice ends, of every country."""

from django.http import HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import asked, lens_of, read_only, registry_of


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show the unresolved cases, the latest attacks first."""
    after = asked(request, "after")
    countries = registry_of(request).countries
    cards = {
        "killings": sum(one.unresolved_killings for one in countries),
        "attacks": sum(one.unresolved_others for one in countries),
        "cases": cases_published.unresolved_cases(lens=lens_of(request), after=after),
    }
    return answer(
        request,
        Answer(template="site/unresolved.html", cards=cards, frame={"after": after}),
    )
