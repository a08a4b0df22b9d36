"""What the registry is, whom it shows, how to correct it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from endimpunity.doors.site.asking import read_only


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Say what this is and who answers for it."""
    return render(request, "site/about.html")
