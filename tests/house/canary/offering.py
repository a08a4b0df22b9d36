"""What a page offers a stranger to ask: its links with a query, and its forms."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from django.http import HttpResponseBase

# The home of relative addresses; whatever leads elsewhere is another site.
HOME = "http://testserver"
# Kinds of input that a person types no word into.
UNTYPED = {"hidden", "submit", "button", "image", "reset", "checkbox", "radio"}


@dataclass(frozen=True, kw_only=True)
class Question:
    """An address with the parameters that a page gives it.

    Attributes:
        path: without the parameters.
        said: each parameter's name and value, as the page has it.
        typed: names of those that a person is to type.
    """

    path: str
    said: tuple[tuple[str, str], ...]
    typed: frozenset[str] = frozenset()

    @property
    def names(self) -> set[str]:
        """Return the names of the parameters."""
        return {name for name, _ in self.said}

    def address(self, name: str = "", word: str = "") -> str:
        """Return the address as offered, one parameter with another word."""
        said = [(one, word if one == name else value) for one, value in self.said]
        return f"{self.path}?{urlencode(said)}"

    def addresses(self, words: tuple[str, ...]) -> Iterator[str]:
        """Yield it as offered, and with each of these words typed in each place."""
        yield self.address()
        for name in sorted(self.typed):
            yield from (self.address(name, word) for word in words)


def offered(answer: HttpResponseBase, at: str) -> list[Question]:
    """Return what a page asks for by its links and forms.

    Args:
        answer: the page; anything but HTML offers nothing.
        at: its address.
    """
    if answer.streaming or "html" not in answer.headers.get("Content-Type", ""):
        return []
    reader = _Reader(at)
    reader.feed(getattr(answer, "content", b"").decode("utf-8", "replace"))
    return reader.questions


@dataclass
class _Form:
    """A form that is being read."""

    path: str
    said: list[tuple[str, str]] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    """Gathers questions; an action or address elsewhere is left alone."""

    def __init__(self, at: str) -> None:
        super().__init__()
        self.questions: list[Question] = []
        self._at = at
        self._form: _Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in said:
            path, query = self._here(said["href"])
            if path and query:
                pairs = parse_qsl(query, keep_blank_values=True)
                self.questions.append(Question(path=path, said=tuple(pairs)))
        elif tag == "form":
            path, _ = self._here(said.get("action", ""))
            self._form = _Form(path=path)
        elif self._form and said.get("name") and tag in _CONTROLS:
            self._form.said.append((said["name"], said.get("value", "")))
            if tag != "button" and said.get("type", "text") not in UNTYPED:
                self._form.typed.add(said["name"])

    def handle_endtag(self, tag: str) -> None:
        if tag != "form" or self._form is None:
            return
        if self._form.path:
            self.questions.append(
                Question(
                    path=self._form.path,
                    said=tuple(self._form.said),
                    typed=frozenset(self._form.typed),
                ),
            )
        self._form = None

    def _here(self, href: str) -> tuple[str, str]:
        """Return the path and query of an address of this site, "" if elsewhere."""
        parts = urlsplit(urljoin(HOME + self._at, href))
        at_home = f"{parts.scheme}://{parts.netloc}" == HOME
        return (parts.path, parts.query) if at_home else ("", "")


_CONTROLS = {"input", "select", "textarea", "button"}
