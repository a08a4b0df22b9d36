"""One answer in two forms: a page for a reader, JSON for a program.

Both are made from the same cards, so that neither tells more than the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse

from endimpunity.doors.site.locales import page_language

View = Callable[..., HttpResponse]

# The form of JSON that addresses promise; a field that goes away makes it 2.
FORM = 1


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
        return _json(found)
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
    asked = request.META.get("QUERY_STRING", "")
    return f"{address}?{asked}" if asked else address


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


def _json(found: Answer) -> HttpResponse:
    told = {"form": FORM, "language": page_language(), **found.cards}
    answered = JsonResponse(
        _plain(told),
        status=found.status,
        json_dumps_params={"ensure_ascii": False},
    )
    # Public, and meant to be built upon: a page of another site may read it.
    answered["Access-Control-Allow-Origin"] = "*"
    return answered


def _plain(value: Any) -> Any:  # noqa: ANN401  # cards of any kind
    """Return cards as plain values; a field marked `told=False` stays inside."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: _plain(getattr(value, one.name))
            for one in fields(value)
            if one.metadata.get("told", True)
        }
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
