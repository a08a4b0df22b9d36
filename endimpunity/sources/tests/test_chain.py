from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.tests.factories import (
    advance,
    empty_chain,
    listed,
    places,
    values,
)

entries = st.builds(
    values,
    name=st.sampled_from(["Ana Lima", "Anna Lima", "Rui Sa", "Rui Sá", "Tomas Vale"]),
    year=st.sampled_from([2010, 2011, 2014]),
    country=st.sampled_from(["XA", "XB"]),
    outlets=st.sampled_from([(), ("Radio One",), ("Daily Two",)]),
)
files = st.lists(st.lists(entries, max_size=6), max_size=4)


@given(files)
def test_every_row_is_one_record_and_no_two_rows_of_a_file_are_the_same(said):
    chain = empty_chain()
    for one in said:
        step = advance(chain, listed(*one))
        assert [found.row.number for found in step.placed] == list(
            range(1, len(one) + 1),
        )
        taken = [found.place for found in step.placed]
        assert len(set(taken)) == len(taken)
        assert set(taken) | set(step.missed) == set(range(len(chain.records)))
        assert not set(taken) & set(step.missed)
        assert step.indistinct <= set(step.missed)


@given(files)
def test_the_same_file_again_changes_no_record(said):
    chain = empty_chain()
    for one in said:
        first = advance(chain, listed(*one))
        known = len(chain.records)
        again = advance(chain, listed(*one))
        assert all(found.same_cells for found in again.placed)
        assert sorted(places(again).values()) == sorted(places(first).values())
        assert len(chain.records) == known


@given(files)
def test_what_is_not_exact_has_its_sentence(said):
    chain = empty_chain()
    for one in said:
        for found in advance(chain, listed(*one)).placed:
            if found.continued is not None and not found.continued.exact:
                assert found.continued.reason
                assert found.earlier_row is not None


def test_a_respelt_entry_goes_on_in_its_record():
    chain = empty_chain()
    advance(chain, listed(values("Katarina Velo"), values("Rui Sa")))
    step = advance(chain, listed(values("Rui Sa"), values("Kata Velo")))
    assert places(step) == {1: 1, 2: 0}
    assert step.missed == []


def test_two_rows_together_are_never_one_record():
    chain = empty_chain()
    advance(chain, listed(values("Rajan Mishra", 2012)))
    step = advance(
        chain,
        listed(values("Rajan Mishra", 2012), values("Rajan Mishra", 2013)),
    )
    assert places(step) == {1: 0, 2: 1}


def test_one_of_two_entries_the_list_does_not_tell_apart_is_said_to_be_gone():
    chain = empty_chain()
    advance(chain, listed(values("Mahir"), values("Mahir"), values("Rui Sa")))
    step = advance(chain, listed(values("Rui Sa"), values("Mahir")), "m2")
    assert places(step) == {1: 2, 2: 0}
    assert step.missed == [1]
    assert step.indistinct == {1}


def test_the_same_external_id_is_the_same_entry_whatever_the_name():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa", external_id="7")))
    step = advance(chain, listed(values("Someone Else", 2020, external_id="7")))
    found = step.placed[0]
    assert found.place == 0
    assert found.continued is not None
    assert "number of the publisher" in found.continued.reason


def test_two_numbers_of_the_publisher_are_two_entries_whatever_the_name():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa", external_id="100")))
    step = advance(chain, listed(values("Rui Sa", external_id="200")))
    assert step.placed[0].is_new


def test_a_person_attacked_twice_in_a_year_has_two_entries():
    def attack(day):
        date = {"text": day, "earliest": day, "latest": day}
        return values(
            "Rui Sa",
            violation="ASSAULT",
            date=date,
            url=f"https://example.org/{day}",
        )

    chain = empty_chain()
    advance(chain, listed(attack("2020-05-30")))
    step = advance(chain, listed(attack("2020-08-14")))
    assert step.placed[0].is_new


def test_an_address_that_changed_is_judged_and_says_so():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa", url="https://example.org/rui-sa")))
    step = advance(chain, listed(values("Rui Sa", url="https://example.org/sa")))
    found = step.placed[0].continued
    assert found is not None
    assert not found.exact
    assert "address differs" in found.reason


def test_an_address_that_two_rows_share_decides_nothing():
    chain = empty_chain()
    shared = {"url": "https://example.org/list"}
    advance(chain, listed(values("Rui Sa", **shared)))
    step = advance(
        chain,
        listed(values("Tomas Vale", **shared), values("Rui Sa", **shared)),
    )
    assert places(step) == {1: 1, 2: 0}


def test_a_person_may_part_what_the_program_joins():
    chain = empty_chain()
    first = listed(values("Rui Sa"))
    second = listed(values("Rui Sa", 2012))
    advance(chain, first)
    chain_judged = empty_chain({second[0].row_id: [(first[0].row_id, False)]})
    advance(chain_judged, first)
    assert places(advance(chain, second)) == {1: 0}
    assert places(advance(chain_judged, second)) == {1: 1}


def test_a_person_may_join_what_the_program_parts():
    first, second = listed(values("Rui Sa")), listed(values("Noor Salim", 2019))
    chain = empty_chain({second[0].row_id: [(first[0].row_id, True)]})
    advance(chain, first)
    step = advance(chain, second)
    assert places(step) == {1: 0}


def test_a_list_that_gives_no_country_still_goes_on_by_name_and_year():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa")))
    step = advance(chain, listed({"name": "Rui Sa", "year": 2011}), "m2")
    found = step.placed[0]
    assert found.place == 0
    assert found.continued is not None
    assert found.continued.exact


def test_a_name_alone_is_no_continuation():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa")))
    step = advance(chain, listed({"name": "Rui Sa"}), "m2")
    assert step.placed[0].is_new


def test_an_entry_that_was_gone_comes_back_as_itself():
    chain = empty_chain()
    advance(chain, listed(values("Rui Sa"), values("Ana Lima")))
    advance(chain, listed(values("Ana Lima")))
    step = advance(chain, listed(values("Rui Sa"), values("Ana Lima")))
    assert places(step) == {1: 0, 2: 1}
