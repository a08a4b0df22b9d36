"""One answer in two forms: a page for a reader, JSON for a program.

Both are made from the same cards, so that neither tells more than the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from endimpunity.doors.site.asking import question, registry_of
from endimpunity.doors.site.data import as_json, plain
from endimpunity.doors.site.notice import notice_of

View = Callable[..., HttpResponse]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a view found.

    Attributes:
        template: the page's template.
        cards: what the page tells, by name: cards, lists of cards, plain values.
            All of it is in the JSON too.
        frame: what only the page needs to be laid out; not in the JSON.
        status: of HTTP.
    """

    template: str
    cards: Mapping[str, Any]
    frame: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200


def answer(request: HttpRequest, found: Answer) -> HttpResponse:
    """Answer with a page, or with JSON where the address ends in `.json`."""
    if wants_json(request):
        return _json(request, found)
    return render(
        request,
        found.template,
        {**found.cards, **found.frame, "json_address": _beside(request)},
        status=found.status,
    )


def _beside(request: HttpRequest) -> str:
    """Return the address of the JSON beside a page, its question included."""
    match = request.resolver_match
    if match is None:
        return ""
    address = reverse(f"{match.view_name}-json", args=match.args, kwargs=match.kwargs)
    return f"{address}{question(request)}"


def wants_json(request: HttpRequest) -> bool:
    """Tell whether the address is that of the JSON beside a page."""
    return bool(getattr(request, "_wants_json", False))


def in_both_forms(route: str, view: View, name: str) -> list[URLPattern]:
    """Return the addresses of a page and of the JSON beside it.

    Args:
        route: the page's address without its last slash; "" is the front page,
            whose JSON is `index.json`.
        view: what answers either.
        name: the page's name; the other's ends in `-json`.
    """
    beside = f"{route or 'index'}.json"
    return [
        path(f"{route}/" if route else "", view, name=name),
        path(beside, _as_json(view), name=f"{name}-json"),
    ]


def _as_json(view: View) -> View:
    def asked(request: HttpRequest, **words: Any) -> HttpResponse:  # noqa: ANN401  # parts of an address
        vars(request)["_wants_json"] = True
        return view(request, **words)

    return asked


def _json(request: HttpRequest, found: Answer) -> HttpResponse:
    # As every page does, every answer says what registry it is of.
    cards = {"registry": {}, **plain(found.cards)}
    cards["registry"] = {**plain(notice_of(registry_of(request))), **cards["registry"]}
    return as_json(cards, status=found.status)
