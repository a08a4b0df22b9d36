"""Answer for a page that has not changed before anything of it is read.

A page is told by its tag: made of the count of deeds, the program, the settings, the
day and the address. While the tag is the same, so is every byte. A reader who has the
page is told so after one small query, and one who has not may be given what was kept.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from importlib import metadata
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from endimpunity import doors
from endimpunity.audit import published as audit_published
from endimpunity.doors.site.compressing import (
    in_bytes,
    is_anybodys,
    takes_compressed,
)
from endimpunity.doors.site.kept_pages import PAGES, Kept, is_worth_keeping
from endimpunity.foundation.lens import Lens

# What of the program makes its pages; styles and images are loaded by the page.
_MAKES_PAGES = {".py", ".html", ".mo", ".toml", ".csv", ".json", ".svg", ".txt"}
_MADE_WITH = ("django", "babel", "anyascii")


def version(request: HttpRequest, lens: Lens) -> str | None:
    """Return what all that a page can tell, seen through a lens, is a version of.

    None where it may change without a deed: one of them is dated later than now, by
    the clock of another machine, and is to be seen once its moment comes.
    """
    kept = vars(request)
    if "_version" not in kept:
        kept["_version"] = _version(lens)
    found: str | None = kept["_version"]
    return found


def _version(lens: Lens) -> str | None:
    mark = audit_published.change_mark()
    if mark.latest_at is None or mark.latest_at > lens.known_at:
        return None
    return _digest(
        settings.SECRET_KEY,
        _program(),
        *_settings(),
        str(mark),
        lens.as_of.isoformat(),
        str(get_language()),
    )


def page_tag(request: HttpRequest, lens: Lens) -> str | None:
    """Return the tag of the page that this request asks for, None where it has none."""
    shown = version(request, lens)
    if shown is None:
        return None
    where = (request.scheme or "", request.get_host(), request.get_full_path())
    return f'"{_digest(shown, *where)[:32]}"'


def _digest(*made_of: str) -> str:
    return hashlib.sha256("\0".join(made_of).encode("utf-8", "replace")).hexdigest()


@cache
def _program() -> str:
    """Return the hash of the files that make pages, read once a process."""
    package = Path(doors.__path__[0]).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        parts = path.relative_to(package).parts
        if path.suffix in _MAKES_PAGES and not {"tests", "static"} & set(parts):
            digest.update(f"{'/'.join(parts)}\0".encode() + path.read_bytes())
    digest.update(" ".join(metadata.version(one) for one in _MADE_WITH).encode())
    return digest.hexdigest()


def _settings() -> list[str]:
    """Return the program's own settings, any of which may change a page."""
    return [f"{name}={getattr(settings, name)!r}" for name in _own_settings()]


@cache
def _own_settings() -> list[str]:
    return sorted(name for name in dir(settings) if name.startswith("ENDIMPUNITY_"))


def unless_unchanged(
    lens_of: Callable[[HttpRequest], Lens],
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let a view be called only for a page that neither reader nor program has."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answer(
            request: HttpRequest,
            *args: object,
            **named: object,
        ) -> HttpResponse:
            tag = page_tag(request, lens_of(request))
            had = tag and _had(request, tag)
            if had:
                return had
            made = view(request, *args, **named)
            if tag and made.status_code == HttpResponse.status_code:
                _tagged(made, tag)
                if is_anybodys(request) and is_worth_keeping(request):
                    PAGES.keep(tag, made)
            return made

        return answer

    return decorate


def _had(request: HttpRequest, tag: str) -> HttpResponse | None:
    """Return the answer for a page that the reader or the program has."""
    # "*" asks for any page at this address: whether there is one, only the view
    # knows.
    if request.headers.get("If-None-Match", "*").strip() != "*":
        same: HttpResponse | None = get_conditional_response(request, etag=tag)
        if same is not None:
            return _tagged(same, tag)
    kept = PAGES.find(tag) if is_anybodys(request) else None
    return _again(request, kept) if kept else None


def _again(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Answer with a page that was kept, compressed for whoever takes it so."""
    page = HttpResponse(kept.content, headers=kept.headers)
    if not takes_compressed(request):
        return page
    patch_vary_headers(page, ["Accept-Encoding"])
    return in_bytes(page, kept.packed)


def _tagged(page: HttpResponse, tag: str) -> HttpResponse:
    page.headers["ETag"] = tag
    return page
