"""The words of a name and of a query, in whatever script each was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.foundation import finding

NAMES = st.text(
    st.characters(categories=("L", "M", "N", "P", "Zs", "Cf")),
    max_size=60,
)


def finds(query, *texts):
    """Do as the engines do: each word of the query begins a word of the text."""
    words = finding.search_words(*texts).split()
    wanted = finding.wanted(query)
    return bool(wanted) and all(
        any(
            all(any(word.startswith(term) for word in words) for term in terms)
            for terms in spellings
        )
        for spellings in wanted
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Gongadze", "Георгий Гонгадзе"),
        ("Гонгадзе", "Georgiy Gongadze"),
        ("politkovskaya", "Анна Политковская"),
        ("Политковская", "Anna Politkovskaya"),
        ("koltsov", "Игорь Кольцов"),
        ("curuvija", "Slavko Ćuruvija"),
        ("Ћурувија", "Slavko Ćuruvija"),
        ("curuvija", "Славко Ћурувија"),
        ("khashoggi", "Хашогги"),
        ("记者", "新闻记者协会"),
        ("صحفيون", "الصحفيون"),
        ("liu xiaobo", "刘晓波"),
        ("liuxiaobo", "刘晓波"),
        ("liu xiao bo", "刘晓波"),
        ("刘晓波", "Liu Xiaobo"),
        ("القرش", "Qarsh"),
        ("al-qarsh", "القرش"),
        ("alqarsh", "القرش"),
        ("oconnor", "Ann O\u2019Connor"),
        ("O'Connor", "Ann OConnor"),
        ("Mohammed", "محمد"),
        ("Gon\u202egadze\u200f", "Гонгадзе"),
        ("й", unicodedata.normalize("NFD", "Йорданка")),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_a_name_is_found_in_another_script(query, name):
    assert finds(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [("हन", "हिन्दी"), ("dze", "Гонгадзе"), ("Kashoggi", "Khashoggi")],
)
def test_another_word_is_not_found(query, name):
    assert not finds(query, name)


@pytest.mark.parametrize("query", ["", "…", "★ — ★", "% _ * \" ' \\", "\ud800", "\0"])
def test_what_holds_no_word_asks_for_nothing(query):
    assert finding.wanted(query) == ()
    assert finding.sounding(query) == ()


@given(NAMES)
def test_a_name_always_finds_itself(name):
    assert finds(name, name) or not finding.wanted(name)


@given(NAMES, NAMES)
def test_words_and_terms_hold_no_sign_of_an_engine(one, other):
    words = finding.search_words(one, other)
    assert not set(words) & set("\"'\\:*&|!()<>{}^-+\0")
    assert "  " not in words
    terms = [t for group in finding.wanted(one) for some in group for t in some]
    assert all(terms)
    assert not any(set(term) & set("\"'\\:*&|!()<>{}^-+ \0") for term in terms)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Kashoggi", "Jamal Khashoggi"),
        ("Hashoggi", "Jamal Khashoggi"),
        ("Polikovskaya", "Anna Politkovskaya"),
        ("Politkovskaïa", "Анна Политковская"),
        ("Muhammad", "محمد"),
        ("Gongatze", "Гонгадзе"),
        ("Caruna Galicia", "Daphne Caruana Galizia"),
    ],
)
def test_a_slip_sounds_like_the_name(query, name):
    keys = set(finding.sounds(name).split())
    assert all(keys & set(some) for some in finding.sounding(query))
    assert finding.alike(query, name)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Kashoggi", "Anna Kozhan"),
        ("Ann", "Ian"),
        ("Ana7", "Ana8"),
        ("Politkovskaya", "Polk"),
    ],
)
def test_another_name_is_not_alike(query, name):
    assert not finding.alike(query, name)
