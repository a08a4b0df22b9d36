"""The same files in any order of import end in the same sightings."""

from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.sources.tests.lists import sightings, table, take_in, withdrawals

pytestmark = pytest.mark.django_db

DAYS = ("2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01")

# Few names, years and outlets, so that rows meet, change, move and leave often.
entries = st.tuples(
    st.sampled_from(["Ana Lima", "Anna Lima", "Rui Sa", "Rui Sá", "Marta Herran"]),
    st.sampled_from(["2010", "2011", "2013"]),
    st.sampled_from(["Brazil", "Mexico"]),
    st.sampled_from(["Radio One", "Daily Two", ""]),
    st.just(""),
    st.sampled_from(["Complete Impunity", "Full Justice", ""]),
)
files = st.lists(
    st.tuples(st.lists(entries, min_size=1, max_size=4), st.booleans()),
    min_size=2,
    max_size=4,
)


def ending(said, order):
    """Import files in an order and return what the list then is; keep nothing."""
    with transaction.atomic():
        system = system_actor()
        for index in order:
            rows, complete = said[index]
            take_in(
                table(*rows),
                DAYS[index],
                by=system,
                complete=complete,
                accept_withdrawals=99,
            )
        result = (sightings(), withdrawals())
        transaction.set_rollback(True)
    return result


# Each example imports up to six files: a quarter of what others may try.
@settings(max_examples=max(30, settings().max_examples // 4))
@given(files, st.data())
def test_any_order_of_import_ends_in_the_same_sightings(said, data):
    straight = range(len(said))
    order = data.draw(st.permutations(straight))
    assert ending(said, order) == ending(said, straight)


@pytest.mark.slow
def test_every_order_of_four_files_that_bridge_one_another_ends_the_same():
    said = [
        ([("Marta Herran", "2010", "Mexico", "Radio One")], False),
        ([("Marta Herran", "2012", "Mexico", "Radio One")], True),
        ([("Marta Herran", "2014", "Mexico", "Radio One")], False),
        ([("Maria Herran", "2014", "Mexico", "Radio One")], True),
    ]
    endings = [ending(said, order) for order in permutations(range(4))]
    assert all(one == endings[0] for one in endings)
    assert len(endings[0][0]) == 1
