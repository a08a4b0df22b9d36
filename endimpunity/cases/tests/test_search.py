"""Finding published cases by their words, the same on both engines."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case
from endimpunity.cases.operations import publish, withdraw
from endimpunity.cases.tests.factories import FIRST, LATER, day, lens, own_case

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cases(system):
    for facts in (
        {"name": "José Inventado", "place": "Río Hondo", "country": "MX"},
        {"name": "رزق المخترع", "outlets": ["صوت"], "country": "PS"},
        {"name": "发明 记者", "country": "CN", "date": day("2014-01-01")},
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
        ("记者", "发明 记者"),
        ("记", "发明 记者"),
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
    assert Case.objects.count() == 4


def test_a_withdrawn_case_is_not_found(system):
    case = Case.objects.get(name="José Inventado")
    withdraw(case_id=case.pk, reason="Asked.", by=system, at=LATER)
    assert found("jose") == []
