"""The published lists, read as they are; skipped where they are absent."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from endimpunity.sources.rules.layouts import detect_layout, known_headers
from endimpunity.sources.rules.normalising import Normaliser
from endimpunity.sources.rules.tables import FileOptions, open_table

LISTS = {
    "cpj/cpj-2016-10.csv": ("cpj-2016", date(2016, 10, 31), 1782),
    "cpj/cpj-2020-07.csv": ("cpj-43-columns", date(2020, 7, 1), 2033),
    "cpj/cpj-2020-11.csv": ("cpj-43-columns", date(2020, 11, 10), 2050),
    "cpj/cpj-2024-03.csv": ("cpj-43-columns", date(2024, 3, 12), 2249),
    "cpj/cpj-2025-05.csv": ("cpj-dated-2025-05", date(2025, 5, 26), 2450),
    "cpj/cpj-2025-06-dates-urls.csv": ("cpj-dated-2025-06", date(2025, 6, 6), 1687),
    "gaza/wikipedia-2025-08.csv": ("wikipedia-table", date(2025, 8, 31), 234),
    "gaza/t4p-press-killed-2026-08.json": (
        "arabic-english-names",
        date(2026, 8, 22),
        262,
    ),
    "uspft/incidents-2020-07.csv": ("uspft-incidents", date(2020, 7, 1), 516),
}


@pytest.fixture
def rows_of(shared_data):
    def read(path):
        with (shared_data / path).open("rb") as source:
            table = open_table(
                source,
                name=path,
                options=FileOptions(),
                longest_cell=1_000_000,
                known_headers=known_headers(),
            )
            return table, list(table.rows)

    return read


@pytest.fixture
def read(rows_of):
    def results_of(path):
        name, stated_on, _ = LISTS[path]
        table, rows = rows_of(path)
        layout = detect_layout(table.headers)
        assert layout
        assert layout.name == name
        if path.startswith("gaza/"):
            # Lists about one place, whose mapping gives the country.
            layout = replace(layout, defaults={"country": "PS"})
        reader = Normaliser(layout, table.headers, stated_on=stated_on)
        return [reader.row(row.cells) for row in rows]

    return results_of


@pytest.mark.parametrize("path", LISTS)
def test_every_row_of_a_published_list_comes_in(path, rows_of, read):
    _, rows = rows_of(path)
    assert [row.problem for row in rows] == [None] * LISTS[path][2]
    results = read(path)
    assert [(each.skip, each.quarantine) for each in results] == [(None, None)] * len(
        rows
    )
    assert Counter(unread for each in results for unread in each.unknown) == {}


def test_one_row_of_2016_has_no_country(read):
    results = read("cpj/cpj-2016-10.csv")
    assert sum(each.country_unknown for each in results) == 1


def test_media_workers_of_2016_are_known_by_the_column_of_the_motive(read):
    values = [each.values for each in read("cpj/cpj-2016-10.csv")]
    met = Counter((each["role"], each["motive"]) for each in values)
    assert met == {
        ("JOURNALIST", "CONFIRMED"): 1216,
        ("JOURNALIST", "UNCONFIRMED"): 470,
        ("MEDIA_WORKER", None): 96,
    }


def test_letters_read_as_mac_roman_are_put_right(read):
    results = read("cpj/cpj-2025-05.csv")
    names = [each.values["name"] for each in results]
    assert sum("Girón" in name for name in names) == 1
    assert not any(set(name) & set("√∂¬≈ƒ") for name in names)
    assert sum(each.repaired > 0 for each in results) == 424


def test_sound_lists_are_not_repaired(read):
    for path in LISTS:
        if path != "cpj/cpj-2025-05.csv":
            assert sum(each.repaired for each in read(path)) == 0


def test_two_lists_of_one_summer_agree_but_for_the_addresses(read):
    earlier: dict[str, list[dict[str, object]]] = {}
    for each in read("cpj/cpj-2025-05.csv"):
        earlier.setdefault(each.values["name"], []).append(comparable(each.values))
    for each in read("cpj/cpj-2025-06-dates-urls.csv"):
        assert each.values["url"].startswith("https://")
        assert comparable(each.values) in earlier[each.values["name"]]


def comparable(values):
    kept = {key: value for key, value in values.items() if key not in {"url", "date"}}
    return kept | {
        "first": values["date"]["earliest"],
        "last": values["date"]["latest"],
    }


def test_incidents_name_nobody_one_or_several_people(read):
    values = [each.values for each in read("uspft/incidents-2020-07.csv")]
    named = Counter(min(len(each.get("people", "1")), 2) for each in values)
    # One person with three outlets, joined by commas, is one person.
    assert named == {0: 127, 1: 342, 2: 47}


def test_reference_marks_are_gone(read):
    for each in read("gaza/wikipedia-2025-08.csv"):
        assert "[" not in each.values["name"]
        assert each.values["country"] == "PS"


def test_arabic_names_stand_beside_the_english(read):
    values = [each.values for each in read("gaza/t4p-press-killed-2026-08.json")]
    assert not any(each["name_native"].isascii() for each in values)
    assert sum(each["name"].isascii() for each in values) > 0.95 * len(values)


def test_the_damaged_list_gives_its_sound_rows_and_problems_for_the_rest(rows_of):
    table, rows = rows_of("cpj/cpj-2016-10-broken-encoding.csv")
    assert table.damaged
    damaged = sum(row.problem is not None for row in rows)
    assert 297 <= damaged <= 310
    assert 0.05 < damaged / len(rows) < 0.2
