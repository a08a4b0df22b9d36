"""The invented world: the same for the same seed, and as a real one would stand."""

from collections import Counter

import pytest
from django.apps import apps
from django.db import connection, models, transaction
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.cases import published
from endimpunity.cases.demo import LAST_MOMENT, UnableToLoadDemo, load_demo
from endimpunity.cases.demo.attacks import invent
from endimpunity.cases.demo.keys import public_id
from endimpunity.cases.demo.setting import setting_of
from endimpunity.cases.models import (
    Assertion,
    Attack,
    Case,
    Condemnation,
    Disagreement,
    Membership,
    Merge,
    PersonName,
    Proceeding,
    Publication,
    PublicLine,
    Statement,
    Toll,
)
from endimpunity.cases.operations import load_starter, refresh, show
from endimpunity.cases.operations.loading import UnableToLoadStarter
from endimpunity.cases.tests.factories import adopted, lens, page, said
from endimpunity.cases.vocabulary import EventKind, PublicationState
from endimpunity.directory.models import State
from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.foundation.names import comparison_key
from endimpunity.foundation.partial_dates import PartialDate, Precision
from endimpunity.sources.models import Part, Row, Snapshot, Withdrawal
from endimpunity.sources.vocabulary import Violation

CASES = 450


def loaded(system, cases=CASES, seed=1):
    return load_demo(
        cases=cases,
        seed=seed,
        blobs=MemoryBlobs(),
        by=system,
        at=LAST_MOMENT,
        progress=lambda *_: None,
    )


def dump():
    """Return every row of every table of ours, links between them included."""
    ours = [it for it in apps.get_models(include_auto_created=True) if own(it)]
    return {
        it._meta.label: list(it._default_manager.order_by("pk").values()) for it in ours
    }


def own(model: type[models.Model]) -> bool:
    return model.__module__.startswith("endimpunity.")


def tellings(seed, count):
    setting = setting_of(seed)
    return [invent(setting, n, room=50, at=LAST_MOMENT) for n in range(count)]


@pytest.mark.slow
@pytest.mark.django_db
def test_one_seed_is_one_world_to_the_last_row(system):
    found = []
    for _ in range(2):
        restart()
        mark = transaction.savepoint()
        loaded(system, cases=120, seed=7)
        found.append(dump())
        transaction.savepoint_rollback(mark)
    assert found[0] == found[1]
    assert len(found[0]["cases.Case"]) == 120


