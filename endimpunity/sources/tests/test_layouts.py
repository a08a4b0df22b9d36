import pytest

from endimpunity.sources.rules.layouts import (
    built_in_layouts,
    detect_layout,
    fields_without_column,
    known_headers,
    sentence_on_no_layout,
)

NAMES = (
    "arabic-english-names",
    "cpj-2016",
    "cpj-43-columns",
    "cpj-dated-2025-05",
    "cpj-dated-2025-06",
    "unesco-fej001",
    "uspft-incidents",
    "wikipedia-table",
)


def headers_of(name):
    layout = built_in_layouts()[name]
    return tuple(sorted(layout.signature | layout.headers))


def test_the_layouts_of_the_known_lists_are_there():
    assert tuple(sorted(built_in_layouts())) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_is_known_by_its_headers(name):
    layout = built_in_layouts()[name]
    assert detect_layout((*headers_of(name), "one more")) is layout
    assert detect_layout(tuple(reversed(headers_of(name)))) is layout


@pytest.mark.parametrize("name", NAMES)
def test_a_file_with_the_headers_of_the_signature_alone_is_read(name):
    layout = built_in_layouts()[name]
    headers = tuple(sorted(layout.signature))
    fitted = detect_layout(headers)
    assert fitted
    assert fitted.name == name
    assert fitted.missing(headers) is None
    assert "name" in fitted.columns
    assert set(fields_without_column(fitted)) == {*layout.columns} - {*fitted.columns}


def test_a_field_keeps_the_columns_that_a_file_has_in_their_order():
    layout = built_in_layouts()["unesco-fej001"]
    fitted = layout.fitted(
        ("title_en", "enquiry_status_stat", "enquiry_status_home", "country_title_en"),
    )
    assert fitted.columns["unesco_status"].headers == (
        "enquiry_status_home",
        "enquiry_status_stat",
    )
    assert set(fitted.columns) == {"name", "country", "unesco_status"}


def test_files_of_other_columns_are_read_by_other_versions_of_a_layout():
    # Else a cell met again could be taken as it was read of another column.
    layout = built_in_layouts()["unesco-fej001"]
    fitted = layout.fitted(("title_en", "date"))
    assert fitted.fingerprint != layout.fingerprint


@pytest.mark.parametrize("name", NAMES)
def test_a_layout_has_a_title_and_maps_only_what_its_headers_hold(name):
    layout = built_in_layouts()[name]
    assert layout.title
    assert layout.missing(headers_of(name)) is None
    assert layout.headers <= known_headers()


def test_every_version_is_its_own():
    versions = {layout.fingerprint for layout in built_in_layouts().values()}
    assert len(versions) == len(NAMES)


def test_headers_of_no_layout_are_answered_with_what_to_do():
    headers = ("victim", "when")
    assert detect_layout(headers) is None
    sentence = sentence_on_no_layout(headers)
    assert '"victim", "when"' in sentence
    assert "--mapping" in sentence


def test_headers_of_two_layouts_at_once_are_no_answer():
    both = {*headers_of("cpj-dated-2025-05"), *headers_of("wikipedia-table")}
    assert detect_layout(tuple(both)) is None
