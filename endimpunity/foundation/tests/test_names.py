"""Names are compared across spellings and scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.names import (
    comparison_key,
    name_tokens,
    romanise,
    skeleton,
    sort_key,
)

names = st.text(max_size=60) | st.text(
    alphabet="abdeilmnoruAEBD -'\u2019éñøŁ محمدابوليةالЖанна李小明김", max_size=40
)


@pytest.mark.parametrize(
    ("name", "romanised"),
    [
        ("Ghislaine Dupont", "Ghislaine Dupont"),
        ("Gastón Girón", "Gaston Giron"),
        ("Łukasz Øyvind Straße", "Lukasz Oyvind Strasse"),
        ("Phạm Đoan Trang", "Pham Doan Trang"),
        ("Gonza\u0301lez", "Gonzalez"),
        ("Анна Иванова", "Anna Ivanova"),  # Cyrillic
        ("李小明", "Li Xiaoming"),
        ("欧阳小明", "Ouyang Xiaoming"),
        ("김철수", "Gim Cheolsu"),
        ("迈克尔·史密斯", "Maikeer-Shimisi"),
        ("محمد الندري", "Mohammed al-Nadri"),
        ("عبد الرحمن جواد", "Abd al-Rahman Jawad"),
        ("عائشة ياسين", "Aisha Yasin"),
        ("مُحَمَّد", "Mohammed"),
    ],
)
def test_a_name_is_written_in_latin_letters(name, romanised):
    assert romanise(name) == romanised


@pytest.mark.parametrize(
    "spellings",
    [
        ("Al-Nodry", "Al Nodry", "alNodry", "el-Nodry", "El Nodry", "al\u2011Nodry"),
        ("as-Sayed", "al-Sayed", "Al Sayed", "السيد"),
        ("ash-Sharif", "Al-Sharif", "el Sharif"),
        ("Osama bin Tarif", "Osama Ben Tarif", "OSAMA IBN TARIF", "Osama BinTarif"),
        ("Abu Salem", "Abou-Salem", "AbuSalem", "أبو سالم"),
        ("Abdul Rahman", "Abd al-Rahman", "Abdelrahman", "Abdel-Rahman", "عبد الرحمن"),
        ("Abdullah", "Abdallah", "Abd Allah", "عبدالله"),
        ("Juan de la Cruz", "Juan De La Cruz", "Juan Dela Cruz", "Juan DelaCruz"),
        ("Jan van der Berg", "Jan Vander Berg", "Jan Vanderberg"),
        ("Sean O'Brien", "Sean O’Brien", "Sean OBrien"),  # noqa: RUF001  # as met
        ("Sa'id", "Said", "Saʿid"),
        ("Marcos Hernández", "MARCOS HERNANDEZ", " Marcos  Hernández "),
        ("Анна Иванова", "Anna Ivanova"),  # Cyrillic
    ],
)
def test_spellings_of_one_name_share_a_comparison_key(spellings):
    assert len({comparison_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ben Smith", "Bin Smith"),
        ("Ola Tamrani", "Ala Tamrani"),
        ("Li Ming", "Ming Li"),
        ("Alba Ruiz", "Ba Ruiz"),
        ("Alma", "Ma"),
    ],
)
def test_names_that_only_resemble_keep_different_keys(one, other):
    assert comparison_key(one) != comparison_key(other)


def test_tokens_stand_in_the_order_of_the_name_with_their_particles():
    assert name_tokens("Mansur al-Wadi Abu Tkarim") == ("mansur", "alwadi", "abutkarim")
    assert name_tokens("") == ()
    assert name_tokens("Kim Il Al") == ("kim", "il", "al")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anwar Noureddine", "Anwar Nour al-Din"),
        ("Yacoup Al-Nodry", "يعقوب الندري"),
        ("Yaacoub Al-Nadry", "Yacoup alNodry"),
        ("Walid Abu Shamran", "Walid Abu Ashmran"),
        ("Mohammed", "Muhamad"),
        ("Chirine", "Shireen"),
        ("Jamal", "Gamal"),
        ("Catherine", "Katerina"),
    ],
)
def test_a_skeleton_finds_what_vowels_and_traditions_hide(one, other):
    assert skeleton(one) == skeleton(other) != ""


def test_a_skeleton_cannot_tell_all_people_apart():
    assert skeleton("Ahmed") == skeleton("Hamed")


def test_latin_names_are_sorted_without_accents_and_case():
    met = ["Élise", "elena", "Emil", "Łukasz", "Luis"]
    assert sorted(met, key=sort_key) == ["elena", "Élise", "Emil", "Luis", "Łukasz"]


def test_other_alphabets_are_sorted_in_their_own_letters():
    assert sorted(["Яна", "Борис"], key=sort_key) == ["Борис", "Яна"]  # Cyrillic
    arabic = ["اليمن", "الأردن", "تونس"]
    assert sorted(arabic, key=sort_key) == ["الأردن", "تونس", "اليمن"]
    assert sorted(["中国", "阿尔及利亚"], key=sort_key) == ["阿尔及利亚", "中国"]


@given(names)
def test_a_romanised_name_is_ascii_and_stays(name):
    assert romanise(name).isascii()
    assert romanise(romanise(name)) == romanise(name)


@given(names)
def test_a_comparison_key_is_plain_and_made_of_the_tokens(name):
    key = comparison_key(name)
    assert key.isascii()
    assert key == key.lower().strip()
    assert key == " ".join(name_tokens(name))
    assert all(token.isalnum() for token in name_tokens(name))


@given(names)
def test_case_and_blanks_at_the_ends_change_no_sort_key(name):
    assert sort_key(f"  {name} ") == sort_key(name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", min_size=1))
def test_a_skeleton_has_only_letters_of_the_key(name):
    assert skeleton(name).isalpha() or skeleton(name) == ""
