"""Filters and tags that put a card's codes, dates and places into words."""

from collections.abc import Iterable, Mapping
from datetime import date

from babel.lists import format_list
from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext, pgettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import dates, prose, sentences, tolls, wording
from endimpunity.doors.site.locales import locale_of, page_language
from endimpunity.doors.site.places import is_code
from endimpunity.foundation import languages
from endimpunity.foundation.partial_dates import PartialDate, from_edtf
from endimpunity.sources import published as sources_published

Dated = cases_published.DateCard | PartialDate
Placed = cases_published.PlaceCard | sources_published.RecordCard

register = template.Library()


@register.filter
def in_words(dated: Dated) -> str:
    """Say a card's days in the page's language."""
    return dates.in_words(_day(dated.earliest), _day(dated.latest))


@register.filter
def keeps_its_words(dated: Dated) -> bool:
    """Tell whether the source's own text says more than the days in words do."""
    if not dated.text or dated.precision == "DAY":
        return False
    return dated.text != in_words(dated) and not from_edtf(dated.text).readable


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


@register.simple_tag(takes_context=True)
def fact_in_words(
    context: template.Context,
    fact: cases_published.FactCard,
) -> str:
    """Say a fact: a code in words, anything else as it was stated."""
    return value_in_words(context, fact.field, fact)


@register.simple_tag(takes_context=True)
def value_in_words(
    context: template.Context,
    field: str,
    stated: cases_published.FactCard | cases_published.SayingCard,
) -> str:
    """Say what a voice states of a field, codes in words."""
    return _in_words(context, field, stated.value, coded=stated.coded)


def _in_words(
    context: template.Context,
    field: str,
    value: str,
    *,
    coded: bool,
) -> str:
    if field in {"country", "area"}:
        return code_name(context, value)
    if field == "date" or field in wording.VOCABULARIES["event"].values:
        return edtf_in_words(value)
    if field == "media":
        return wording.media_in_words(value)
    if field == "nationality":
        comma = pgettext("between items of a list", ", ")
        return comma.join(
            code_name(context, one) if is_code(one) else one
            for one in value.split(", ")
        )
    return wording.in_words(value, field) if coded else value


@register.filter
def read_in_words(source: cases_published.SourceCard) -> str:
    """Say on which day the registry read a source that gives no day of its own."""
    # Translators: beside the name of a source, as in: read on 23 November 2026
    return pgettext("a source", "read on %(day)s") % {
        "day": edtf_in_words(source.read_on),
    }


@register.filter
def fact(case: cases_published.CaseCard, field: str) -> str:
    """Return what a case's page states of a field, "" where it states nothing."""
    return next((one.value for one in case.facts if one.field == field), "")


@register.simple_tag(takes_context=True)
def statement_value(
    context: template.Context,
    statement: cases_published.StatementCard,
) -> str:
    """Say what a publisher states where it is a code; "" where it is words alone.

    The code is of the field that it speaks of, or says what justice did.
    """
    code = statement.code or (statement.says if statement.coded else "")
    if not code:
        return "" if statement.says else gettext("leaves it blank")
    field = statement.about
    if not field:
        return wording.in_words(code, "standing")
    return _in_words(context, field, code, coded=field in wording.VOCABULARIES)


@register.filter
def labels_in_words(sources: Iterable[cases_published.SourceCard]) -> SafeString:
    """Name sources in a list, each once and in its own direction."""
    labels = dict.fromkeys(source.label for source in sources)
    isolated = [format_html("<bdi>{}</bdi>", label) for label in labels]
    # What stands between them is the language's own, never mark-up.
    return mark_safe(format_list(isolated, locale=locale_of(page_language())))  # noqa: S308  # each label is escaped


@register.filter
def upcoming_in_words(upcoming: cases_published.UpcomingCard) -> str:
    """Say what is to come, and when where that is known."""
    what = wording.in_words(upcoming.kind, "upcoming")
    day = upcoming.date
    if not day.earliest and not day.latest:
        return what
    # Translators: as in: Hearing: 12 January 2027
    told = pgettext("what is to come, and when", "%(what)s: %(when)s")
    return told % {"what": what, "when": in_words(day)}


