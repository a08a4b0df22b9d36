"""Searching finds words across scripts, on both engines alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation.text import fold, search_terms, search_text

texts = st.text(max_size=80) | st.text(
    alphabet="abcé ñ-ßŁ 记者张三 صحفيون الوكأةى ـَ Йё 기자 12٣", max_size=40
)


@pytest.mark.parametrize(
    ("met", "folded"),
    [
        ("Girón", "giron"),
        ("GIRO\u0301N", "giron"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
        ("Ｎｅｗｓ", "news"),  # noqa: RUF001  # full-width letters
        ("أحمد إبراهيم آل", "احمد ابراهيم ال"),
        ("مُحَمَّد", "محمد"),
        ("صحـــفي", "صحفي"),
        ("غزة", "غزه"),
        ("مصطفى", "مصطفي"),
        ("کاظمی", "كاظمي"),
        ("٢٠١٨", "2018"),  # Arabic figures
        ("Ёлка", "елка"),  # Cyrillic
        ("기자", "기자"),
    ],
)
def test_letters_are_folded_to_their_base(met, folded):
    assert fold(met) == folded


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("giron", "Gastón Girón, Radio Sur"),
        ("GIRÓN", "Gaston Giron"),
        ("记者", "两名记者被杀害"),
        ("被杀害", "两名记者被杀害"),
        ("صحفيون", "قُتل الصحفيون"),
        ("الصحفيون", "صحفيون"),
        ("صحفيين", "بالصحفيين وللصحفيين"),
        ("الصحفيين", "والصحفيين"),
        ("احمد", "أحمد"),
        ("غزه", "غزة"),
        ("기자", "기자회견"),
        ("o'brien", "Sean O'Brien"),
        ("", "anything"),
    ],
)
def test_what_is_asked_for_is_found(query, document):
    assert set(search_terms(query)) <= set(search_text(document).split())


@pytest.mark.parametrize("sign", ["两", "者", "害"])
def test_a_lone_chinese_sign_begins_a_word_of_the_text(sign):
    words = search_text("两名记者被杀害").split()
    assert any(word.startswith(search_terms(sign)[0]) for word in words)


@pytest.mark.parametrize(
    ("query", "document"),
    [("杀者", "两名记者被杀害"), ("giron", "Girona"), ("صحف", "الصحفيون")],
)
def test_what_is_not_there_is_not_found(query, document):
    assert not set(search_terms(query)) <= set(search_text(document).split())


def test_the_name_of_god_keeps_its_letters():
    assert search_terms("الله") == ("الله",)


def test_terms_are_words_only_whatever_is_typed():
    assert search_terms('a" OR "b* NEAR(x) --; 记') == (
        "a",
        "or",
        "b",
        "near",
        "x",
        "记",
    )
    assert search_terms("x x X") == ("x",)


def test_the_parts_of_a_search_text_never_run_together():
    assert search_text("Radio", "Sur") == "radio sur"
    assert search_text("记", "者") == "记 者"


@given(texts)
def test_to_fold_twice_is_to_fold_once(text):
    assert fold(fold(text)) == fold(text)


@given(texts, texts, texts)
def test_every_part_of_a_document_is_found_by_itself(before, part, after):
    found = set(search_text(before, part, after).split())
    assert set(search_terms(part)) <= found


@given(texts)
def test_a_search_text_holds_words_and_single_blanks(text):
    words = search_text(text).split(" ")
    assert words == [""] or all(word.isalnum() for word in words)
