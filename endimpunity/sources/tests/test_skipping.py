import pytest

from endimpunity.sources.rules.skipping import (
    NOTE,
    REPEATED_HEADER,
    SECTION_TITLE,
    TOTAL_ROW,
    SkipTest,
    is_alone_and_no_person,
    skip_reason,
)

HEADERS = ("Name", "Date", "Country", "Outlet", "Age")


def reason(*cells, name_columns=(0,), headers=HEADERS):
    padded = (*cells, *[""] * (len(headers) - len(cells)))
    found = skip_reason(padded, headers, name_columns)
    assert SkipTest(headers, name_columns).reason(padded) == found
    return found


@pytest.mark.parametrize(
    "cells",
    [
        ("Total", "", "", "", "1782"),
        ("Total: 45",),
        ("TOTAL", "12", "13", "14", "15"),
        ("Grand total", "", "120"),
        ("Sub-total", "", "120"),
        ("Total killed in 2012", "74"),
        ("Iraq total:", "12"),
        ("", "", "Total", "", "50"),
        ("المجموع", "", "", "", "262"),
        ("Итого", "12"),
        ("合计", "12"),
    ],
)
def test_a_total_is_no_entry(cells):
    assert reason(*cells) == TOTAL_ROW


def test_a_repeated_header_is_no_entry():
    assert reason(*HEADERS) == REPEATED_HEADER
    assert reason("name", " DATE ", "Country", "outlet", "") == REPEATED_HEADER


def test_a_repeated_header_of_two_columns_alike_is_no_entry():
    assert reason("x", "x", headers=("x", "x#2")) == REPEATED_HEADER


@pytest.mark.parametrize(
    "text",
    [
        "Iraq",
        "2012",
        "January 2015",
        "2009–2012",  # noqa: RUF001 -- as spreadsheets write periods
        "Motive confirmed",
        "Media workers",
        "Journalists killed since 1992",
        "List of journalists killed",
        "Section II",
        "Western provinces:",
    ],
)
def test_a_title_alone_in_its_row_is_no_entry(text):
    assert reason(text) == SECTION_TITLE


@pytest.mark.parametrize(
    "text",
    ["Source: a monitor", "* provisional", "Note: as of May", "https://example.org/x"],
)
def test_a_note_alone_in_its_row_is_no_entry(text):
    assert reason(text) == NOTE


def test_a_text_alone_in_the_first_column_heads_a_section_where_names_stand_elsewhere():
    headers = ("Province", "Name", "Date")
    found = reason("The north", headers=headers, name_columns=(1,))
    assert found == SECTION_TITLE


@pytest.mark.parametrize(
    "cells",
    [
        ("Maher",),
        ("Ana Vale",),
        ("Asia Bano",),
        ("June Abel",),
        ("May",),
        ("Part Sovann",),
        ("Sum Sokha", "2012"),
        ("Sum Sokha", "", "Cambodia", "", "34"),
        ("Total Eclipse News", "2012-05-01", "Mexico"),
        ("Unidentified",),
        ("Journalist (name withheld)",),
        ("Jordan", "2012-05-01"),
        ("", "2012-05-01", "Iraq", "Radio", ""),
        ("Noteworthy Jones",),
        ("Source Adebayo",),
    ],
)
def test_a_row_that_may_name_a_person_is_never_skipped(cells):
    assert reason(*cells) is None


def test_a_list_of_names_alone_has_no_titles():
    assert reason("Jordan", headers=("Name",)) is None


def test_a_person_whose_outlet_says_total_is_an_entry():
    assert reason("Ana Vale", "2012", "Mexico", "Total FM", "34") is None


@pytest.mark.parametrize(
    ("cells", "alone"),
    [
        (["Iraq"], True),
        (["Total", "12"], True),
        (["Ana Vale"], False),
        (["Ana Vale", "2012"], False),
        ([""], False),
    ],
)
def test_a_short_row_is_a_title_or_it_is_cut_off(cells, alone):
    assert is_alone_and_no_person(cells) is alone
