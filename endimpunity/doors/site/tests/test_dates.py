# ruff: noqa: RUF001  # six languages have letters that look like Latin ones
from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.doors.site.dates import in_words

LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh-hans"]

DAY = (date(2013, 11, 2), date(2013, 11, 2))
TWO_DAYS = (date(2011, 5, 29), date(2011, 5, 30))
DAYS = (date(2014, 2, 5), date(2014, 2, 11))
FIRST_DAY = (date(2011, 11, 1), date(2011, 11, 1))
DAYS_FROM_FIRST = (date(2014, 2, 1), date(2014, 2, 11))
DAYS_TO_FIRST = (date(2013, 6, 24), date(2013, 7, 1))
DAYS_OF_TWO_MONTHS = (date(2013, 6, 24), date(2013, 7, 9))
DAYS_OF_TWO_YEARS = (date(2013, 12, 30), date(2014, 1, 2))
MONTH = (date(2015, 5, 1), date(2015, 5, 31))
MONTHS_OF_A_YEAR = (date(2015, 6, 1), date(2015, 12, 31))
MONTHS = (date(2015, 10, 1), date(2016, 6, 30))
YEAR = (date(2015, 1, 1), date(2015, 12, 31))
YEARS = (date(2001, 1, 1), date(2003, 12, 31))
UNTIL = (None, date(2007, 2, 28))
SINCE = (date(2007, 2, 28), None)
UNKNOWN = (None, None)


@pytest.mark.parametrize(
    ("language", "bounds", "words"),
    [
        ("en", DAY, "2 November 2013"),
        ("en", TWO_DAYS, "29 or 30 May 2011"),
        ("en", DAYS, "between 5 and 11 February 2014"),
        ("en", DAYS_OF_TWO_MONTHS, "between 24 June and 9 July 2013"),
        ("en", DAYS_OF_TWO_YEARS, "between 30 December 2013 and 2 January 2014"),
        ("en", MONTH, "May 2015"),
        ("en", MONTHS, "between October 2015 and June 2016"),
        ("en", MONTHS_OF_A_YEAR, "between June and December 2015"),
        ("fr", MONTHS_OF_A_YEAR, "entre juin et décembre 2015"),
        ("es", MONTHS_OF_A_YEAR, "entre junio y diciembre de 2015"),
        ("ru", MONTHS_OF_A_YEAR, "июнь – декабрь 2015 г."),
        ("zh-hans", MONTHS_OF_A_YEAR, "2015年6月至12月之间"),
        ("ar", MONTHS_OF_A_YEAR, "بين يونيو وديسمبر 2015"),
        ("en", YEAR, "2015"),
        ("en", YEARS, "between 2001 and 2003"),
        ("en", UNTIL, "no later than 28 February 2007"),
        ("en", SINCE, "no earlier than 28 February 2007"),
        ("en", UNKNOWN, "date unknown"),
        ("fr", DAY, "2 novembre 2013"),
        ("fr", FIRST_DAY, "1er novembre 2011"),
        ("fr", DAYS_FROM_FIRST, "entre le 1er et le 11 février 2014"),
        ("fr", DAYS_TO_FIRST, "entre le 24 juin et le 1er juillet 2013"),
        ("es", FIRST_DAY, "1 de noviembre de 2011"),
        ("fr", DAYS, "entre le 5 et le 11 février 2014"),
        ("fr", DAYS_OF_TWO_MONTHS, "entre le 24 juin et le 9 juillet 2013"),
        ("fr", DAYS_OF_TWO_YEARS, "entre le 30 décembre 2013 et le 2 janvier 2014"),
        ("fr", MONTHS, "entre octobre 2015 et juin 2016"),
        ("fr", UNTIL, "au plus tard le 28 février 2007"),
        ("es", DAY, "2 de noviembre de 2013"),
        # The article spares the reader "7 o 8": Spanish says "u" before "ocho".
        ("es", TWO_DAYS, "el 29 o el 30 de mayo de 2011"),
        ("es", DAYS, "entre el 5 y el 11 de febrero de 2014"),
        ("es", DAYS_OF_TWO_MONTHS, "entre el 24 de junio y el 9 de julio de 2013"),
        ("es", MONTH, "mayo de 2015"),
        ("ru", DAY, "2 ноября 2013 г."),
        ("ru", DAYS, "между 5 и 11 февраля 2014 г."),
        ("ru", DAYS_OF_TWO_MONTHS, "между 24 июня и 9 июля 2013 г."),
        ("ru", MONTH, "май 2015 г."),
        ("ru", MONTHS, "октябрь 2015 г. – июнь 2016 г."),
        ("ru", YEAR, "2015 г."),
        ("ru", UNTIL, "не позднее 28 февраля 2007 г."),
        ("zh-hans", DAY, "2013年11月2日"),
        ("zh-hans", TWO_DAYS, "2011年5月29日或30日"),
        ("zh-hans", DAYS, "2014年2月5日至11日之间"),
        ("zh-hans", DAYS_OF_TWO_MONTHS, "2013年6月24日至7月9日之间"),
        ("zh-hans", MONTH, "2015年5月"),
        ("zh-hans", YEAR, "2015年"),
        ("ar", DAY, "2 نوفمبر 2013"),
        ("ar", DAYS, "بين 5 و11 فبراير 2014"),
        ("ar", DAYS_OF_TWO_MONTHS, "بين 24 يونيو و9 يوليو 2013"),
        ("ar", MONTH, "مايو 2015"),
        ("ar", UNKNOWN, "التاريخ غير معروف"),
    ],
)
def test_a_date_is_said_in_words(language, bounds, words):
    with override(language):
        # A narrow space keeps a Russian year and its word on one line.
        assert in_words(*bounds).replace("\u202f", " ") == words


# Years of four digits: no list names an earlier one.
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(st.none() | days, st.none() | days, st.sampled_from(LANGUAGES))
def test_every_date_has_words_with_its_years(one, other, language):
    earliest, latest = one, other
    if one and other:
        earliest, latest = min(one, other), max(one, other)
    with override(language):
        words = in_words(earliest, latest)
    assert words
    assert "%(" not in words
    for day in (earliest, latest):
        assert day is None or str(day.year) in words


def test_a_language_without_pages_reads_english():
    with override("de"):
        assert in_words(*MONTH) == "May 2015"
