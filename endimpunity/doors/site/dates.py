"""Dates in words: what is known of a day, and no more than that."""

from calendar import monthrange
from datetime import date

from babel.dates import format_date, format_skeleton
from django.utils.translation import gettext, pgettext

from endimpunity.doors.site.locales import locale_of, page_language

# CLDR's patterns of a month and year as they follow a day; its patterns of a month
# alone differ in Russian, where a month after a day stands in the genitive.
_MONTH_AND_YEAR_AFTER_DAY = {
    "ar": "MMMM y",
    "en": "MMMM y",
    "es": "MMMM 'de' y",
    "fr": "MMMM y",
    "ru": "MMMM y\u202f'г.'",  # noqa: RUF001  # Russian
    "zh-hans": "y年M月",
}
# Chinese dates write months in figures.
_MONTH_ALONE = {"zh-hans": "M月"}
_YEAR = {"ru": "y\u202f'г.'", "zh-hans": "y年"}  # noqa: RUF001  # Russian


def in_words(earliest: date | None, latest: date | None) -> str:
    """Say in the page's language when something was, from its two bounds.

    None is unbounded: "date unknown", "no later than 28 February 2007".
    """
    if earliest is None or latest is None:
        return _half_known(earliest, latest)
    if earliest == latest:
        return _day(earliest)
    return _whole_periods(earliest, latest) or _days(earliest, latest)


def _half_known(earliest: date | None, latest: date | None) -> str:
    if latest is not None:
        return gettext("no later than %(day)s") % {"day": _day(latest)}
    if earliest is not None:
        return gettext("no earlier than %(day)s") % {"day": _day(earliest)}
    return gettext("date unknown")


def _whole_periods(earliest: date, latest: date) -> str:
    """Say bounds that are whole years or whole months; "" when they are neither."""
    starts_month = earliest.day == 1
    ends_month = latest.day == monthrange(latest.year, latest.month)[1]
    if not (starts_month and ends_month):
        return ""
    whole_years = (earliest.month, latest.month) == (1, 12)
    say = _year if whole_years else _month
    if say(earliest) == say(latest):
        return say(earliest)
    if earliest.year == latest.year:
        # Translators: as in June and December 2015
        pattern = pgettext("two months", "between %(first)s and %(last)s %(year)s")
        return pattern % {
            "first": _month_alone(earliest),
            "last": _month_alone(latest),
            "year": _year(latest),
        }
    # Translators: as in October 2015 and June 2016
    return pgettext("two months or years", "between %(first)s and %(last)s") % {
        "first": say(earliest),
        "last": say(latest),
    }


def _days(earliest: date, latest: date) -> str:
    """Say bounds that are days, naming what they share only once."""
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        # Translators: as in 5 and 11 February 2014
        pattern = gettext("between %(first)s and %(last)s %(month)s")
        if (latest - earliest).days == 1:
            # Translators: as in 29 or 30 May 2011
            pattern = gettext("%(first)s or %(last)s %(month)s")
        month = _formatted(latest, _MONTH_AND_YEAR_AFTER_DAY[page_language()])
        first = _ordinal(str(earliest.day), earliest)
        return pattern % {"first": first, "last": latest.day, "month": month}
    if earliest.year == latest.year:
        # Translators: as in 24 June and 9 July 2013
        return gettext("between %(first)s and %(last)s %(year)s") % {
            "first": _day_and_month(earliest),
            "last": _day_and_month(latest),
            "year": _year(latest),
        }
    return pgettext("two days", "between %(first)s and %(last)s") % {
        "first": _day(earliest),
        "last": _day(latest),
    }


def _day(day: date) -> str:
    words = format_date(day, "long", locale=locale_of(page_language()))
    return _ordinal(words, day)


def _day_and_month(day: date) -> str:
    words = format_skeleton("MMMMd", day, locale=locale_of(page_language()))
    return _ordinal(words, day)


def _ordinal(words: str, day: date) -> str:
    """Say a day as an ordinal where the language does, as in "1er mai"; CLDR cannot."""
    first_in_french = page_language() == "fr" and day.day == 1
    return words.replace("1", "1er", 1) if first_in_french else words


def _month(day: date) -> str:
    return format_skeleton("yMMMM", day, locale=locale_of(page_language()))


def _month_alone(day: date) -> str:
    return _formatted(day, _MONTH_ALONE.get(page_language(), "LLLL"))


def _year(day: date) -> str:
    return _formatted(day, _YEAR.get(page_language(), "y"))


def _formatted(day: date, pattern: str) -> str:
    return format_date(day, pattern, locale=locale_of(page_language()))
