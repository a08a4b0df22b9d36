"""Answers are sent compressed to whoever takes them so.

A compressed answer tells its size, and a size can betray a secret that stands beside
words of a stranger's choice (the attack called BREACH). What is compressed therefore
holds no secret: static files, and pages that answer nobody in particular, asked for
without a cookie or a password and answered without one. Any other goes as it is.
"""

import gzip
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

# Below this many bytes an answer fits a packet as it is.
LEAST = 500
LEVEL = 6
# Static files are few, and the same for all: each is compressed once a process.
_STATIC_FILES = 32
_TEXTS = ("text/", "application/json", "application/atom+xml", "application/xml")
_PICTURES = ("image/svg+xml",)

GetResponse = Callable[[HttpRequest], HttpResponseBase]


def compressing(get_response: GetResponse) -> GetResponse:
    """Return middleware that compresses what may be, for whoever takes it."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        made = get_response(request)
        if not _may_be_compressed(request, made):
            return made
        patch_vary_headers(made, ["Accept-Encoding"])
        if not takes_compressed(request):
            return made
        if isinstance(made, HttpResponse):
            return in_bytes(made, compress(made.content))
        return _static_file(made) if isinstance(made, FileResponse) else made

    return answer


def compress(content: bytes) -> bytes:
    """Return content compressed, the same for the same."""
    return gzip.compress(content, compresslevel=LEVEL, mtime=0)


def in_bytes(answer: HttpResponse, packed: bytes) -> HttpResponse:
    """Let an answer hold its own content compressed; its tag becomes a weak one."""
    if len(packed) >= len(answer.content):
        return answer
    answer.content = packed
    answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Content-Length"] = str(len(packed))
    tag = answer.headers.get("ETag", "")
    if tag.startswith('"'):
        answer.headers["ETag"] = f"W/{tag}"
    return answer


def takes_compressed(request: HttpRequest) -> bool:
    """Tell whether who asks can read an answer compressed by gzip."""
    offered = request.headers.get("Accept-Encoding", "").lower().split(",")
    return any(
        name.strip() == "gzip" and worth.replace(" ", "") not in {"q=0", "q=0.0"}
        for name, _, worth in (one.partition(";") for one in offered)
    )


def is_anybodys(request: HttpRequest) -> bool:
    """Tell whether a stranger asks: nothing in the request says who."""
    return (
        request.method == "GET"
        and not request.COOKIES
        and "Authorization" not in request.headers
    )


def _may_be_compressed(request: HttpRequest, made: HttpResponseBase) -> bool:
    if made.status_code != HttpResponse.status_code or request.method != "GET":
        return False
    if made.has_header("Content-Encoding") or "Range" in request.headers:
        return False
    if not made.headers.get("Content-Type", "").startswith(_TEXTS + _PICTURES):
        return False
    if isinstance(made, HttpResponse):
        return len(made.content) >= LEAST and is_anybodys(request) and not made.cookies
    return request.path_info.startswith(settings.STATIC_URL)


def _static_file(file: FileResponse) -> HttpResponse:
    """Return a static file, which whitenoise streams from the disk, compressed.

    Its tag is that of the file as it lies, and whitenoise knows no weak one: who
    comes back asks by the day of the file.
    """
    content = b"".join(file)
    # The file alone: closing the answer would end the request a second time.
    if file.file_to_stream is not None:
        file.file_to_stream.close()
    del file["ETag"]
    return in_bytes(HttpResponse(content, headers=file.headers), _compressed(content))


@lru_cache(maxsize=_STATIC_FILES)
def _compressed(content: bytes) -> bytes:
    return compress(content)