def restart():
    """Let keys count from the rows there are; only SQLite does so with a rollback."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'",
        )
        for (name,) in cursor.fetchall():
            table = name.removesuffix("_id_seq")
            if table in connection.introspection.table_names(cursor):
                cursor.execute(
                    f'SELECT setval(%s, (SELECT COALESCE(MAX(id), 0) FROM "{table}")'  # noqa: S608
                    " + 1, false)",
                    [name],
                )


@pytest.mark.slow
@pytest.mark.django_db
def test_it_stands_as_the_real_path_would_have_written_it(system):
    loaded(system)
    everybody = list(Case.objects.values_list("pk", flat=True))
    before = list(PublicLine.objects.order_by("pk").values())
    assert refresh(case_ids=everybody, by=system, at=LAST_MOMENT) == 0
    show(case_ids=everybody, by=system, at=LAST_MOMENT)
    assert list(PublicLine.objects.order_by("pk").values()) == before


@pytest.mark.slow
@pytest.mark.django_db
def test_it_holds_of_everything_something(system):
    answer = loaded(system)
    assert answer.changed
    assert (answer.cases, answer.attacks) == (CASES, Attack.objects.count())
    assert Case.objects.count() == CASES
    states = Publication.objects.filter(superseded_at=None)
    assert set(states.values_list("state", flat=True)) == {
        PublicationState.PUBLISHED,
        PublicationState.REVIEWED,
        PublicationState.WITHDRAWN,
    }
    assert states.count() < CASES
    tables = (
        Toll, Condemnation, Statement, Disagreement, Proceeding, Merge, Withdrawal,
    )  # fmt: skip
    assert all(it.objects.exists() for it in tables)
    assert Part.objects.count() > Membership.objects.count() > CASES // 3
    assert set(Row.objects.values_list("outcome", flat=True)) == {"IMPORTED"}
    assert Snapshot.objects.count() == 3
    assert Assertion.objects.filter(superseded_at__isnull=False).exists()
    card = published.registry_card(lens=lens())
    assert card.invented
    assert not card.alone
    for case in Case.objects.order_by("pk")[:40]:
        page(case)
    two_publishers_differ_on_day_and_motive()


def two_publishers_differ_on_day_and_motive():
    """See that a few cases in a hundred have lists that contradict one another."""
    second = Membership.objects.exclude(publisher="OVELLE")
    found: Counter[str] = Counter()
    for case in Case.objects.filter(pk__in=second.values("case")):
        for one in page(case, lens(LAST_MOMENT)).differences:
            lists = [(it.value, it.since) for it in one.sayings if it.publisher_code]
            found[one.field] += len(lists) == len(set(lists)) == 2
    assert 0.01 < found["date"] / CASES < 0.08
    assert 0.01 < found["motive"] / CASES < 0.08


@pytest.mark.django_db
def test_everybody_is_found_by_either_name_and_by_the_state(system):
    loaded(system, cases=40)
    native = PersonName.objects.filter(kind="NATIVE")[0]
    wanted = [native.text, "Calvesta", "卡尔韦斯塔"]
    for words in wanted:
        assert published.search(words, lens=lens()).items, words


@pytest.mark.django_db
def test_it_is_loaded_once_and_no_other_beside_it(system):
    loaded(system, cases=20)
    before = Case.objects.count()
    assert not loaded(system, cases=20).changed
    for other in ({"cases": 21}, {"cases": 20, "seed": 2}):
        with pytest.raises(UnableToLoadDemo, match="another invented world"):
            loaded(system, **other)
    with pytest.raises(UnableToLoadStarter, match="invented world"):
        load_starter(by=system, at=LAST_MOMENT)
    assert Case.objects.count() == before


@pytest.mark.django_db
def test_it_is_refused_beside_the_starter_registry(system):
    load_starter(by=system, at=LAST_MOMENT)
    with pytest.raises(UnableToLoadDemo, match="ENDIMPUNITY_HOME"):
        loaded(system, cases=5)
    assert not State.objects.filter(code="QM").exists()


@pytest.mark.django_db
def test_it_is_refused_beside_a_list(system):
    adopted(system, said("Ada Invented", country="FR"))
    with pytest.raises(UnableToLoadDemo, match="ENDIMPUNITY_HOME"):
        loaded(system, cases=5)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [{"cases": 0}, {"cases": 1_000_001}, {"seed": -1}, {"seed": 10**9}],
    ids=["none", "too-many", "negative-seed", "long-seed"],
)
def test_numbers_out_of_range_are_refused(system, wrong):
    with pytest.raises(UnableToLoadDemo, match="from 1 to"):
        loaded(system, **wrong)


@given(seed=st.integers(0, 999_999_999), number=st.integers(0, 999_999))
def test_an_attack_is_known_by_its_seed_and_number(seed, number):
    setting = setting_of.__wrapped__(seed)
    one = invent(setting, number, room=12, at=LAST_MOMENT)
    assert one == invent(setting_of(seed), number, room=12, at=LAST_MOMENT)
    first = invent(setting, number, room=1, at=LAST_MOMENT)
    assert first.victims == one.victims[:1]
    told = [one.met_at, one.told_at, one.shown_at, one.ended_at, LAST_MOMENT]
    assert told == sorted(told)
    stored = one.facts["date"]
    if stored and stored["latest"]:
        assert stored["latest"] <= one.told_at.date().isoformat()


@given(seed=st.integers(0, 999_999_999), first=st.integers(0, 999_000))
def test_no_two_cases_have_one_address(seed, first):
    found = {public_id(seed, number) for number in range(first, first + 500)}
    assert len(found) == 500


def test_every_code_is_met_in_a_world_of_some_size():
    world = tellings(1, 4_000)
    violations = {code for one in world for code in one.facts["violations"]}
    events = {
        it.kind for one in world for course in one.courses for it in course.events
    }
    precisions = Counter(
        (PartialDate.from_stored(day).precision if day else Precision.UNKNOWN)
        for day in (one.facts["date"] for one in world)
    )
    assert violations == set(Violation.values)
    assert events == set(EventKind.values)
    assert set(precisions) == set(Precision)


@pytest.mark.django_db
def test_nobody_of_it_has_a_name_of_the_starter_registry(system):
    load_starter(by=system, at=LAST_MOMENT)
    real = {
        comparison_key(name) for name in Case.objects.values_list("name", flat=True)
    }
    families = {word for name in real for word in name.split()}
    for one in tellings(1, 2_000):
        for victim in one.victims:
            words = set(comparison_key(victim.person["name"]).split())
            assert not words & families, victim.person["name"]
