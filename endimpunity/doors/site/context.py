"""What every page needs: the registry's own statement, and its other languages."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.urls import translate_url

from endimpunity.doors.site.asking import place_names_of, question, registry_of
from endimpunity.doors.site.locales import page_language
from endimpunity.doors.site.notice import holding, one_person_alone
from endimpunity.foundation.web_addresses import web_address


@dataclass(frozen=True, kw_only=True)
class OtherLanguage:
    """The same page in another language; `absolute` is its address with the host."""

    code: str
    name: str
    address: str
    absolute: str
    current: bool


def every_page(request: HttpRequest) -> dict[str, object]:
    """Return what the frame of every page shows."""
    registry = registry_of(request)
    return {
        "registry": registry,
        "holding": holding(registry),
        "alone": one_person_alone() if registry.alone else "",
        "places": place_names_of(request),
        "languages": _languages(request),
        "any_language": request.build_absolute_uri(_in_any_language(request)),
        "corrections": corrections(),
    }


def corrections() -> str:
    """Return where to ask for a correction, as a link; "" where nothing is set."""
    given = settings.ENDIMPUNITY_CORRECTIONS.strip()
    if web_address(given):
        return given
    try:
        validate_email(given)
    except ValidationError:
        return ""
    return f"mailto:{given}"


def _languages(request: HttpRequest) -> tuple[OtherLanguage, ...]:
    found = (
        (code, name, _address_in(code, request)) for code, name in settings.LANGUAGES
    )
    return tuple(
        OtherLanguage(
            code=code,
            name=name,
            address=address,
            absolute=request.build_absolute_uri(address),
            current=code == page_language(),
        )
        for code, name, address in found
    )


def _in_any_language(request: HttpRequest) -> str:
    """Return the address for a reader of none of the languages.

    The first address of all chooses one; every other page is there in English.
    """
    match = request.resolver_match
    if match is not None and match.view_name == "site:front":
        return "/"
    return _address_in("en", request)


def _address_in(code: str, request: HttpRequest) -> str:
    """Return this page's address in a language, or the front page's if it has none."""
    here = request.get_full_path().partition("?")[0] + question(request)
    there = translate_url(here, code)
    if there != here or code == page_language():
        return there
    return f"/{code}/"
