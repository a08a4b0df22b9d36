"""What a record says when its sightings are read one after another.

A field that a layout does not speak of keeps what an earlier file said; a blank
cell is a value and replaces it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Values = dict[str, Any]

# Fields that a row naming several people states once for each of them.
OF_ONE_PERSON = ("name", "outlets")


def fold(sayings: Iterable[Mapping[str, Any]]) -> Values:
    """Return the values of a record after its sayings, the earliest first.

    A year stated later outside the date stated earlier replaces that date, since
    the list has moved the record; a date stated later replaces the year.
    """
    folded: Values = {}
    for stated in sayings:
        saying = keeping_the_decided(folded, stated)
        folded.update(saying)
        _reconcile(folded, saying)
        if "unread" not in saying:
            folded.pop("unread", None)
        if "people" not in saying:
            folded.pop("people", None)
        if "country" in saying and "area" not in saying:
            folded.pop("area", None)
    return folded


def keeping_the_decided(before: Mapping[str, Any], saying: Mapping[str, Any]) -> Values:
    """Return a saying with the country that an earlier place decided.

    A publisher that states the same composite as before ("Israel and the Occupied
    Palestinian Territory"), in a layout that says nothing of the place, has not
    taken back where it happened.
    """
    kept = dict(saying)
    if (
        kept.get("composite")
        and kept["composite"] == before.get("composite")
        and kept.get("country") is None
        and "place" not in kept
        and before.get("country")
    ):
        kept["country"] = before["country"]
        kept.pop("area", None)
    return kept


def _reconcile(folded: Values, saying: Mapping[str, Any]) -> None:
    date = folded.get("date")
    year = folded.get("year")
    if not date or year is None:
        return
    if _years(date)[0] <= year <= _years(date)[1]:
        return
    if saying.get("date"):
        del folded["year"]
    elif saying.get("year") is not None:
        del folded["date"]


def _years(date: Mapping[str, Any]) -> tuple[int, int]:
    """Return the first and last year of a stored date; open ends reach far."""
    earliest, latest = date.get("earliest"), date.get("latest")
    return (
        int(earliest[:4]) if earliest else -9999,
        int(latest[:4]) if latest else 9999,
    )


def years_of(values: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return the first and last year a record may mean; None is open."""
    date = values.get("date")
    if date and (date.get("earliest") or date.get("latest")):
        earliest, latest = date.get("earliest"), date.get("latest")
        return (
            int(earliest[:4]) if earliest else None,
            int(latest[:4]) if latest else None,
        )
    year = values.get("year")
    return year, year


def values_of_person(values: Mapping[str, Any], place: int) -> Values:
    """Return what a record says of the person at a place in it, from 0.

    Raises:
        IndexError: it names nobody there.
    """
    people = values.get("people")
    if people is None:
        if place != 0:
            raise IndexError(place)
        return dict(values)
    own = {key: value for key, value in values.items() if key != "people"}
    own.update(people[place])
    return own
