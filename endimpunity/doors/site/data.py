"""JSON of the site: one form, one language, open to every reader."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.http import HttpRequest, JsonResponse

from endimpunity.doors.site.locales import page_language

# The form of JSON that addresses promise; a field that goes away makes it 2.
FORM = 1


def is_data(request: HttpRequest) -> bool:
    """Tell whether an address is that of the JSON beside a page, if there is one."""
    return request.path.endswith(".json")


def as_json(told: Mapping[str, Any], *, status: int) -> JsonResponse:
    """Answer with cards and plain values, and with the language they are told in."""
    answered = JsonResponse(
        {"form": FORM, "language": page_language(), **plain(told)},
        status=status,
        json_dumps_params={"ensure_ascii": False},
    )
    # Public, and meant to be built upon: a page of another site may read it.
    answered["Access-Control-Allow-Origin"] = "*"
    return answered


def plain(value: Any) -> Any:  # noqa: ANN401  # cards of any kind
    """Return cards as plain values; a field marked `told=False` stays inside."""
    if is_dataclass(value) and not isinstance(value, type):
        return {
            one.name: plain(getattr(value, one.name))
            for one in fields(value)
            if one.metadata.get("told", True)
        }
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value
