import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.tables import (
    FileOptions,
    UnableToReadFile,
    open_table,
)


def opened(raw, *, longest_cell=10_000):
    raw = raw if isinstance(raw, (str, bytes)) else json.dumps(raw, ensure_ascii=False)
    raw = raw.encode() if isinstance(raw, str) else raw
    return open_table(
        io.BytesIO(raw),
        name="list.csv",
        options=FileOptions(),
        longest_cell=longest_cell,
        known_headers=frozenset(),
    )


def cells_of(raw):
    return [row.cells for row in opened(raw).rows]


PEOPLE = [{"name": "Ana", "year": 2012}, {"name": "منى", "age": 34.0}]


@pytest.mark.parametrize(
    "wrapped",
    [
        PEOPLE,
        {"total_count": 2, "results": PEOPLE, "links": ["a"]},
        {"nhits": 2, "records": [{"recordid": "x", "fields": each} for each in PEOPLE]},
        {"records": [{"record": {"id": 1, "fields": each}} for each in PEOPLE]},
        {
            "type": "FeatureCollection",
            "features": [{"type": "Feature", "properties": each} for each in PEOPLE],
        },
    ],
)
def test_the_list_is_found_wherever_it_is(wrapped):
    table = opened(wrapped)
    assert table.kind == "JSON"
    assert table.headers == ("name", "year", "age")
    assert [row.cells for row in table.rows] == [("Ana", "2012", ""), ("منى", "", "34")]


def test_an_object_a_line_is_read():
    assert cells_of('{"name": "Ana", "tags": ["a"]}\n{"name": "Rui"}\n') == [
        ("Ana", '["a"]'),
        ("Rui", ""),
    ]


def test_what_is_nested_stays_json():
    (cells,) = cells_of(
        [{"name": "Ana", "where": {"lon": 1.5}, "yes": True, "no": None}]
    )
    assert cells == ("Ana", '{"lon": 1.5}', "true", "")


def test_of_two_keys_alike_the_second_is_numbered():
    table = opened('[{"x": 1, "x": 2}]')
    assert table.headers == ("x", "x#2")
    assert [row.cells for row in table.rows] == [("1", "2")]


def test_a_byte_order_mark_and_blanks_before_the_list_do_not_matter():
    assert cells_of(b"\xef\xbb\xbf \r\n" + b'[{"name": "Ana"}]') == [("Ana",)]


@pytest.mark.parametrize(
    "raw",
    [
        '[{"name": "Ana"}, {"name": "Ru',
        '[{"name": "Ana"}, {"name": "Rui"}',
        '[{"name": "Ana"} {"name": "Rui"}]',
        '{"results": [{"name": "Ana"}]',
        '[{"name": "Ana"}] [1]',
        '[{"name": }]',
    ],
)
def test_json_that_is_cut_off_or_damaged_is_refused_whole(raw):
    with pytest.raises(UnableToReadFile):
        opened(raw)


@pytest.mark.parametrize("raw", ["[]", "{}", '[{"name": "Ana"}, 3]', "[[]]"])
def test_json_that_is_no_list_of_objects_is_refused(raw):
    with pytest.raises(UnableToReadFile):
        opened(raw)


def test_a_half_character_is_a_problem_of_its_row():
    first, last = opened('[{"name": "Ana"}, {"name": "\\ud800x"}]').rows
    assert first.problem is None
    assert last.problem
    last.cells[0].encode()


def test_an_entry_longer_than_allowed_is_refused():
    with pytest.raises(UnableToReadFile, match="longer than"):
        list(opened([{"name": "x" * 5_000}], longest_cell=1_000).rows)


def test_deep_nesting_is_refused_and_does_not_crash():
    with pytest.raises(UnableToReadFile):
        opened('[{"name": ' + "[" * 100_000 + "]" * 100_000 + "}]", longest_cell=10**6)


ENTRIES = st.lists(
    st.dictionaries(
        st.sampled_from(["name", "date", "الاسم", "a b"]),
        st.text(st.characters(codec="utf-8", min_codepoint=32), max_size=20),
        min_size=1,
    ),
    min_size=1,
    max_size=6,
)


@given(ENTRIES, st.sampled_from([None, 2]))
def test_nothing_that_a_list_says_is_lost(entries, indent):
    table = opened(json.dumps(entries, indent=indent))
    met = [dict(zip(table.headers, row.cells, strict=True)) for row in table.rows]
    said = [entry for entry in entries if "".join(entry.values()).strip()]
    assert met == [{h: entry.get(h, "") for h in table.headers} for entry in said]
