from datetime import timedelta

import pytest

from endimpunity.sources.models import Continuation, Row, Sighting
from endimpunity.sources.operations import UnableToJudge, judge_rows
from endimpunity.sources.tests.lists import AT, sightings, table, take_in
from endimpunity.sources.vocabulary import Verdict

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One")
ANNA = ("Anna Lima", "2011", "Brazil", "Radio One")
RUI = ("Rui Sa", "2012", "Brazil", "Daily Two")


@pytest.fixture(params=["a person", "the terminal"])
def person(request, django_user_model, system):
    """Whoever judges: the terminal acts in the program's name."""
    if request.param == "the terminal":
        return system
    return django_user_model.objects.create(email="monitor@example.org")


@pytest.fixture
def rows(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    take_in(table(ANNA, RUI), "2021-01-01", by=system)
    return {
        (str(row.snapshot.stated_on), row.number): row
        for row in Row.objects.select_related("snapshot")
    }


def judge(rows, person, verdict, *, earlier=1, later=1, days=0):
    return judge_rows(
        earlier=rows["2020-01-01", earlier],
        later=rows["2021-01-01", later],
        verdict=verdict,
        reason="read in both obituaries",
        by=person,
        at=AT + timedelta(days=days),
    )


def test_a_person_parts_what_the_program_joined(rows, person):
    assert len(sightings()) == 2
    judge(rows, person, Verdict.DIFFERENT)
    assert len(sightings()) == 3
    undone = Continuation.objects.exclude(undone_at=None).get()
    assert not undone.given
    assert undone.verdict == Verdict.SAME
    assert undone.undone_by == person


def test_a_judgement_taken_back_leaves_the_list_as_it_was(rows, person):
    before = sightings()
    judge(rows, person, Verdict.DIFFERENT, days=1)
    judge(rows, person, Verdict.UNSURE, days=2)
    assert sightings() == before
    assert Continuation.objects.count() >= 3


def test_a_judgement_holds_when_another_file_comes(rows, person, system):
    judge(rows, person, Verdict.DIFFERENT)
    take_in(table(ANNA, RUI), "2022-01-01", by=system)
    take_in(table(ANA, RUI), "2019-01-01", by=system)
    assert len(sightings()) == 3


def test_a_person_joins_what_the_program_would_not(rows, person):
    judge(rows, person, Verdict.DIFFERENT, earlier=2, later=2)
    judge(rows, person, Verdict.SAME, earlier=2, later=1, days=1)
    owner = Sighting.objects.get(row=rows["2021-01-01", 1], superseded_at=None)
    earlier = Sighting.objects.get(row=rows["2020-01-01", 2], superseded_at=None)
    assert owner.record_id == earlier.record_id


def test_nothing_is_repointed(rows, person):
    before = set(Sighting.objects.values_list("pk", "row_id", "record_id"))
    judge(rows, person, Verdict.DIFFERENT)
    after = set(Sighting.objects.values_list("pk", "row_id", "record_id"))
    assert before <= after


def test_rows_of_one_file_cannot_be_judged_the_same(rows, person):
    with pytest.raises(UnableToJudge, match="two rows of one file"):
        judge_rows(
            earlier=rows["2020-01-01", 1],
            later=rows["2020-01-01", 2],
            verdict=Verdict.SAME,
            reason="a try",
            by=person,
            at=AT,
        )


def test_a_judgement_needs_its_reason(rows, person):
    with pytest.raises(UnableToJudge, match="--reason"):
        judge_rows(
            earlier=rows["2020-01-01", 1],
            later=rows["2021-01-01", 1],
            verdict=Verdict.SAME,
            reason=" ",
            by=person,
            at=AT,
        )


def test_rows_of_two_publishers_are_not_judged_here(rows, person, system):
    take_in(table(ANA), "2023-01-01", by=system, code="LISTB")
    other = Row.objects.select_related("snapshot").get(
        snapshot__publisher="LISTB",
    )
    with pytest.raises(UnableToJudge, match="two publishers"):
        judge_rows(
            earlier=rows["2020-01-01", 1],
            later=other,
            verdict=Verdict.SAME,
            reason="a try",
            by=person,
            at=AT,
        )
