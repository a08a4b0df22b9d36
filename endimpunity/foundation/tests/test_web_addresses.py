import pytest

from endimpunity.foundation.web_addresses import web_address


@pytest.mark.parametrize(
    "value",
    [
        "https://a.example/",
        "http://a.example:8080/one?two=three#four",
        "https://a.example/@someone",
        "https://a.example/?to=b@c.example",
    ],
)
def test_an_address_on_the_web_stays_as_it_was_met(value):
    assert web_address(value) == value


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)",
        "ftp://a.example/",
        "//a.example/",
        "https://",
        "https://:80/",
        "https://[",
        "not an address",
        "",
        None,
        7,
    ],
)
def test_what_is_no_address_on_the_web_is_none(value):
    assert web_address(value) == ""


@pytest.mark.parametrize(
    "value",
    [
        "https://a@b/",
        "https://user:pw@host",
        "https://@host/",
        "http://known.example@other.example/",
        "https://known.example\\@other.example/",
    ],
)
def test_an_address_that_names_a_user_is_none(value):
    assert web_address(value) == ""
