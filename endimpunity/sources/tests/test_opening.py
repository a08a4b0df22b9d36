import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.tables import (
    FileOptions,
    UnableToReadFile,
    open_table,
)


def opened(raw, name="list.csv"):
    return open_table(
        io.BytesIO(raw),
        name=name,
        options=FileOptions(),
        longest_cell=10_000,
        known_headers=frozenset({"Name"}),
    )


@pytest.mark.parametrize("raw", [b"", b"  \r\n\t\n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(raw):
    with pytest.raises(UnableToReadFile, match=r"list\.csv is empty"):
        opened(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"<!DOCTYPE html><html><body>Sign in</body></html>",
        b"\n\n  <html lang=en>",
        b'<?xml version="1.0"?><!DOCTYPE html><html>',
        b"<table><tr><td>Name</td></tr></table>",
    ],
)
def test_a_web_page_is_refused_whatever_its_name(raw):
    with pytest.raises(UnableToReadFile, match="web page"):
        opened(raw, "list.csv")


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (gzip.compress(b"Name\nAna\n", mtime=0), "gzip"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "picture"),
        (b"PAR1....", "Parquet"),
        (b'<?xml version="1.0"?><list/>', "XML"),
        (bytes(range(32)) * 20, "binary"),
    ],
)
def test_what_is_no_list_is_refused_by_its_name(raw, what):
    with pytest.raises(UnableToReadFile, match=what):
        opened(raw)


@pytest.mark.parametrize("name", ["list.xlsx", "list.json", "list.pdf", "list"])
def test_the_content_decides_and_not_the_name(name):
    assert opened(b"Name,Date\nAna,2012\n", name).kind == "CSV"
    assert opened(b'[{"Name": "Ana"}]', name).kind == "JSON"


def everything_is_storable(raw):
    try:
        for row in opened(raw).rows:
            "".join(row.cells).encode()
            assert "\0" not in "".join(row.cells)
    except UnableToReadFile as refusal:
        assert str(refusal).endswith((".", "”"))  # noqa: PT017 -- either is right


@given(st.binary(max_size=2_000))
def test_any_bytes_give_rows_or_are_refused(raw):
    everything_is_storable(raw)


@given(
    st.sampled_from(
        [
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"[{",
            b'{"a":[{',
            b"Name,",
        ],
    ),
    st.binary(max_size=2_000),
)
def test_any_bytes_after_a_beginning_that_is_known_give_rows_or_are_refused(mark, raw):
    everything_is_storable(mark + raw)
