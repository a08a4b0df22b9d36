"""The pages that were asked for last, kept while nothing has changed."""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse


@dataclass(frozen=True, kw_only=True)
class Kept:
    """The bytes of a page, and what its view says of them."""

    content: bytes
    headers: Mapping[str, str]


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
        if len(content) > room:
            return
        with self._lock:
            self._let_go(tag)
            self._pages[tag] = Kept(
                content=content,
                headers=dict(page.headers),
            )
            self._bytes += len(content)
            while self._bytes > room:
                self._let_go(next(iter(self._pages)))

    def clear(self) -> None:
        """Let every page go."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def size(self) -> int:
        """Return how many bytes are kept."""
        return self._bytes

    def _let_go(self, tag: str) -> None:
        gone = self._pages.pop(tag, None)
        self._bytes -= len(gone.content) if gone else 0


PAGES = KeptPages()
