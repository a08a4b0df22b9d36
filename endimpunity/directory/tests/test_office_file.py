"""A file of offices is read whole, or every problem of it is told."""

from datetime import date

import pytest
from django.core.validators import validate_email
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.directory.rules.addresses import comparison_key, wrong_with
from endimpunity.directory.rules.office_file import (
    COLUMNS,
    OfficeRow,
    read_offices,
)
from endimpunity.directory.rules.office_rows import gather
from endimpunity.directory.rules.reading import UnreadableFileError
from endimpunity.directory.tests.factories import (
    NO_CONTACT,
    an_office_file,
    an_office_row,
)
from endimpunity.directory.vocabulary import Channel, Fault

TODAY = date(2024, 11, 2)


def read(content: bytes) -> tuple[OfficeRow, ...]:
    return read_offices(content, today=TODAY, divisions={"ML-1"}, states={"ML", "FR"})


def problems(*rows: dict[str, str]) -> list[tuple[int, Fault, str]]:
    with pytest.raises(UnreadableFileError) as refused:
        read(an_office_file(*rows))
    return [(one.line, one.fault, one.value) for one in refused.value.problems]


def test_a_row_is_read_as_it_is():
    (row,) = read(an_office_file(an_office_row(holder="Ada Exemple")))
    assert (row.line, row.place, row.holder) == (
        2,
        "ex-justice/minister",
        "Ada Exemple",
    )
    assert row.verified_on == date(2024, 10, 1)
    assert row.source.stated_on == date(2024, 9, 30)


def test_columns_may_stand_in_any_order():
    row = an_office_row()
    names = list(reversed(COLUMNS))
    lines = [",".join(names), ",".join(row[name] for name in names)]
    assert read("\n".join(lines).encode()) == read(an_office_file(row))


@pytest.mark.parametrize(
    ("cells", "fault", "value"),
    [
        ({"office": "Ex Justice"}, Fault.OFFICE_CODE, "Ex Justice"),
        ({"post": ""}, Fault.OFFICE_CODE, ""),
        ({"jurisdiction": "QQ"}, Fault.JURISDICTION, "QQ"),
        ({"jurisdiction": "ML-99"}, Fault.JURISDICTION, "ML-99"),
        ({"kind": "Ministry"}, Fault.CHOICE, "Ministry"),
        ({"channel": "FAX"}, Fault.CHOICE, "FAX"),
        ({"language": "de"}, Fault.LANGUAGE, "de"),
        ({"name": "x" * 301}, Fault.LONG_CELL, "x" * 40),
        ({"address": "nobody"}, Fault.EMAIL, "nobody"),
        ({"address": "a@b@example.org"}, Fault.EMAIL, "a@b@example.org"),
        ({"channel": "WEB_FORM", "address": "data:x"}, Fault.WEB, "data:x"),
        (
            {"channel": "TELEPHONE", "address": "2023 0000"},
            Fault.TELEPHONE,
            "2023 0000",
        ),
        ({"source_url": "ftp://example.org"}, Fault.WEB, "ftp://example.org"),
        ({"verified_on": "2024-11-03"}, Fault.FUTURE, "2024-11-03"),
        ({"stated_on": "2030-01-01"}, Fault.FUTURE, "2030-01-01"),
        ({"verified_on": "3 May 2024"}, Fault.DAY, "3 May 2024"),
        ({"verified_on": "2024-02-30"}, Fault.DAY, "2024-02-30"),
        ({"verified_on": "20240203"}, Fault.DAY, "20240203"),
        ({"source": ""}, Fault.NO_SOURCE, "ex-justice/minister"),
        (
            {"holder": "Ada", "stated_on": ""},
            Fault.HOLDER_SOURCE,
            "ex-justice/minister",
        ),
        ({"holder_from": "2024-01-01"}, Fault.NO_HOLDER, "ex-justice/minister"),
        (
            {"holder": "A", "holder_from": "2024-02-02", "holder_to": "2024-02-01"},
            Fault.HOLDER_DAYS,
            "ex-justice/minister",
        ),
        ({"purpose": ""}, Fault.HALF_CONTACT, "ex-justice/minister"),
        (NO_CONTACT | {"steps": "Go on"}, Fault.HALF_CONTACT, "ex-justice/minister"),
    ],
)
def test_a_wrong_cell_is_told_by_its_line(cells, fault, value):
    assert (3, fault, value) in problems(
        an_office_row(address="other@example.org"), an_office_row(**cells)
    )


def test_a_holder_without_source_is_told_for_both():
    found = problems(an_office_row(holder="Ada", source=""))
    assert {fault for _, fault, _ in found} == {Fault.HOLDER_SOURCE, Fault.NO_SOURCE}


