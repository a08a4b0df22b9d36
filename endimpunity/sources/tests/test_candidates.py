from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.candidates import STEM, candidates
from endimpunity.sources.rules.identity import Identity
from endimpunity.sources.rules.weighing import may_be_enough, weigh

WORDS = ("ana", "anna", "mohammed", "mohamed", "vale", "valle", "sa", "herran")
OUTLETS = ("radio one", "radio on", "daily vale", "dayly vale", "freelance", "tv")
PLACES = (None, "", "IL", "PS", "IL+PS", "MX")

first_years = st.integers(min_value=2000, max_value=2012)
lengths = st.integers(min_value=0, max_value=8)
years = st.one_of(
    st.builds(lambda first, length: (first, first + length), first_years, lengths),
    st.tuples(first_years, st.none()),
    st.tuples(st.none(), first_years),
    st.just((None, None)),
)
identities = st.builds(
    lambda words, **more: Identity(name=" ".join(words), tokens=tuple(words), **more),
    words=st.lists(st.sampled_from(WORDS), max_size=3),
    place=st.sampled_from(PLACES),
    years=years,
    outlets=st.none() | st.frozensets(st.sampled_from(OUTLETS), max_size=2),
    sex=st.sampled_from((None, "MALE", "FEMALE")),
    days=st.none(),
    external_id=st.just(""),
    url=st.sampled_from(("", "https://list.example/1", "https://list.example/2")),
)


def stems(identity):
    return {word[:STEM] for word in identity.tokens}


def weighs_enough(earlier, later):
    weight = weigh(earlier, later)
    return weight is not None and weight.enough


@given(st.lists(identities, max_size=6), st.lists(identities, max_size=6))
def test_no_pair_that_weighs_enough_is_lost(earlier, later):
    records, rows = dict(enumerate(earlier)), dict(enumerate(later))
    wanted = {
        (record, row)
        for record, one in records.items()
        for row, other in rows.items()
        if stems(one) & stems(other) and weighs_enough(one, other)
    }
    assert wanted <= set(candidates(records, rows))


@given(identities, identities)
def test_what_may_not_be_enough_never_is(earlier, later):
    assert may_be_enough(earlier, later) or not weighs_enough(earlier, later)


@given(st.lists(identities, max_size=6), st.lists(identities, max_size=6))
def test_candidates_come_by_row_and_record_whatever_their_order(earlier, later):
    records, rows = dict(enumerate(earlier)), dict(enumerate(later))
    found = list(candidates(records, rows))
    assert found == sorted(found, key=lambda pair: (pair[1], pair[0]))
    assert found == list(
        candidates(dict(reversed(records.items())), dict(reversed(rows.items()))),
    )


def test_people_of_one_frequent_name_are_not_weighed_across_years_and_places():
    def person(number, given_name):
        return Identity(
            name=f"{given_name} Vale",
            tokens=(given_name, "vale"),
            place=("MX", "PS")[number % 2],
            years=(2000 + number, 2000 + number),
            outlets=frozenset({f"paper {'abcdefghijkl'[number] * 6}"}),
            sex=None,
            days=None,
            external_id="",
            url="",
        )

    records = {number: person(number, "mohammed") for number in range(12)}
    rows = {number: person(number, "mohamed") for number in range(12)}
    assert list(candidates(records, rows)) == [(one, one) for one in range(12)]
