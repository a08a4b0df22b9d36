import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.folding import (
    fold,
    values_of_person,
    years_of,
)

DAY = {"text": "2018-04-30", "earliest": "2018-04-30", "latest": "2018-04-30"}

sayings = st.lists(
    st.dictionaries(
        st.sampled_from(["name", "manner", "impunity", "url"]),
        st.one_of(st.none(), st.text(max_size=5)),
        max_size=4,
    ),
    max_size=5,
)


def test_a_column_that_is_absent_is_silent():
    assert fold([{"impunity": "FULL_JUSTICE"}, {"name": "A"}]) == {
        "impunity": "FULL_JUSTICE",
        "name": "A",
    }


def test_a_blank_cell_is_a_value():
    assert fold([{"impunity": "FULL_JUSTICE"}, {"impunity": None}]) == {
        "impunity": None,
    }


@given(sayings)
def test_each_field_says_what_was_last_said_of_it(said):
    folded = fold(said)
    for field in {name for one in said for name in one}:
        last = [one[field] for one in said if field in one][-1]
        assert folded[field] == last


@given(sayings, st.integers(min_value=0, max_value=5))
def test_reading_on_is_reading_from_the_beginning(said, cut):
    assert fold([fold(said[:cut]), *said[cut:]]) == fold(said)


def test_a_year_stated_later_moves_a_date_that_does_not_hold_it():
    assert years_of(fold([{"date": DAY}, {"year": 2016}])) == (2016, 2016)
    assert years_of(fold([{"year": 2016}, {"date": DAY}])) == (2018, 2018)


def test_a_year_within_the_date_takes_nothing_from_it():
    assert fold([{"date": DAY}, {"year": 2018}])["date"] == DAY


def test_a_person_has_a_name_and_outlets_and_the_rest_in_common():
    values = {
        "country": "US",
        "people": [{"name": "A", "outlets": ["X"]}, {"name": "B", "outlets": []}],
    }
    one, two = values_of_person(values, 0), values_of_person(values, 1)
    assert one == {"country": "US", "name": "A", "outlets": ["X"]}
    assert two == {"country": "US", "name": "B", "outlets": []}
    with pytest.raises(IndexError):
        values_of_person(values, 2)
    with pytest.raises(IndexError):
        values_of_person({"name": "A"}, 1)
