"""How many people an attack harmed, in the page's words, and whose count that is."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import gettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import dates, wording
from endimpunity.foundation.partial_dates import from_edtf


def told(tolls: Iterable[cases_published.TollCard]) -> list[str]:
    """Return a sentence for each toll.

    Where a group of people is counted twice, each count says whose it is and since
    when: two numbers beside one another would say nothing.
    """
    tolls = list(tolls)
    counts = Counter(one.group for one in tolls)
    return [_sentence(one, with_source=counts[one.group] > 1) for one in tolls]


def number_in_words(toll: cases_published.TollCard) -> str:
    """Say how many: "57", "57 to 58", "at least 57"."""
    if toll.high is None:
        return gettext("at least %(low)s") % {"low": toll.low}
    if toll.high == toll.low:
        return str(toll.low)
    return gettext("%(low)s to %(high)s") % {"low": toll.low, "high": toll.high}


def _sentence(toll: cases_published.TollCard, *, with_source: bool) -> str:
    said = {
        "group": wording.in_words(toll.group, "group"),
        "number": number_in_words(toll),
    }
    first = _first_said(toll.sources) if with_source else None
    if first is None:
        # Translators: as in: All people killed: 57 to 58.
        return gettext("%(group)s: %(number)s.") % said
    source, day = first
    if not day:
        # Translators: a count and whose it is: All people killed: 57 (The Daily).
        return gettext("%(group)s: %(number)s (%(source)s).") % {
            **said,
            "source": source,
        }
    # Translators: as in: All people killed: 57 (The Daily, 3 May 2010).
    return gettext("%(group)s: %(number)s (%(source)s, %(day)s).") % {
        **said,
        "source": source,
        "day": day,
    }


def _first_said(
    sources: Iterable[cases_published.SourceCard],
) -> tuple[str, str] | None:
    """Return whose the earliest of a count's sources is, and its day in words."""
    read = [
        (from_edtf(one.stated_on) if one.stated_on else None, one.label)
        for one in sources
    ]
    dated = [
        (day.latest, day.earliest, label) for day, label in read if day and day.latest
    ]
    if dated:
        latest, earliest, label = min(dated, key=lambda it: it[0])
        return label, dates.in_words(earliest, latest)
    return (read[0][1], "") if read else None
