# ruff: noqa: RUF001  # many scripts are what is tested

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.encoding import (
    detect_encoding,
    is_known_encoding,
    is_plausible_word,
)

SPANISH = (
    "Nombre,País,Medio\nJosé Muñoz,México,El Día\nÁngela Peñaló,Perú,Última Hora\n"
    "Íñigo Gárate,España,La Opinión\nJoão Conceição,Brasil,Rádio Manhã\n"
)
RUSSIAN = "Имя,Город\nАнна Смирнова,Москва\nПавел Юрьев,Киев\nИгорь Щукин,Грозный\n"
ARABIC = "الاسم,البلد\nسامي الصالح,غزة\nمنى يوسف,جنين\nعلي حسن,بغداد\n"


def encoding_of(text, encoding):
    return detect_encoding(io.BytesIO(text.encode(encoding)))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SPANISH, "cp1252"),
        (SPANISH, "mac_roman"),
        (SPANISH, "utf-8"),
        (SPANISH, "utf-8-sig"),
        (SPANISH, "utf-16"),
        (SPANISH, "utf-16-le"),
        (SPANISH, "utf-16-be"),
        (SPANISH, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (ARABIC, "cp1256"),
        ("Ad\nIşık Yıldız\nÇağrı Şahin\nGülşen Doğan\nİpek Ağaoğlu\n", "cp1254"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_written_in(text, encoding):
    raw = text.encode(encoding)
    found = detect_encoding(io.BytesIO(raw))
    assert raw.decode(found.name).lstrip("\ufeff") == text
    assert not found.damaged


def test_latin_1_is_read_as_the_windows_encoding_that_contains_it():
    assert encoding_of(SPANISH, "latin-1").name == "cp1252"


def test_a_guess_is_noted_and_utf_8_needs_no_note():
    assert "cp1252" in encoding_of(SPANISH, "cp1252").note
    assert encoding_of(SPANISH, "utf-8").note == ""


def test_damage_that_no_encoding_explains_is_left_to_the_rows():
    damaged = "Hacero\u00b4__u,T\u008d__rk,Jo\u00b4_ao,Mar\u00bd__a".encode("latin-1")
    found = detect_encoding(io.BytesIO(b"Name\n" + damaged))
    assert found.name == "utf-8"
    assert found.damaged
    assert "encoding =" in found.note


def test_two_encodings_that_fit_equally_are_no_answer():
    # č and è: Serbian in cp1250 is as plausible as French in cp1252.
    found = encoding_of("Ime\nČeda Kovačič\nVučić\nMiličević\nPočuča\n", "cp1250")
    assert found.damaged


def test_a_utf_8_file_with_a_few_foreign_lines_stays_utf_8():
    mixed = SPANISH.encode() * 50 + "Zo\u00eb,M\u00e9xico\n".encode("latin-1")
    found = detect_encoding(io.BytesIO(mixed))
    assert found.name == "utf-8"
    assert found.damaged


def test_the_source_is_left_at_its_beginning():
    source = io.BytesIO(SPANISH.encode("cp1252"))
    detect_encoding(source)
    assert source.tell() == 0


@pytest.mark.parametrize(
    ("word", "plausible"),
    [
        ("Girón", True),
        ("Gir√≥n", False),
        ("GirÛn", False),
        ("Hacero_lu", False),
        ("_Alvarez", False),
        ("O\u2019Brien", True),
        ("Šćepanović", True),
        ("Анна", True),
        ("Аnna", False),
        ("محمد", True),
        ("Jos\ufffd", False),
        ("Jos\x8e", False),
        ("«Día»", True),
    ],
)
def test_a_word_is_plausible_if_a_person_could_have_written_it(word, plausible):
    assert is_plausible_word(word) is plausible


@pytest.mark.parametrize("name", ["utf-8", "cp1252", "mac_roman", "gb18030", "UTF-16"])
def test_encodings_of_lists_are_known(name):
    assert is_known_encoding(name)


@pytest.mark.parametrize("name", ["utf-9", "rot13", "hex", "idna", "", "undefined"])
def test_what_no_list_is_written_in_is_no_encoding(name):
    assert not is_known_encoding(name)


@given(st.binary(max_size=3000))
def test_any_bytes_have_an_encoding_to_read_them_with(raw):
    found = detect_encoding(io.BytesIO(raw))
    assert is_known_encoding(found.name)
