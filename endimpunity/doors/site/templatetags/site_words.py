"""Filters and tags that put a card's codes, dates and places into words."""

from datetime import date
from typing import Any

from django import template
from django.urls import reverse
from django.utils.translation import gettext

from endimpunity.doors.site import dates, wording
from endimpunity.foundation.partial_dates import from_edtf

register = template.Library()


@register.filter
def in_words(card: Any) -> str:
    """Say a date card's days in the page's language."""
    return dates.in_words(_day(card.earliest), _day(card.latest))


@register.filter
def keeps_its_words(card: Any) -> bool:
    """Tell whether the source's own text says more than the days in words do."""
    if not card.text or card.precision == "DAY":
        return False
    return card.text not in {card.edtf, in_words(card)} and not _is_edtf(card.text)


@register.filter
def edtf_in_words(text: str) -> str:
    """Say an EDTF date in the page's language; other text stays as it is."""
    if not text:
        return dates.in_words(None, None)
    read = from_edtf(text)
    return dates.in_words(read.earliest, read.latest) if read.readable else text


@register.filter
def label(code: str, kind: str) -> str:
    """Say a code in the words of its vocabulary."""
    return wording.in_words(code, kind)


@register.filter
def fact_in_words(fact: Any) -> str:
    """Say a fact: a code in words, anything else as it was stated."""
    return wording.in_words(fact.value, fact.field) if fact.coded else fact.value


@register.filter
def statement_in_words(statement: Any) -> str:
    """Say what a publisher states, under its own method where it is a code."""
    if not statement.coded:
        return str(statement.says)
    return wording.in_words(statement.says, "standing")


@register.filter
def toll_in_words(toll: Any) -> str:
    """Say how many: "57", "57 to 58", "at least 57"."""
    if toll.high is None:
        return gettext("at least %(low)s") % {"low": toll.low}
    if toll.high == toll.low:
        return str(toll.low)
    return gettext("%(low)s to %(high)s") % {"low": toll.low, "high": toll.high}


@register.simple_tag(takes_context=True)
def place_name(context: template.Context, where: Any) -> str:
    """Say the country or area of a place card, or of a count by country."""
    return str(context["places"].name(_code(where)))


@register.simple_tag(takes_context=True)
def code_name(context: template.Context, code: str) -> str:
    """Say a code of a country or area."""
    return str(context["places"].name(code))


@register.simple_tag
def place_address(where: Any) -> str:
    """Return the address of the page of a place card's country or area."""
    return reverse("site:country", args=[_code(where)])


def _code(where: Any) -> str:
    """Return the country of a place; its area where the country is not decided."""
    code = getattr(where, "code", None)
    return code if code is not None else where.country or where.area


def _is_edtf(text: str) -> bool:
    return from_edtf(text).readable


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
