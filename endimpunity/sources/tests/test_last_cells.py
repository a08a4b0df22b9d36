from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.last_cells import LastCells


@given(st.lists(st.sampled_from("abc")))
def test_equal_cells_are_taken_in_the_order_of_their_places(cells):
    kept = LastCells(reversed(list(enumerate(cells))))
    for digest in "abc":
        places = [place for place, one in enumerate(cells) if one == digest]
        assert [kept.take(digest) for _ in places] == places
        assert kept.take(digest) is None


def test_cells_that_nobody_was_seen_in_have_no_place():
    assert LastCells([]).take("a") is None