def test_every_problem_is_told_not_the_first_alone():
    found = problems(
        an_office_row(jurisdiction="QQ", address="x"), an_office_row(kind="")
    )
    assert [line for line, _, _ in found] == [2, 2, 3]


def test_an_address_twice_is_told_however_it_is_typed():
    assert problems(an_office_row(), an_office_row(address="Minister@Example.org")) == [
        (3, Fault.TWICE, "Minister@Example.org"),
    ]


def test_an_address_may_stand_under_two_posts():
    rows = read(an_office_file(an_office_row(), an_office_row(post="deputy")))
    assert len(rows) == 2


def test_an_address_is_not_official_and_public_at_once():
    official = an_office_row(purpose="OFFICIAL", post="protocol")
    assert problems(official, an_office_row()) == [
        (3, Fault.TWO_PURPOSES, "minister@example.org"),
    ]


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        ({"jurisdiction": "FR"}, "ex-justice"),
        ({"post_kind": "HEAD"}, "ex-justice/minister"),
        ({"name": "Autre nom"}, "ex-justice/fr"),
        ({"holder": "Eve"}, "ex-justice/minister/2024-09-30"),
    ],
)
def test_rows_that_contradict_each_other_are_told(cells, value):
    first = an_office_row(holder="Ada")
    other = an_office_row(address="other@example.org", holder="Ada")
    assert problems(first, other | cells) == [(3, Fault.DISAGREES, value)]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", Fault.EMPTY),
        (an_office_file(), Fault.EMPTY),
        (b"\xff\xfe", Fault.ENCODING),
        (b"office,jurisdiction\nx,y\n", Fault.OFFICE_HEADER),
        (an_office_file(an_office_row()) + b"a,b\r\n", Fault.SHORT),
    ],
)
def test_what_is_no_file_of_offices_is_told(content, fault):
    with pytest.raises(UnreadableFileError) as refused:
        read(content)
    assert [one.fault for one in refused.value.problems] == [fault]


@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(content):
    with pytest.raises(UnreadableFileError):
        read(an_office_file()[:20] + content)


@given(
    cells=st.dictionaries(
        st.sampled_from(COLUMNS),
        st.text(st.characters(codec="utf-8", exclude_characters="\0\r\n"), max_size=30),
        max_size=6,
    ),
)
def test_any_cells_are_read_or_refused_in_words(cells):
    try:
        rows = read(an_office_file(an_office_row(**cells)))
    except UnreadableFileError:
        return
    assert len(gather(rows, {"ML-1"})) == 1


@pytest.mark.parametrize(
    ("channel", "address"),
    [
        ("EMAIL", "a.b+c@example.org"),
        ("WEB_FORM", "https://example.org/form?x=1"),
        ("TELEPHONE", "+1 202-370-4614"),
        ("POST", "1 rue de l'Exemple, Bamako"),
    ],
)
def test_a_right_address_is_let_in(channel, address):
    assert wrong_with(channel, address) is None


@pytest.mark.parametrize(
    "address",
    [
        ".a@example.org",
        "a.@example.org",
        "a..b@example.org",
        "a@example",
        "a@-example.org",
        "a@example-.org",
        "a b@example.org",
        "a@example.org\n",
        "<a@example.org>",
        "ä@example.org",
        f"{'a' * 65}@example.org",
        f"a@{'b' * 250}.org",
    ],
)
def test_a_mailbox_that_cannot_be_is_not_let_in(address):
    assert wrong_with("EMAIL", address) is Fault.EMAIL


@given(address=st.emails(domains=st.just("example.org")))
def test_what_is_let_in_is_what_django_lets_in_too(address):
    if wrong_with("EMAIL", address) is None:
        validate_email(address)


@given(address=st.text(max_size=40), channel=st.sampled_from(Channel.values))
def test_comparing_twice_is_comparing_once(address, channel):
    once = comparison_key(channel, address)
    assert comparison_key(channel, once) == once


def test_rows_are_gathered_to_offices_and_posts():
    rows = read(
        an_office_file(
            an_office_row(holder="Ada"),
            an_office_row(holder="Ada", channel="POST", address="Bamako"),
            an_office_row(post="desk", post_kind="DESK", **NO_CONTACT, holder="VACANT"),
            an_office_row(office="un-x", jurisdiction="UN", name="X"),
            an_office_row(office="kayes-x", jurisdiction="ML-1", name="K"),
        )
    )
    offices = {office.slug: office for office in gather(rows, {"ML-1"})}
    assert offices["un-x"].jurisdiction.body == "UN"
    assert offices["kayes-x"].jurisdiction.division == "ML-1"
    desk, minister = offices["ex-justice"].posts
    assert [one.name for one in desk.holders] == [""]
    assert [one.name for one in minister.holders] == ["Ada"]
    assert [one.channel for one in minister.contacts] == ["EMAIL", "POST"]
