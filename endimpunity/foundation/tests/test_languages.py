"""The six languages, and the scripts in which texts are written."""

import pytest
from django.conf import settings

from endimpunity.foundation.languages import BY_CODE, LANGUAGES, language_of, script_of


def test_the_languages_are_those_of_the_settings():
    assert [(one.code, one.name) for one in LANGUAGES] == settings.LANGUAGES


def test_only_arabic_runs_from_right_to_left():
    assert [code for code, language in BY_CODE.items() if language.rtl] == ["ar"]


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ghislaine Dupont", "Latn"),
        ("Gastón Girón", "Latn"),
        ("Phạm Đoan Trang", "Latn"),
        ("Анна", "Cyrl"),
        ("يعقوب الندري", "Arab"),
        ("记者", "Hans"),
        ("記者", "Hant"),
        ("張三", "Hant"),
        ("张三", "Hans"),
        ("山田 さくら", "Jpan"),
        ("김철수", "Kore"),
        ("יוסף", "Hebr"),
        ("Γιώργος", "Grek"),  # Greek
        ("გიორგი", "Geor"),
        ("राजेश", "Deva"),
        ("يعقوب (Y.)", "Arab"),
        ("2018 - 04", "Zyyy"),
        ("٢٠١٨", "Zyyy"),  # Arabic figures
        ("", "Zyyy"),
    ],
)
def test_a_text_says_its_script(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("text", "language"),
    [("رزق", "ar"), ("记者", "zh-hans"), ("Ada", ""), ("", "")],
)
def test_a_script_tells_the_language_only_where_it_is_one_languages(text, language):
    assert language_of(text) == language
