"""What every page needs: the registry's own statement, and its other languages."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest
from django.urls import translate_url

from endimpunity.doors.site.asking import place_names_of, registry_of
from endimpunity.doors.site.locales import page_language
from endimpunity.foundation.web_addresses import web_address


@dataclass(frozen=True, kw_only=True)
class OtherLanguage:
    """The same page in another language."""

    code: str
    name: str
    address: str
    current: bool


def every_page(request: HttpRequest) -> dict[str, object]:
    """Return what the frame of every page shows."""
    return {
        "registry": registry_of(request),
        "places": place_names_of(request),
        "languages": _languages(request),
        "corrections": _corrections(),
    }


def _corrections() -> str:
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
    return tuple(
        OtherLanguage(
            code=code,
            name=name,
            address=_address_in(code, request),
            current=code == page_language(),
        )
        for code, name in settings.LANGUAGES
    )


def _address_in(code: str, request: HttpRequest) -> str:
    """Return this page's address in a language, or the front page's if it has none."""
    here = request.get_full_path()
    there = translate_url(here, code)
    if there != here or code == page_language():
        return there
    return f"/{code}/"
