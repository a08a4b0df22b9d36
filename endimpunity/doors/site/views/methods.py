"""How what the pages say was arrived at, word by word."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from endimpunity.doors.site.asking import read_only
from endimpunity.doors.site.sentences import STANDINGS_OF


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show what each word of justice means, and whose word it is."""
    return render(request, "site/methods.html", {"standings": STANDINGS_OF})
