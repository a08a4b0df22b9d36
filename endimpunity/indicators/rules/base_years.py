"""The first day of what a share is of."""

from datetime import date

from endimpunity.indicators.rules.refusals import UnableToCount


def first_day(year: int) -> date:
    """Return the first day of a base year.

    Raises:
        UnableToCount: no calendar has the year.
    """
    try:
        return date(year, 1, 1)
    except ValueError as wrong:
        raise UnableToCount(f"{year} is no year a figure can begin in.") from wrong
