"""Writing SVG: every text and attribute escaped, numbers without a tail."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Value = str | int | float


def element(name: str, attributes: dict[str, Value], *children: str) -> SafeString:
    """Return an element; children that are not safe markup are escaped.

    An attribute's underscore stands for a hyphen, as in `text_anchor`; `class_` is
    `class`. Name and attribute names are ours, never a reader's.
    """
    written = format_html_join(
        "",
        ' {}="{}"',
        ((_attribute(key), number(value)) for key, value in attributes.items()),
    )
    inner = format_html_join("", "{}", ((child,) for child in children))
    tag = mark_safe(name)  # noqa: S308  # a word of this package
    return format_html("<{}{}>{}</{}>", tag, written, inner, tag)


def described(key: str, title: str, description: str) -> tuple[SafeString, SafeString]:
    """Return what names a picture to those who do not see it: title, then text."""
    return (
        element("title", {"id": f"{key}-title"}, title),
        element("desc", {"id": f"{key}-description"}, description),
    )


def naming(key: str) -> dict[str, Value]:
    """Return the attributes of a picture that `described` describes."""
    return {"role": "img", "aria_labelledby": f"{key}-title {key}-description"}


def share(part: float) -> str:
    """Return a share of one as a percentage of the drawing."""
    return f"{number(part * 100)}%"


def number(value: Value) -> str:
    """Return a value as an attribute holds it: at most two digits after the point."""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return str(value)


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
