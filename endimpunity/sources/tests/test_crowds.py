"""Hundreds of entries of one name, place and year go on without the square of them."""

from dataclasses import replace

import pytest

from endimpunity.sources.rules import crowds, matching, weighing
from endimpunity.sources.rules.identity import Identity
from endimpunity.sources.rules.matching import Judged, continue_records

MANY = 300


def withheld(outlet=None, **more):
    return Identity(
        **{
            "name": "Name withheld",
            "tokens": ("name", "withheld"),
            "place": "MX",
            "years": (2015, 2015),
            "outlets": None if outlet is None else frozenset({outlet}),
            "sex": None,
            "days": None,
            "external_id": "",
            "url": "",
            **more,
        },
    )


def outlet(number):
    """Return an outlet that is spelt like no other one."""
    return "".join(chr(97 + number // 17**at % 17) * 4 for at in range(3))


def pairs(records, rows, judged=None):
    found = continue_records(records, rows, judged or Judged()).continued
    return [(one.record, one.row) for one in found]


def crowd(change=lambda one: one, many=MANY):
    return {number: change(withheld(outlet(number))) for number in range(many)}


def reworded(one):
    return replace(one, outlets=frozenset({"the new " + min(one.outlets)}))


def respelt(one):
    return replace(one, outlets=frozenset({min(one.outlets) + "h"}))


@pytest.fixture
def weighed(monkeypatch):
    """Count what is weighed."""
    calls = []
    weigh = weighing.weigh

    def counting(earlier, later):
        calls.append(1)
        return weigh(earlier, later)

    monkeypatch.setattr(matching, "weigh", counting)
    return calls


@pytest.mark.parametrize("change", [reworded, respelt])
def test_a_crowd_does_not_cost_the_square_of_its_number(weighed, change):
    found = pairs(crowd(), crowd(change))
    assert found == [(one, one) for one in range(MANY)]
    assert len(weighed) <= MANY * (2 * crowds.NEAREST + 1)


def test_what_tells_them_apart_comes_before_their_order():
    backwards = {MANY - 1 - number: one for number, one in crowd(respelt).items()}
    assert pairs(crowd(), backwards) == [
        (MANY - 1 - number, number) for number in range(MANY)
    ]


def test_attacks_that_were_survived_are_told_apart_by_their_days():
    def on(number):
        day = f"2015-{1 + number % 12:02}-{1 + number // 12 % 28:02}"
        return withheld(outlet(number), days=(day, day))

    records = {number: on(number) for number in range(MANY)}
    rows = {MANY - 1 - number: reworded(one) for number, one in records.items()}
    assert pairs(records, rows) == [
        (MANY - 1 - number, number) for number in range(MANY)
    ]


def test_a_crowd_does_not_rest_on_the_order_in_which_it_is_given():
    records, rows = crowd(), crowd(reworded, MANY + 20)
    backwards = (dict(reversed(list(one.items()))) for one in (records, rows))
    found = pairs(records, rows)
    assert found == pairs(*backwards)
    assert len({record for record, _ in found}) == len(found) == MANY


def test_what_people_told_apart_in_a_crowd_stays_apart():
    judged = Judged(different={(5, 5)}, same={7: 9})
    found = pairs(crowd(), crowd(reworded), judged)
    assert (5, 5) not in found
    assert (7, 9) in found
    assert len(found) == MANY


@pytest.mark.parametrize("change", [reworded, respelt])
def test_a_crowd_is_joined_as_fewer_are(monkeypatch, change):
    records, rows = crowd(many=12), crowd(change, many=15)
    few = pairs(records, rows)
    monkeypatch.setattr(crowds, "MOST_PAIRS", 1)
    assert pairs(records, rows) == few


def test_records_of_a_crowd_that_are_left_over_are_reported_as_not_told_apart():
    records = {number: withheld("daily") for number in range(MANY)}
    rows = {number: withheld("daily") for number in range(MANY - 2)}
    found = continue_records(records, rows, Judged())
    assert len(found.continued) == MANY - 2
    assert found.indistinct == {MANY - 2, MANY - 1}
