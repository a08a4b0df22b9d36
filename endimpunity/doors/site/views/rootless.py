"""The addresses that belong to no language."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views.decorators.http import require_safe


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader to the front page in the language that their browser asks for."""
    with override(get_language_from_request(request)):
        answer = HttpResponseRedirect(reverse("site:front"))
    patch_vary_headers(answer, ("Accept-Language",))
    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Welcome every robot: all that is here was decided to be public."""
    return HttpResponse("User-agent: *\nAllow: /\n", content_type="text/plain")
