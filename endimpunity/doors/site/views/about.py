"""How the registry works: what it counts, what it does not, how to correct it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from endimpunity.doors.site.asking import read_only


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show the method in short."""
    return render(request, "site/about.html")
