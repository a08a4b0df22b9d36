"""What a stranger's request asks with: one lens and one set of place names."""

import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.faults import READING, not_allowed
from endimpunity.doors.site.kept_pages import note_read
from endimpunity.doors.site.locales import page_language
from endimpunity.doors.site.places import PlaceNames
from endimpunity.doors.site.unchanged import unless_unchanged, version
from endimpunity.foundation.lens import REGISTRY, Lens
from endimpunity.foundation.paging import NoSuchPage

Kept = TypeVar("Kept")

# A version is of one language: those of today, and of a deed ago.
MOST_REGISTRIES = 12
_REGISTRIES: dict[str, cases_published.RegistryCard] = {}

# Signs of an address that are read: the longest name met has a hundred.
LONGEST = 200


def _once(request: HttpRequest, name: str, make: Callable[[], Kept]) -> Kept:
    """Make a value for this request the first time it is asked for."""
    kept = vars(request).setdefault("_kept_by_site", {})
    if name not in kept:
        kept[name] = make()
    value: Kept = kept[name]
    return value


def _lens_of_now() -> Lens:
    now = timezone.now()
    return Lens(voice=REGISTRY, as_of=now.date(), known_at=now)


def lens_of(request: HttpRequest) -> Lens:
    """Return the registry's lens of this moment, the same for the whole request."""
    return _once(request, "lens", _lens_of_now)


def _place_names() -> PlaceNames:
    language = page_language()
    return PlaceNames(
        names=directory_published.state_names(language),
        language=language,
    )


def place_names_of(request: HttpRequest) -> PlaceNames:
    """Return the names of places in the page's language."""
    return _once(request, f"places {page_language()}", _place_names)


def registry_of(request: HttpRequest) -> cases_published.RegistryCard:
    """Return what the registry says of itself: its coverage and its countries.

    Every page says it, and it is counted over all cases: once a version.
    """
    return _once(request, "registry", lambda: _registry(request))


def _registry(request: HttpRequest) -> cases_published.RegistryCard:
    lens = lens_of(request)
    shown = version(request, lens) if settings.ENDIMPUNITY_KEPT_PAGES_BYTES else None
    card = _REGISTRIES.get(shown) if shown else None
    if card is None:
        card = cases_published.registry_card(lens=lens)
        if shown:
            if len(_REGISTRIES) >= MOST_REGISTRIES:
                _REGISTRIES.clear()
            _REGISTRIES[shown] = card
    return card


def asked(request: HttpRequest, name: str, *, longest: int = LONGEST) -> str:
    """Return what the reader typed or followed, as text that can be looked up.

    Signs that nobody types, such as the null that PostgreSQL refuses, are left out;
    so are those that turn the direction of a text, within a word too.
    """
    note_read(request, name)
    read = _readable(request.GET.get(name, "")[:longest])
    vars(request).setdefault("_asked", {})[name] = read
    return read


def question(request: HttpRequest) -> str:
    """Return what the view read of the question, as the end of an address.

    Links to the same page in another form or language ask what was answered: cut
    as it was, and nothing that nobody reads.
    """
    read = vars(request).get("_asked", {})
    said = urlencode({name: words for name, words in read.items() if words})
    return f"?{said}" if said else ""


def is_cut(request: HttpRequest, name: str) -> bool:
    """Tell whether `asked` leaves out the end of what the reader typed."""
    return bool(_readable(request.GET.get(name, "")[LONGEST:]))


def _readable(typed: str) -> str:
    shown = (
        sign if sign.isprintable() else " "
        for sign in typed
        if unicodedata.category(sign) != "Cf"
    )
    return "".join(shown).strip()


def read_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer readers only, and for a page that has not changed without making it.

    Browsers ask each time whether it has: what is withdrawn is gone at once.
    """
    found = _or_not_there(view)
    return readers_only(cache_control(no_cache=True)(unless_unchanged(lens_of)(found)))


def readers_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say to whoever would send something that pages can only be read."""

    @wraps(view)
    def asked_for(request: HttpRequest, **words: Any) -> HttpResponse:  # noqa: ANN401  # parts of an address
        if request.method not in READING:
            return not_allowed(request)
        return view(request, **words)

    return asked_for


def _or_not_there(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Say of a part of a list that is not there that it is not."""

    @wraps(view)
    def asked_for(request: HttpRequest, **words: Any) -> HttpResponse:  # noqa: ANN401  # parts of an address
        try:
            return view(request, **words)
        except NoSuchPage as error:
            raise Http404 from error

    return asked_for
