"""The front page: what the Day is for, and people first."""

from django.http import HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import (
    lens_of,
    place_names_of,
    read_only,
    registry_of,
)

# A longer list of countries has its own page: on a phone it would bury the rest.
MOST_COUNTRIES = 24


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show why this is kept, the latest unresolved cases and the ways in."""
    countries = place_names_of(request).in_order(registry_of(request).countries)
    shown = countries if len(countries) <= MOST_COUNTRIES else []
    return answer(
        request,
        Answer(
            template="site/front.html",
            cards={
                "registry": registry_of(request),
                "latest": cases_published.latest_unresolved(lens=lens_of(request)),
            },
            frame={"countries": shown},
        ),
    )
