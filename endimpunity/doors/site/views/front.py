"""The front page: what this is, and people first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from endimpunity.cases import published as cases_published
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
    """Show the registry in a sentence, the latest cases and the ways in."""
    latest = cases_published.latest_cases(lens=lens_of(request))
    countries = place_names_of(request).in_order(registry_of(request).countries)
    return render(
        request,
        "site/front.html",
        {
            "latest": latest,
            "countries": countries if len(countries) <= MOST_COUNTRIES else (),
        },
    )
