"""The pages that were asked for last, kept while nothing has changed."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from endimpunity.doors.site.compressing import compress

# Bytes that a page takes beside its own: what Python needs to hold it.
OVERHEAD = 2_048

# However small they are.
MOST_PAGES = 10_000

# Signs of a question that is kept: what a view reads of the longest, and no more.
LONGEST_QUESTION = 2_000


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The bytes of a page, the same compressed, and what its view says of them."""

    content: bytes
    packed: bytes
    headers: Mapping[str, str]
    takes: int


class KeptPages:
    """The pages asked for last, up to so many bytes, of one process."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, tag: str) -> Kept | None:
        """Return the page of a tag, which is from now on the last asked for."""
        with self._lock:
            kept = self._pages.get(tag)
            if kept is not None:
                self._pages.move_to_end(tag)
            return kept

    def keep(self, tag: str, page: HttpResponse) -> None:
        """Keep a page, and let those go that were asked for longest ago."""
        room = settings.ENDIMPUNITY_KEPT_PAGES_BYTES
        content = bytes(page.content)
        headers = dict(page.headers)
        takes = OVERHEAD + len(tag) + len(content)
        takes += sum(len(name) + len(said) for name, said in headers.items())
        if takes > room:
            return
        packed = compress(content)
        takes += len(packed)
        if takes > room:
            return
        with self._lock:
            self._let_go(tag)
            self._pages[tag] = Kept(
                content=content,
                packed=packed,
                headers=headers,
                takes=takes,
            )
            self._bytes += takes
            while self._bytes > room or len(self._pages) > MOST_PAGES:
                self._let_go(next(iter(self._pages)))

    def clear(self) -> None:
        """Let every page go."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def size(self) -> int:
        """Return how many bytes are taken, by what holds the pages too."""
        return self._bytes

    def _let_go(self, tag: str) -> None:
        gone = self._pages.pop(tag, None)
        self._bytes -= gone.takes if gone else 0


PAGES = KeptPages()


def note_read(request: HttpRequest, name: str) -> None:
    """Note that the page asked for depends on this parameter."""
    vars(request).setdefault("_read_by_view", set()).add(name)


def is_worth_keeping(request: HttpRequest) -> bool:
    """Tell whether somebody may ask the same again: the view read all of the question.

    A parameter that no view reads gives the same page at as many addresses as
    a stranger likes.
    """
    question = request.META.get("QUERY_STRING", "")
    if not question:
        return True
    read = vars(request).get("_read_by_view", set())
    return (
        len(question) <= LONGEST_QUESTION
        and set(request.GET) <= read
        and len(question.split("&")) == len(request.GET)
    )
