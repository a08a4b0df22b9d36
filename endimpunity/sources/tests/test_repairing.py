# ruff: noqa: RUF001  # many scripts are what is tested

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.normalising.repairing import repair

NAMES = (
    "Girón",
    "José Ángel Muñoz",
    "El D\u00eda de Michoacán",
    "João Conceição",
    "Işık Ağaoğlu",
    "Łukasz Świętoń",
    "“Crónicas”",
    "l\u2019Écho d\u2019Haïti",
    "Анна Смирнова",
    "سامي الصالح",
    "记者之家",
)


def damaged_by_each_encoding():
    for name in NAMES:
        for wrong in ("mac_roman", "cp1252", "latin-1"):
            # cp1252 leaves five bytes out; they have a test of their own.
            with contextlib.suppress(UnicodeDecodeError):
                yield name.encode().decode(wrong), name


@pytest.mark.parametrize(("damaged", "name"), sorted(set(damaged_by_each_encoding())))
def test_text_read_in_the_wrong_encoding_is_put_right(damaged, name):
    assert repair(damaged) == name


def test_bytes_that_windows_leaves_out_are_put_right_too():
    # Á is C3 81, and cp1252 has no character for 81.
    assert repair("\u00c3\x81ngel") == "Ángel"


@pytest.mark.parametrize("name", NAMES)
def test_sound_text_is_left_alone(name):
    assert repair(name) is None


@pytest.mark.parametrize(
    "text",
    [
        "l\u2019état",
        "d\u2019être",
        "—à Paris",
        "“École”",
        "Café “Ômega”",
        "São Paulo — ação",
        "Zoë",
        "Ñandú",
        "Gir√n",
        "Gir√≥n and Girón",
        "日本",
    ],
)
def test_text_that_only_looks_damaged_is_left_alone(text):
    assert repair(text) is None


@given(st.text(max_size=60))
def test_a_repair_is_always_exact(text):
    repaired = repair(text)
    if repaired is not None:
        bytes_ = repaired.encode()
        ways = [bytes_.decode(e, "replace") for e in ("mac_roman", "latin-1")]
        # cp1252 as browsers read it: what it leaves out stays as it is.
        ways.append(
            "".join(
                bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in bytes_
            ),
        )
        assert text in ways


LATIN = st.characters(min_codepoint=0xC0, max_codepoint=0x17F, categories=("Lu", "Ll"))


@given(st.text(st.one_of(LATIN, st.sampled_from("abcdefgh ")), max_size=20))
def test_a_repair_gives_back_what_was_there_or_nothing(text):
    damaged = text.encode().decode("mac_roman")
    assert repair(damaged) in {text, None}
