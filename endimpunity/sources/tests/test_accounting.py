import pytest

from endimpunity.sources.models import Snapshot
from endimpunity.sources.rules.withdrawal import is_far_shorter
from endimpunity.sources.tests.lists import table, take_in

pytestmark = pytest.mark.django_db

PEOPLE = [(f"{letter * 5} Lima", "2011", "Brazil") for letter in "abcdefghijklmnopqrst"]


@pytest.fixture
def whole(system):
    return take_in(table(*PEOPLE), "2020-01-01", by=system)


def shorter_than(rows, stated_on, system, **order):
    return take_in(table(*rows), stated_on, by=system, **order).report.shorter_than


@pytest.mark.parametrize(
    ("rows", "before", "far"),
    [(94, 100, True), (95, 100, False), (100, 100, False), (0, 1, True), (0, 0, False)],
)
def test_a_file_is_far_shorter_when_it_lacks_over_a_twentieth(rows, before, far):
    assert is_far_shorter(rows, before) is far


@pytest.mark.usefixtures("whole")
def test_a_later_file_cut_off_between_two_rows_is_noted(system):
    assert shorter_than(PEOPLE[:18], "2021-01-01", system) == {"LISTA@2020-01-01": 20}
    kept = Snapshot.objects.get(stated_on="2021-01-01")
    assert kept.report["shorter_than"] == {"LISTA@2020-01-01": 20}


@pytest.mark.usefixtures("whole")
def test_a_few_rows_fewer_are_not_noted(system):
    assert shorter_than(PEOPLE[:19], "2021-01-01", system) == {}


@pytest.mark.usefixtures("whole")
def test_a_complete_file_is_held_against_what_it_withdraws(system):
    words = {"complete": True, "accept_withdrawals": 10}
    assert shorter_than(PEOPLE[:10], "2021-01-01", system, **words) == {}


@pytest.mark.usefixtures("whole")
def test_a_file_is_held_against_the_one_before_it_alone(system):
    assert shorter_than(PEOPLE[:5], "2019-01-01", system) == {}
    assert shorter_than(PEOPLE[:5], "2022-01-01", system) == {"LISTA@2020-01-01": 20}
    assert shorter_than(PEOPLE[:6], "2023-01-01", system) == {}
    assert shorter_than(PEOPLE[:4], "2019-06-01", system) == {"LISTA@2019-01-01": 5}
    assert shorter_than(PEOPLE[:1], "2023-01-01", system, code="LISTB") == {}
