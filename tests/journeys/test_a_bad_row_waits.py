"""A monitor finds rows that cannot be in quarantine, and corrects them."""

import pytest

from tests.journeys.bad_files import (
    COLUMNS,
    HEADERS,
    WHOSE,
    entries,
    in_quarantine,
    text_of,
)
from tests.journeys.terminal import endimpunity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        (
            "country=Mali",
            "country=Freedonia",
            '"Freedonia" is no country that is known',
        ),
        ("date=12 May 2015", "date=3 May 2025", "after the day of the list"),
    ],
)
def test_a_row_that_cannot_be_waits_in_quarantine_until_it_is_corrected(
    write, mapping, right, wrong, why
):
    rows = entries()
    header, _, text = wrong.partition("=")
    rows[11][HEADERS.index(header)] = text
    said = endimpunity("import", write(text_of(rows)), *WHOSE, "--mapping", mapping)
    assert said.status == 0
    assert "Row 12: " in said.sentence
    assert why in said.sentence
    in_quarantine(said, [12])
    corrected = endimpunity(
        *("quarantine", *WHOSE, "--row", 12, "--correct", right),
        *("--reason", "a misprint"),
    )
    retry = corrected.advised(r"endimpunity quarantine \S+ \S+ \S+ \S+ --retry")
    assert endimpunity(*retry[1:], "--json").facts == {"imported": [12], "left": {}}
    in_quarantine(said, [])


def test_an_unknown_country_comes_in_once_the_mapping_knows_it(write, mapping, before):
    rows = entries()
    rows[11][2] = "Freedonia"
    said = endimpunity("import", write(text_of(rows)), *WHOSE, "--mapping", mapping)
    assert "under [values.country] of a mapping" in said.sentence
    knowing = write(COLUMNS + '[values.country]\n"Freedonia" = "ML"', "knowing.toml")
    retried = endimpunity(
        "quarantine", *WHOSE, "--retry", "--mapping", knowing, "--json"
    )
    assert retried.facts == {"imported": [12], "left": {}}


def test_a_list_of_which_every_row_lies_in_the_future_is_refused(write, refused):
    rows = [[name, "3 May 2025", *rest] for name, _, *rest in entries()]
    said = refused(write(text_of(rows)))
    assert "40 of 40 rows cannot be read" in said.sentence
    assert "after the day of the list" in said.sentence
