"""Merges are judgements: they chain, never circle, and are undone whole."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.cases.models import Case, Merge
from endimpunity.cases.operations import merge, undo_merge
from endimpunity.cases.operations.merging import UnableToMerge, UnableToUndoMerge
from endimpunity.cases.queries.identity import (
    CircularMergesError,
    Identity,
    group_by_case,
    identity,
)
from endimpunity.cases.tests.factories import FIRST, own_case, undone

pytestmark = pytest.mark.django_db

CASES = 5


@pytest.fixture
def cases(system):
    return [own_case(system).pk for _ in range(CASES)]


def lead(one, into, system, at=FIRST):
    return merge(from_case_id=one, into_case_id=into, reason="One.", by=system, at=at)


def test_chains_lead_to_their_end(system, cases):
    lead(cases[0], cases[1], system)
    lead(cases[1], cases[2], system)
    known = identity()
    assert {known.of(one) for one in cases[:3]} == {cases[2]}
    assert known.all_of(cases[0]) == set(cases[:3])
    assert group_by_case(cases[:4], known) == {
        cases[2]: frozenset(cases[:3]),
        cases[3]: frozenset({cases[3]}),
    }


def test_circles_are_refused(system, cases):
    lead(cases[0], cases[1], system)
    lead(cases[1], cases[2], system)
    with pytest.raises(UnableToMerge):
        lead(cases[2], cases[0], system)
    with pytest.raises(UnableToMerge):
        lead(cases[0], cases[3], system)
    with pytest.raises(UnableToMerge):
        lead(cases[3], cases[3], system)
    with pytest.raises(UnableToMerge):
        lead(cases[3], 0, system)


def test_a_circle_in_the_table_is_seen():
    with pytest.raises(CircularMergesError):
        Identity(leads={1: 2, 2: 1}).of(1)


def test_identity_is_as_of_the_moment(system, cases):
    made = lead(cases[0], cases[1], system, FIRST)
    later = FIRST + timedelta(days=1)
    undo_merge(merge_id=made, reason="Two.", by=system, at=later)
    assert identity(FIRST - timedelta(days=1)).of(cases[0]) == cases[0]
    assert identity(FIRST).of(cases[0]) == cases[1]
    assert identity(later).of(cases[0]) == cases[0]
    with pytest.raises(UnableToUndoMerge):
        undo_merge(merge_id=made, reason="Again.", by=system, at=later)


steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("merge"),
            st.integers(0, CASES - 1),
            st.integers(0, CASES - 1),
        ),
        st.tuples(st.just("undo"), st.integers(0, 9), st.just(0)),
    ),
    max_size=12,
)


def walk(told, cases, system, start):
    """Do what can be done of the steps; return the moments and what stood then."""
    made, seen, at = [], [], start
    for kind, one, other in told:
        at += timedelta(hours=1)
        try:
            if kind == "merge":
                made.append(lead(cases[one], cases[other], system, at))
            elif one < len(made):
                undo_merge(merge_id=made[one], reason="No.", by=system, at=at)
        except (UnableToMerge, UnableToUndoMerge):
            pass
        now = identity()
        seen.append((at, [now.of(case) for case in cases]))
    return made, seen, at


@pytest.mark.slow
@given(told=steps)
def test_any_sequence_then_undone_is_the_start(told):
    with undone():
        check_that_all_is_undone(told, system_actor())


def check_that_all_is_undone(told, system):
    cases = [own_case(system).pk for _ in range(CASES)]
    before = dict(Case.objects.values_list("pk", "attack_id"))
    made, seen, at = walk(told, cases, system, FIRST)
    for key in reversed(made):
        if Merge.objects.filter(pk=key, undone_at=None).exists():
            undo_merge(merge_id=key, reason="All.", by=system, at=at + timedelta(1))
    assert [identity().of(case) for case in cases] == cases
    assert dict(Case.objects.values_list("pk", "attack_id")) == before
    for moment, stood in seen:
        known = identity(moment)
        assert [known.of(case) for case in cases] == stood
