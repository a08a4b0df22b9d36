"""The States and territories where the registry knows of a case."""

from django.http import HttpRequest, HttpResponse

from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import place_names_of, read_only, registry_of


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show countries in the order of their names; areas and the unknown apart."""
    counts = place_names_of(request).in_order(registry_of(request).countries)
    cards = {
        "countries": [c for c in counts if c.code and "+" not in c.code],
        "areas": [c for c in counts if "+" in c.code],
        "unknown": [c for c in counts if not c.code],
    }
    return answer(request, Answer(template="site/countries.html", cards=cards))
