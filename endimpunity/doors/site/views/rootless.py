"""The addresses that belong to no language."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.asking import lens_of, readers_only, registry_of
from endimpunity.doors.site.locales import page_language
from endimpunity.sources import published as sources_published

# Pages that are there whatever the registry holds.
_ALWAYS = (
    "front",
    "unresolved",
    "countries",
    "publishers",
    "offices",
    "search",
    "about",
    "methods",
)
_XML = "application/xml; charset=utf-8"


@readers_only
def choose_language(request: HttpRequest) -> HttpResponse:
    """Send a reader to the front page in the language that their browser asks for."""
    with override(get_language_from_request(request)):
        answer = HttpResponseRedirect(reverse("site:front"))
    patch_vary_headers(answer, ("Accept-Language",))
    return answer


@readers_only
def robots(request: HttpRequest) -> HttpResponse:
    """Welcome every robot: all that is here was decided to be public."""
    where = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(
        f"User-agent: *\nAllow: /\n\nSitemap: {where}\n",
        content_type="text/plain",
    )


@readers_only
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the parts of the map of all pages."""
    lens = lens_of(request)
    cases, _ = cases_published.addresses(0, lens=lens)
    attacks, _ = cases_published.attack_addresses(0, lens=lens)
    pages = [reverse("sitemap-pages")]
    pages += [reverse("sitemap-cases", args=[part]) for part in range(cases)]
    pages += [reverse("sitemap-attacks", args=[part]) for part in range(attacks)]
    absolute = [request.build_absolute_uri(page) for page in pages]
    return render(request, "site/sitemap_index.xml", {"pages": absolute}, _XML)


@readers_only
def sitemap_pages(request: HttpRequest) -> HttpResponse:
    """List the pages that are no case, in each language."""
    lens = lens_of(request)
    named: list[tuple[str, list[str]]] = [(f"site:{name}", []) for name in _ALWAYS]
    named += [("site:country", [one.code]) for one in registry_of(request).countries]
    divisions = cases_published.divisions_in(lens=lens)
    named += [
        ("site:division", [one.code.partition("-")[0], one.code]) for one in divisions
    ]
    publishers = sources_published.publishers(lens=lens)
    named += [("site:publisher", [one.code]) for one in publishers]
    offices = directory_published.mandates(language=page_language())
    named += [("site:office", [one.slug]) for one in offices]
    return _in_each_language(request, named)


@readers_only
def sitemap_cases(request: HttpRequest, part: int) -> HttpResponse:
    """List a part of the cases, in each language."""
    parts, found = cases_published.addresses(part, lens=lens_of(request))
    if part >= parts:
        raise Http404
    return _in_each_language(request, [("site:case", [one]) for one in found])


@readers_only
def sitemap_attacks(request: HttpRequest, part: int) -> HttpResponse:
    """List a part of the attacks, in each language."""
    parts, found = cases_published.attack_addresses(part, lens=lens_of(request))
    if part >= parts:
        raise Http404
    return _in_each_language(request, [("site:attack", [one]) for one in found])


def _in_each_language(
    request: HttpRequest,
    named: list[tuple[str, list[str]]],
) -> HttpResponse:
    pages = []
    for language, _ in settings.LANGUAGES:
        with override(language):
            pages += [reverse(name, args=words) for name, words in named]
    absolute = [request.build_absolute_uri(page) for page in pages]
    return render(request, "site/sitemap.xml", {"pages": absolute}, _XML)
