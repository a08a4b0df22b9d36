"""Walk every way out as a stranger, and tell what was seen and what was not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from django.http import HttpResponseBase
from django.test import Client

from tests.house.canary.exits import Exit, Values, addresses

# A word of a secret's length that is planted nowhere: what it finds is nothing.
NOWHERE = "zq00000000000000"
PLANTED_WORD = re.compile("zq[0-9a-f]{14}")
REACHED = {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.MOVED_PERMANENTLY}


@dataclass(kw_only=True)
class Walk:
    """What a stranger met.

    Attributes:
        leaks: what came out, and where.
        unreached: routes that answered nothing, or whose parameters nobody knows.
        visited: how many addresses were opened.
    """

    leaks: set[str] = field(default_factory=set)
    unreached: set[str] = field(default_factory=set)
    visited: int = 0


def walk(ways: Iterable[Exit], values: Values, secrets: dict[str, str]) -> Walk:
    """Open every address of every route, and search for every secret."""
    seen = Walk()
    client = Client()
    for way in ways:
        try:
            found = list(addresses(way, values))
        except KeyError as error:
            seen.unreached.add(f"{way.name}: nobody knows {error.args[0]}")
            continue
        answered = False
        for address in found:
            answer = _open(client, address, seen)
            answered = answered or answer.status_code in REACHED
            _look(text_of(answer), secrets, address, seen)
        if not answered:
            seen.unreached.add(f"{way.name}: no address of it answers")
        elif not way.parameters:
            _search(client, found[0], secrets, seen)
    return seen


def _open(client: Client, address: str, seen: Walk) -> HttpResponseBase:
    seen.visited += 1
    return client.get(address)


def text_of(answer: HttpResponseBase) -> str:
    """Return all that an answer says, its headers as well, in lower case."""
    parts = answer if answer.streaming else [getattr(answer, "content", b"")]
    body = b"".join(bytes(part) for part in parts).decode("utf-8", "replace")
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{body}".casefold()


def _look(text: str, secrets: dict[str, str], address: str, seen: Walk) -> None:
    # Thousands of planted words are looked for at once, by their form; the few
    # others one by one.
    met = set(PLANTED_WORD.findall(text))
    met |= {it for it in secrets if not PLANTED_WORD.fullmatch(it) and it in text}
    for secret in met & set(secrets):
        seen.leaks.add(f"{secrets[secret]} at {address}")


def _search(client: Client, address: str, secrets: dict[str, str], seen: Walk) -> None:
    """Ask a page for each secret, whether it is known to search or not.

    A page repeats what was asked, so that seeing the word proves nothing: the
    answer must be the same as to a word that is nowhere.
    """
    nothing = _asked(client, address, NOWHERE, seen)
    # One word of each column: a column is searched, or it is not.
    one_each = {label: secret for secret, label in secrets.items()}
    for label, secret in one_each.items():
        if _asked(client, address, secret, seen) != nothing:
            seen.leaks.add(f"{label} is found by a search at {address}")


def _asked(client: Client, address: str, word: str, seen: Walk) -> str:
    answer = _open(client, f"{address}?q={quote(word)}", seen)
    for header in ("ETag", "Content-Length"):
        # They differ as the word that was asked does.
        answer.headers.pop(header, None)
    text = text_of(answer)
    return text.replace(word, "") if word else text
