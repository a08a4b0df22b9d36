"""What is made of a line's own columns, words and division; again when they are old."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import connection, transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import PublicLine
from endimpunity.cases.rules import divisions
from endimpunity.cases.vocabulary import WORDS_TABLE
from endimpunity.directory import queries as directory_queries
from endimpunity.directory.events import StateNamesChanged
from endimpunity.foundation import finding, languages

# To be raised whenever `foundation.finding` makes other words of the same names.
SPELLING = 1
# To be raised whenever `rules.divisions` reads other divisions in the same places.
READING = 1
# Lines whose words are written at a time.
BATCH = 2_000


class LineWords:
    """The words, sounds and divisions of lines, by names as they are now."""

    def __init__(self) -> None:
        self._names = [
            directory_queries.state_names(one.code) for one in languages.LANGUAGES
        ]
        self._known: dict[str, str] = {}
        self._divisions: dict[str, Mapping[str, str]] = {}
        made_of = json.dumps(
            [SPELLING, self._names, READING, directory_queries.spellings_mark()],
            sort_keys=True,
        )
        #: What the words are made with, beside the line: other words, another key.
        self.key = hashlib.sha256(made_of.encode()).hexdigest()[:16]

    def of(
        self,
        *,
        name: str,
        native_name: str,
        outlets: Iterable[str],
        place: str,
        country: str,
    ) -> tuple[str, str, str, str]:
        """Return a line's words, its names' sounds, its division, and the key."""
        words = finding.search_words(name, native_name, *outlets, place).split()
        words += self._country_words(country)
        sounds = finding.sounds(name, native_name)
        return " ".join(words), sounds, self._division(place, country), self.key

    def _division(self, place: str, country: str) -> str:
        if not place or not country:
            return ""
        if country not in self._divisions:
            self._divisions[country] = _reading_table(
                country,
                [names.get(country, "") for names in self._names],
            )
        return divisions.division_of(place, self._divisions[country])

    def _country_words(self, country: str) -> list[str]:
        if country not in self._known:
            shown = [names.get(country, "") for names in self._names]
            self._known[country] = finding.search_words(*shown) if country else ""
        return self._known[country].split()


def _reading_table(country: str, called: list[str]) -> Mapping[str, str]:
    """Return what names a division of a country, which is itself called so."""
    names, parts = (
        [
            divisions.Name(code=one.code, name=one.name, kind=one.category)
            for one in found
        ]
        for found in (
            directory_queries.spellings_of(country),
            directory_queries.parts_in_divisions(country),
        )
    )
    cities = divisions.CITIES_ELSEWHERE.get(country, ())
    return divisions.reading_table(names, parts=parts, unread=(*called, *cities))


def reword(*, by: User, at: datetime) -> int:
    """Make words and divisions again of lines with old ones; return how many were.

    A new version of the program may spell names otherwise or know other divisions,
    and another list of States' names was perhaps imported. What the line itself says
    is not touched: all is made of its own published columns.
    """
    words = LineWords()
    old = PublicLine.objects.exclude(words_key=words.key).order_by("case_id")
    renewed = last = 0
    with transaction.atomic():
        while batch := list(old.filter(case_id__gt=last)[:BATCH]):
            _write([(*_words_of(line, words), line.case_id) for line in batch])
            renewed += len(batch)
            last = batch[-1].case_id
        if renewed:
            audit.record(
                deed="cases.reword",
                by=by.key,
                at=at,
                detail={"lines": renewed},
            )
    return renewed


def _words_of(line: PublicLine, words: LineWords) -> tuple[str, str, str, str]:
    return words.of(
        name=line.name,
        native_name=line.native_name,
        outlets=line.outlets,
        place=line.place,
        country=line.country,
    )


def state_names_changed(event: StateNamesChanged) -> None:
    """Let lines be found by the names that States have from now on."""
    reword(by=User.objects.get(key=event.by), at=event.at)


def _write(rows: list[tuple[str, str, str, str, int]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE cases_publicline SET words = %s, sounds = %s, division = %s,"
            " words_key = %s WHERE case_id = %s",
            rows,
        )
    index_again([case_id for *_, case_id in rows])


def index_again(case_ids: list[int]) -> None:
    """Bring the full-text table up to the lines; PostgreSQL's index does so itself."""
    if connection.vendor != "sqlite" or not case_ids:
        return
    marks = ", ".join(["%s"] * len(case_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {WORDS_TABLE} WHERE rowid IN ({marks})",  # noqa: S608  # a constant and marks
            case_ids,
        )
        cursor.execute(
            f"INSERT INTO {WORDS_TABLE} (rowid, words, sounds)"  # noqa: S608  # as above
            " SELECT case_id, words, sounds FROM cases_publicline"
            f" WHERE case_id IN ({marks})",
            case_ids,
        )
