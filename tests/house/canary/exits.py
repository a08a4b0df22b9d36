"""Every way out of the program, found in its addresses."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation

# A parameter of a route, as <int:page> or <code>.
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# So many addresses of a route are opened in each language in any case.
FEW = 4
# What each parameter can be, by `view name:parameter`.
Values = Mapping[str, Callable[[], Iterable[str]]]


@dataclass(frozen=True, kw_only=True)
class Exit:
    """One route.

    Attributes:
        name: the view's name with its namespace; the route itself when it has none.
        route: the address with its parameters, without the language.
        in_languages: whether each language has an address of its own.
    """

    name: str
    route: str
    in_languages: bool

    @property
    def parameters(self) -> list[str]:
        """Return the names of what the address takes."""
        return PARAMETER.findall(self.route)


def exits(patterns: Iterable[object] | None = None) -> Iterator[Exit]:
    """Yield every route of the program."""
    if patterns is None:
        patterns = get_resolver().url_patterns
    yield from _below(patterns, "", "", in_languages=False)


def _below(
    patterns: Iterable[object],
    prefix: str,
    namespace: str,
    *,
    in_languages: bool,
) -> Iterator[Exit]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            spoken = isinstance(pattern.pattern, LocalePrefixPattern)
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else ""
            yield from _below(
                pattern.url_patterns,
                prefix if spoken else prefix + str(pattern.pattern),
                inner or namespace,
                in_languages=in_languages or spoken,
            )
        elif isinstance(pattern, URLPattern):
            route = prefix + str(pattern.pattern)
            name = f"{namespace}{pattern.name}" if pattern.name else f"/{route}"
            yield Exit(name=name, route=route, in_languages=in_languages)


def addresses(way: Exit, values: Values, *, by_turns: bool = False) -> Iterator[str]:
    """Yield every address of a route, in every language.

    Args:
        way: the route.
        values: what its parameters can be.
        by_turns: where a route has many addresses, each in one language only, the
            languages taking turns: a leak in one kind of page shows all the same.

    Raises:
        KeyError: nobody said what a parameter of this route can be.
    """
    routes = [way.route]
    for parameter in way.parameters:
        known = [str(it) for it in values[f"{way.name}:{parameter}"]()]
        routes = [
            re.sub(rf"<(?:\w+:)?{parameter}>", value.replace("\\", r"\\"), route)
            for route in routes
            for value in known
        ]
    languages = [language for language, _ in settings.LANGUAGES]
    for number, route in enumerate(routes):
        if not way.in_languages:
            yield f"/{route}"
            continue
        turn = [languages[number % len(languages)]]
        for language in turn if by_turns and len(routes) > FEW else languages:
            with translation.override(language):
                yield f"/{LocalePrefixPattern().language_prefix}{route}"
