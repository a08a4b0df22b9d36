"""Whatever the form in which a day is written, its interval holds the day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.partial_dates import read_date

STATED_ON = date(2016, 10, 31)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


DAY_FORMS = [
    lambda day: day.isoformat(),
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{MONTHS[day.month - 1][:3]}. {day.day} {day.year}",
    lambda day: f"{day.day}-{MONTHS[day.month - 1][:3]}-{day.year % 100:02}",
    lambda day: f"{day.month}/{day.day}/{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year % 100:02}",
    lambda day: f"{MONTHS[day.month - 1][:3].upper()}-{day.year % 100:02}",
    lambda day: f"{MONTHS[day.month - 1]}, {day.year}",
    lambda day: f"{day:%Y-%m}",
    lambda day: f"{day:%m/%Y}",
    lambda day: f"{day:%Y%m%d}",
    lambda day: f"{day:%Y-%m-%d}T23:59:59.999Z",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"Date unknown in {day.year}",
    lambda day: f"on an unknown date (death disclosed {day:%B %Y})",
]
# A list tells of the thirty years before it; the century of two figures is then
# no guess.
past_days = st.dates(STATED_ON - timedelta(days=40_000 // 4), STATED_ON)


@given(past_days, st.sampled_from(DAY_FORMS))
def test_a_day_written_in_any_form_is_within_its_interval(day, form):
    met = read_date(form(day), stated_on=STATED_ON)
    assert met.readable
    assert met.possibly_in(day, day)


def _named(day):
    return f"{MONTHS[day.month - 1]} {day.day}"


RANGE_FORMS = [
    lambda first, last: f"{_named(first)}, {first.year} - {_named(last)}, {last.year}",
    lambda first, last: f"{_named(first)} to {_named(last)}, {last.year}",
    lambda first, last: f"Between {_named(first)} and {_named(last)}, {last.year}",
    lambda first, last: f"{first:%d %B} through {last:%d %B %Y}",
    lambda first, last: f"from {first:%d %B %Y} until {last:%d %B %Y}",
    lambda first, last: f"{first:%B} – {last:%B %Y}",  # noqa: RUF001  # as met
    lambda first, last: f"{first:%Y}-{last:%Y}",
    lambda first, last: f"{first:%d-%b-%y} to {last:%d-%b-%y}",
    lambda first, last: f"{first}/{last}",
    lambda first, last: f"not before {first:%d %B %Y} and by {last:%d %B %Y}",
]


@given(past_days, st.integers(0, 300), st.data(), st.sampled_from(RANGE_FORMS))
def test_every_day_of_a_range_in_any_form_is_within_its_interval(
    first, length, data, form
):
    last = min(first + timedelta(days=length), STATED_ON)
    day = data.draw(st.dates(first, last))
    met = read_date(form(first, last), stated_on=STATED_ON)
    assert met.readable
    assert met.possibly_in(day, day)


@given(st.lists(past_days, min_size=1, max_size=6), st.sampled_from(["or", "and", ","]))
def test_every_day_of_a_list_is_within_its_interval(days, joint):
    *before, last = [f"{day:%d %B %Y}" for day in days]
    text = f" {joint} ".join([", ".join(before), last]) if before else last
    met = read_date(text, stated_on=STATED_ON)
    assert met.readable
    assert all(met.possibly_in(day, day) for day in days)


@given(past_days)
def test_the_part_of_a_month_holds_the_days_so_called(day):
    part = ("early", "mid", "late")[min((day.day - 1) // 10, 2)]
    met = read_date(f"{part}-{day:%B %Y}", stated_on=STATED_ON)
    assert met.possibly_in(day, day)
    assert not met.possibly_in(day - timedelta(days=28), day - timedelta(days=14))


@given(past_days)
def test_a_season_holds_the_days_so_called(day):
    season = ("winter", "spring", "summer", "autumn")[day.month % 12 // 3]
    met = read_date(f"{season} {day.year}", stated_on=STATED_ON)
    assert met.possibly_in(day, day)
