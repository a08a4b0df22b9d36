from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.people import match_people, names_in, people_of

names = st.lists(
    st.sampled_from(["Ana Lima", "Rui Sa", "Noor Salim", "Tomas Vale", ""]),
    max_size=5,
)


def test_a_record_may_name_nobody_one_or_several():
    assert names_in({"name": "Ana Lima"}) == ("Ana Lima",)
    assert names_in({"people": []}) == ()
    assert names_in({"people": [{"name": "A"}, {"name": "B"}]}) == ("A", "B")


def test_people_named_in_another_order_stay_who_they_are():
    assert match_people(["Ana Lima", "Rui Sa"], ["Rui Sa", "Ana Lima"]) == {0: 1, 1: 0}


def test_one_who_is_no_longer_named_gives_nobody_their_place():
    assert match_people(["Ana Lima", "Rui Sa"], ["Rui Sa"]) == {0: 1}


def test_one_who_is_named_besides_is_new():
    assert match_people(["Ana Lima"], ["Rui Sa", "Ana Lima"]) == {1: 0}


def test_a_respelt_name_is_the_same_person():
    assert match_people(["Ana Lima", "Rui Sa"], ["Rui Sa", "Anna Lima"]) == {0: 1, 1: 0}


def test_a_single_person_respelt_out_of_recognition_is_the_same_entry():
    assert match_people(["Ana Lima"], ["A. L. de Souza"]) == {0: 0}


def test_each_part_is_given_its_own_values():
    parts = [(11, 1, "Ana Lima"), (12, 2, "Rui Sa")]
    values = {"country": "BR", "people": [{"name": "Rui Sa"}, {"name": "Ana Lima"}]}
    assert people_of(parts, values) == [
        (11, 1, {"country": "BR", "name": "Ana Lima"}),
        (12, 2, {"country": "BR", "name": "Rui Sa"}),
    ]


@given(names, names)
def test_nobody_is_two_people_and_no_two_are_one(before, now):
    found = match_people(before, now)
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(range(len(now)))
    assert set(found.values()) <= set(range(len(before)))


@given(names)
def test_the_same_names_are_the_same_people(said):
    found = match_people(said, said)
    assert {said[at] for at in found.values()} == {said[place] for place in found}
    assert len(found) == len(said)
