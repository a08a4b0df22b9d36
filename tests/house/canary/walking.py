"""Walk every way out as a stranger, and tell what was seen and what was not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client

from tests.house.canary.exits import Exit, Values, addresses
from tests.house.canary.offering import Question, offered

# A word of a secret's length that is planted nowhere: what it finds is nothing.
NOWHERE = "zq00000000000000"
PLANTED_WORD = re.compile("zq[0-9a-f]{14}")
# What looks words up is asked for a word of every column in every walk.
SEARCHES = {"site:search?q"}
TURNS = 4
REACHED = {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.MOVED_PERMANENTLY}
# Pages that pages lead on to, beyond the routes' own: far more than a town has.
MOST_FOLLOWED = 1_000


@dataclass(kw_only=True)
class Walk:
    """What a stranger met.

    Attributes:
        leaks: what came out, and where.
        unreached: routes that answered nothing, whose parameters nobody knows, or
            whose pages lead on without end.
        visited: how many addresses were opened.
        parameters: the parameters that were asked, as `view name?parameter`.
    """

    leaks: set[str] = field(default_factory=set)
    unreached: set[str] = field(default_factory=set)
    visited: int = 0
    parameters: set[str] = field(default_factory=set)


def walk(
    ways: Iterable[Exit],
    values: Values,
    secrets: dict[str, str],
    words: tuple[str, ...] = (),
    *,
    by_turns: bool = False,
) -> Walk:
    """Open every address of every route and what its pages lead on to.

    Every answer is searched for every secret, and every parameter that a link or a
    form was seen to give is asked for a secret of each column.

    Args:
        ways: the routes.
        values: what their parameters can be.
        secrets: where each lies, by the secret.
        words: what a stranger types where a page lets them type: words that find
            something, so that the pages behind are met.
        by_turns: each of many pages of one kind in one language only, the languages
            taking turns; and parameters other than a search's are asked for a word
            of one column in four.
    """
    walker = _Walker(secrets=secrets, words=words, by_turns=by_turns)
    for way in ways:
        walker.take(way, values)
    walker.follow()
    walker.ask()
    return walker.seen


@dataclass(kw_only=True)
class _Walker:
    """A stranger on the way.

    Attributes:
        ways: the route of each path known from the routes.
        opened: the addresses opened already.
        waiting: those that pages lead on to.
        questions: one question for each parameter of each path.
    """

    secrets: dict[str, str]
    words: tuple[str, ...]
    by_turns: bool = False
    seen: Walk = field(default_factory=Walk)
    client: Client = field(default_factory=Client)
    ways: dict[str, str] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    waiting: list[str] = field(default_factory=list)
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)

    def take(self, way: Exit, values: Values) -> None:
        """Open every address of a route."""
        try:
            found = list(addresses(way, values, by_turns=self.by_turns))
        except KeyError as error:
            self.seen.unreached.add(f"{way.name}: nobody knows {error.args[0]}")
            return
        self.ways.update(dict.fromkeys(found, way.name))
        answers = [self.look(address) for address in found]
        if not any(answer.status_code in REACHED for answer in answers):
            self.seen.unreached.add(f"{way.name}: no address of it answers")
        elif not way.parameters:
            # Asked whether it is known to search or not.
            unasked = Question(path=found[0], said=(("q", ""),))
            self.questions.setdefault((found[0], "q"), unasked)

    def look(self, address: str) -> HttpResponseBase:
        """Open an address, search it for secrets, and note what it leads on to."""
        self.opened.add(address)
        answer = self._open(address)
        text = text_of(answer)
        # Thousands of planted words are looked for at once, by their form; the few
        # others one by one.
        met = set(PLANTED_WORD.findall(text))
        met |= {
            it for it in self.secrets if not PLANTED_WORD.fullmatch(it) and it in text
        }
        for secret in met & set(self.secrets):
            self.seen.leaks.add(f"{self.secrets[secret]} at {address}")
        for question in offered(answer, address):
            self.waiting.extend(question.addresses(self.words))
            for name in question.names:
                self.questions.setdefault((question.path, name), question)
        return answer

    def follow(self) -> None:
        """Open what pages lead on to, and what those lead on to, in one language.

        The routes' own addresses were opened in all of them.
        """
        followed: set[str] = set()
        while self.waiting:
            address = self.waiting.pop()
            spoken = without_language(address)
            if address in self.opened or spoken in followed:
                continue
            followed.add(spoken)
            if len(followed) > MOST_FOLLOWED:
                self.seen.unreached.add(f"{address}: its pages lead on without end")
                return
            self.look(address)

    def ask(self) -> None:
        """Ask each parameter for each secret.

        A page repeats what was asked, so that seeing the word proves nothing: the
        answer must be the same as to a word that is nowhere.
        """
        # One word of each column: a column is searched, or it is not.
        one_each = {label: secret for secret, label in self.secrets.items()}
        for (path, name), question in self.questions.items():
            asked = f"{self.ways.get(path, path)}?{name}"
            if asked in self.seen.parameters:
                # The same route, in another language or about another thing.
                continue
            self.seen.parameters.add(asked)
            nothing = self._asked(question, name, NOWHERE)
            for label, secret in self._in_turn(one_each, asked):
                if self._asked(question, name, secret) != nothing:
                    found = f"{question.path}?{name}="
                    self.seen.leaks.add(f"{label} is found by a search at {found}")

    def _in_turn(
        self,
        one_each: dict[str, str],
        asked: str,
    ) -> list[tuple[str, str]]:
        """Return the columns a parameter is asked for: by turns one in four.

        The search itself is asked for each.
        """
        words = list(one_each.items())
        if not self.by_turns or asked in SEARCHES:
            return words
        return words[len(self.seen.parameters) % TURNS :: TURNS]

    def _asked(self, question: Question, name: str, word: str) -> str:
        answer = self._open(question.address(name, word))
        for header in ("ETag", "Content-Length"):
            # They differ as the word that was asked does.
            answer.headers.pop(header, None)
        return text_of(answer).replace(word, "")

    def _open(self, address: str) -> HttpResponseBase:
        self.seen.visited += 1
        return self.client.get(address)


def without_language(address: str) -> str:
    """Return an address without the language that it begins with."""
    first = address.removeprefix("/").partition("/")[0]
    spoken = first in dict(settings.LANGUAGES)
    return address.removeprefix(f"/{first}") if spoken else address


def text_of(answer: HttpResponseBase) -> str:
    """Return all that an answer says, its headers as well, in lower case."""
    parts = answer if answer.streaming else [getattr(answer, "content", b"")]
    body = b"".join(bytes(part) for part in parts).decode("utf-8", "replace")
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{body}".casefold()