@register.filter
def second_reading(lines: Iterable[cases_published.CaseLine]) -> str:
    """Say once of a whole list which cases no second person has read; "" if none."""
    read = {line.two_persons for line in lines}
    if read == {False}:
        return gettext(
            "No second person has read these cases before they were published.",
        )
    if False in read:
        return gettext(
            "No second person has read some of these cases before they were"
            " published; the page of each says so.",
        )
    return ""


@register.filter
def in_a_row(told: Iterable[str]) -> str:
    """Return sentences as one text."""
    return sentences.in_a_row(told)


@register.filter
def in_a_row_isolated(told: Iterable[str]) -> SafeString:
    """Return sentences as one text, each in its own direction."""
    between = sentences.between_sentences()
    return format_html_join(between, "<bdi>{}</bdi>", ((one,) for one in told))


@register.filter
def toll_in_words(toll: cases_published.TollCard) -> str:
    """Say how many: "57", "57 to 58", "at least 57"."""
    return tolls.number_in_words(toll)


@register.filter
def whom_in_words(event: cases_published.EventCard) -> str:
    """Say whom an event touched: how many, and the accused by their numbers."""
    told = []
    if event.people is not None:
        told.append(
            ngettext("%(people)s person", "%(people)s people", event.people)
            % {"people": event.people},
        )
    told += [gettext("accused %(number)s") % {"number": n} for n in event.accused]
    return pgettext("between items of a list", ", ").join(told)


@register.filter
def unconfirmed_motive(case: cases_published.CaseCard) -> str | None:
    """Return whose word it is that the motive is not confirmed, None where nobody's.

    "" is the word of someone who is not named on the page.
    """
    for fact in case.facts:
        if (fact.field, fact.value) == ("motive", "UNCONFIRMED"):
            return fact.sources[0].label if fact.sources else ""
    return None


@register.filter
def language_by_script(text: str) -> str:
    """Return the language that a name's script tells, "" where it tells none."""
    return languages.language_of(text)


@register.filter
def in_page_language(texts: Mapping[str, str]) -> str:
    """Return a text in the page's language, "" where there is none."""
    return texts.get(page_language(), "")


@register.filter
def reason_in_words(reason: str) -> str:
    """Say the program's own reason in the page's language; "" for a person's."""
    return wording.own_reason(reason)


@register.simple_tag
def what_a_sample_is() -> tuple[str, ...]:
    """Return what it means that the registry is a sample, in paragraphs."""
    return prose.sample()


@register.simple_tag
def in_english() -> str:
    """Return the attributes of a text that the registry keeps in English alone."""
    if page_language() == "en":
        return format_html('dir="{}"', "auto")
    return format_html('lang="{}" dir="{}"', "en", "ltr")


@register.simple_tag(takes_context=True)
def place_name(context: template.Context, where: Placed) -> str:
    """Say the country of a place, or its area where the country is not decided."""
    return code_name(context, where.country or where.area)


@register.simple_tag(takes_context=True)
def place_text(context: template.Context, where: Placed) -> str:
    """Say a place and its country where no mark-up can stand, as in a title."""
    country = place_name(context, where)
    comma = pgettext("between a place and its country", ", ")
    return f"{where.place}{comma}{country}" if where.place else country


@register.simple_tag(takes_context=True)
def place_in_words(context: template.Context, where: Placed) -> str:
    """Say a place and its country, each in its own direction."""
    country = place_name(context, where)
    if not where.place:
        return country
    comma = pgettext("between a place and its country", ", ")
    return format_html("<bdi>{}</bdi>{}{}", where.place, comma, country)


@register.simple_tag(takes_context=True)
def code_name(context: template.Context, code: str) -> str:
    """Say a code of a country or area."""
    return str(context["places"].name(code))


@register.simple_tag
def place_address(where: Placed) -> str:
    """Return the address of the page of a place's country or area."""
    return reverse("site:country", args=[where.country or where.area])


def _day(day: date | str | None) -> date | None:
    """Return a day of a card, which holds it as a day or as ISO text."""
    if isinstance(day, str):
        return date.fromisoformat(day) if day else None
    return day
