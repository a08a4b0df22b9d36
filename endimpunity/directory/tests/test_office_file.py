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


WEB_HOSTS = ["example.org", "EXAMPLE.org", "Example.Org."]
BOOKS = ["bücher.example.org", "BÜCHER.example.org", "XN--BCHER-KVA.Example.ORG"]


@st.composite
def spellings_of_a_form(draw):
    hosts = draw(st.sampled_from([WEB_HOSTS, BOOKS]))
    host = draw(st.sampled_from(hosts))
    scheme, port = draw(
        st.sampled_from(
            [("https", ""), ("HTTPS", ":443"), ("http", ":80"), ("Http", "")]
        )
    )
    end = draw(st.sampled_from(["", "/", "#", "/#top", "/?", "#a/b"]))
    return hosts[0], f"{scheme}://{host}{port}/Form{end}"


@given(one=spellings_of_a_form(), other=spellings_of_a_form())
def test_spellings_of_one_form_are_one_address(one, other):
    keys = {comparison_key("WEB_FORM", address) for _, address in (one, other)}
    assert len(keys) == len({place for place, _ in (one, other)})
    assert {comparison_key("WEB_FORM", key) for key in keys} == keys


def test_a_site_without_a_path_is_one_address():
    keys = {
        comparison_key("WEB_FORM", address)
        for address in (
            "https://example.org",
            "https://example.org/",
            "http://EXAMPLE.org#a",
        )
    }
    assert len(keys) == 1


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/form",
        "https://example.org/Form/2",
        "https://example.org/Form?to=2",
        "https://example.org:8443/Form",
        "https://www.example.org/Form",
        "https://example.com/Form",
    ],
)
def test_another_form_is_another_address(other):
    assert comparison_key("WEB_FORM", other) != comparison_key(
        "WEB_FORM", "https://example.org/Form"
    )


@given(
    name=st.sampled_from(["desk", "Desk", "DESK"]),
    host=st.sampled_from(BOOKS),
    space=st.sampled_from(["", " "]),
)
def test_spellings_of_one_mailbox_are_one_address(name, host, space):
    key = comparison_key("EMAIL", f"{space}{name}@{host}{space}")
    assert key == "desk@xn--bcher-kva.example.org"


@given(
    signs=st.lists(st.sampled_from(["", " ", "-", ".", "/", "(", ")"]), min_size=10),
    zero=st.sampled_from(["", "(0)", " (0) "]),
)
def test_spellings_of_one_number_are_one_address(signs, zero):
    digits = zip("2079460000", signs, strict=False)
    written = "".join(f"{digit}{sign}" for digit, sign in digits)
    assert comparison_key("TELEPHONE", f"+44{zero}{written}") == "442079460000"
    eastern = "+٤٤٢٠٧٩٤٦٠٠٠٠"
    assert comparison_key("TELEPHONE", eastern) == "442079460000"


def test_a_public_spelling_of_an_official_address_is_refused():
    web = {"channel": "WEB_FORM"}
    form = an_office_row(address="https://example.org/Form", **web, purpose="OFFICIAL")
    same = an_office_row(address="https://EXAMPLE.org/Form/", **web, post="desk")
    with pytest.raises(UnreadableFileError) as refusal:
        read(an_office_file(form, same))
    assert Fault.TWO_PURPOSES in {one.fault for one in refusal.value.problems}


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
