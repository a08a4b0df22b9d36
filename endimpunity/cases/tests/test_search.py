"""Finding published cases by their words, the same on both engines."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from endimpunity.accounts.models import User
from endimpunity.cases import published
from endimpunity.cases.models import Case, PublicLine
from endimpunity.cases.operations import publish, reword, show, withdraw
from endimpunity.cases.tests.factories import (
    FIRST,
    LATER,
    day,
    lens,
    own_case,
    undone,
)
from endimpunity.directory import operations as directory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cases(system):
    for facts in (
        {"name": "José Inventado", "place": "Río Hondo", "country": "MX"},
        {"name": "رزق المخترع", "outlets": ["صوت"], "country": "PS"},
        {"name": "发明 记者", "country": "CN", "date": day("2014-01-01")},
        {"name": "Георгий Изобретадзе", "country": "UA"},
        {"name": "Slavko Ćuruizum", "country": "RS", "outlets": ["新闻记者"]},
        {"name": "Draft Nobody", "country": "MX"},
    ):
        case = own_case(system, **facts)
        if "Draft" not in facts["name"]:
            publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)


def found(query):
    return [one.name for one in published.search(query, lens=lens()).items]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("jose", "José Inventado"),
        ("JOSÉ inventad", "José Inventado"),
        ("rio hondo", "José Inventado"),
        ("hondo jose", "José Inventado"),
        ("المخترع", "رزق المخترع"),
        ("صوت", "رزق المخترع"),
        ("记者 发明", "发明 记者"),
        ("发", "发明 记者"),
        ("fa ming", "发明 记者"),
        ("izobretadze", "Георгий Изобретадзе"),
        ("Изобретадзе", "Георгий Изобретадзе"),
        ("curuizum", "Slavko Ćuruizum"),
        ("Ћуруизум", "Slavko Ćuruizum"),
        ("Мексика", "José Inventado"),
        ("palest", "رزق المخترع"),
    ],
)
def test_words_find_their_case(query, name):
    assert found(query) == [name]


@pytest.mark.parametrize(
    "query",
    ["", " ", "nobody", "draft", '"', "'", "jose nobody", "%", "_", "-- ;", "\\", "*"],
)
def test_what_is_not_there_is_not_found(query):
    assert found(query) == []


@pytest.mark.parametrize(
    "query",
    ['jose"', "jose'", "jose:*", "jose & rio", "jose | x'); DROP", "NEAR(jose rio)"],
)
def test_signs_of_the_engines_mean_nothing(query):
    assert set(found(query)) <= {"José Inventado"}
    assert Case.objects.count() == 6


def test_a_withdrawn_case_is_not_found(system):
    case = Case.objects.get(name="José Inventado")
    withdraw(case_id=case.pk, reason="Asked.", by=system, at=LATER)
    assert found("jose") == []


def test_a_word_inside_others_is_found_with_all_who_have_it():
    assert sorted(found("记者")) == ["Slavko Ćuruizum", "发明 记者"]


def similar(query):
    page = published.search(query, lens=lens())
    shown = published.similarly_written(query, lens=lens(), found=page)
    return [one.name for one in shown]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("Inventdo", "José Inventado"),
        ("Isobretadse", "Георгий Изобретадзе"),
        ("Churuizum", "Slavko Ćuruizum"),
    ],
)
def test_a_slip_is_suggested_apart_and_never_found(query, name):
    assert found(query) == []
    assert similar(query) == [name]


@pytest.mark.parametrize("query", ["Inventado", "", "!", "Nobdy", "Draf", "a"])
def test_who_is_found_or_not_published_is_not_suggested(query):
    assert similar(query) == []


def test_a_withdrawn_case_is_not_suggested(system):
    case = Case.objects.get(name="José Inventado")
    withdraw(case_id=case.pk, reason="Asked.", by=system, at=LATER)
    assert similar("Inventdo") == []


@given(st.text(st.characters(), max_size=300))
@example("\ud800\udfff\0")
@example("NEAR(jose, 2) AND OR NOT ^jose + words:jose {sounds}:x")
@example("\u202eesoj\u202c \u0645\u062b\u0627\u0644 abc \u2067x")
@example("% _ * \" ' \\ ; --")
@example("a " * 5_000)
@example("记" * 10_000)
@example("الصحفيون-x'y" * 800)
def test_any_text_is_answered(query):
    page = published.search(query, lens=lens())
    published.similarly_written(query, lens=lens(), found=page)
    assert page.total >= len(page.items)


@given(
    st.text(
        st.characters(exclude_categories=("Cs", "Cc")),
        min_size=1,
        max_size=300,
    ).filter(published.has_words),
)
def test_a_name_always_finds_its_line(name):
    by = User.objects.get(kind="SYSTEM")
    line = PublicLine.objects.order_by("case_id")[0]
    with undone():
        # As its words are made again: the name is whatever hypothesis says.
        PublicLine.objects.filter(pk=line.pk).update(name=name, words_key="")
        reword(by=by, at=LATER)
        assert line.public_id in [
            one.public_id for one in published.search(name, lens=lens()).items
        ]


def test_old_words_are_made_again_once(system):
    PublicLine.objects.update(words="", sounds="", words_key="")
    assert reword(by=system, at=LATER) == 5
    assert found("jose") == ["José Inventado"]
    assert similar("Inventdo") == ["José Inventado"]
    assert reword(by=system, at=LATER) == 0


def test_words_made_again_are_those_first_made(system):
    columns = ("case_id", "words", "sounds", "words_key")
    first = list(PublicLine.objects.order_by("case_id").values_list(*columns))
    PublicLine.objects.update(words="", sounds="", words_key="")
    reword(by=system, at=LATER)
    assert list(PublicLine.objects.order_by("case_id").values_list(*columns)) == first
    show(case_ids=[key for key, *_ in first], by=system, at=LATER)
    assert list(PublicLine.objects.order_by("case_id").values_list(*columns)) == first


def test_a_case_is_found_by_the_names_that_states_are_given(system):
    assert found("Inventedland") == []
    languages = ("ar", "en", "es", "fr", "ru", "zh-hans")
    names = "".join(f"MX,{one},Inventedland\n" for one in languages)
    directory.import_state_names(
        content=("code,language,name\n" + names).encode(),
        code="OURS",
        source="A test.",
        by=system,
        at=LATER,
    )
    assert found("Inventedland") == ["José Inventado"]
