"""The same files in any order of import end in the same cases.

Addresses differ, since they are drawn; and so does a case that no entry is about
any more, which is shown nowhere: once made, a case is never unmade. Everything
else is compared.
"""

from datetime import date, timedelta
from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.cases.models import Case, Membership, PublicLine
from endimpunity.cases.operations import publish, publish_under_policy
from endimpunity.cases.queries.identity import identity
from endimpunity.cases.tests.factories import day, lens, own_case, page
from endimpunity.sources import operations as sources
from endimpunity.sources import queries as sources_queries
from endimpunity.sources.models import Publisher, Sighting, Snapshot
from endimpunity.sources.rules.people import names_in, people_of
from endimpunity.sources.tests.lists import AT, mapping, table, take_in

pytestmark = pytest.mark.django_db

DAYS = ("2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01")
HEADERS = ("name", "year", "country", "outlet", "impunity", "url")
MAPPING = mapping("""
publisher = "LISTA"
[columns]
name = {people = "name"}
year = "year"
country = "country"
outlets = "outlet"
impunity = "impunity"
url = "url"
""")

PEOPLE = ["Ana Lima", "Anna Lima", "Rui Sa", "Marta Herran", "Maria Herran"]
names = st.one_of(
    st.sampled_from(PEOPLE),
    st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=3, unique=True).map(
        "; ".join,
    ),
)
entries = st.tuples(
    names,
    st.sampled_from(["2010", "2011"]),
    st.sampled_from(["Brazil", "Mexico"]),
    st.sampled_from(["Radio One", ""]),
    st.sampled_from(["Complete Impunity", "Full Justice"]),
    st.sampled_from(["", "https://list.example/1", "https://list.example/2"]),
)
files = st.lists(
    st.tuples(st.lists(entries, min_size=1, max_size=3), st.booleans()),
    min_size=2,
    max_size=4,
)


def ending(said, order):
    """Import and open files in an order; return what the cases are; keep nothing."""
    with transaction.atomic():
        system = system_actor()
        own = own_case(system, name="Ana Lima", date=day("2010-01-01", "2010-12-31"))
        publish(case_id=own.pk, reason="A test.", by=system, at=AT, alone=True)
        for number, index in enumerate(order, start=1):
            at = AT + timedelta(days=number)
            rows, complete = said[index]
            take_in(
                table(*rows, headers=HEADERS),
                DAYS[index],
                by=system,
                at=at,
                mapping=MAPPING,
                complete=complete,
                accept_withdrawals=99,
            )
            Publisher.objects.update(licence="FACTS_AND_LINK")
            open_file(DAYS[index], system, at)
        result = cases_now()
        transaction.set_rollback(True)
    return result


def open_file(stated_on, system, at):
    policy = sources.adopt_policy_alone(publisher_code="LISTA", by=system, at=at)
    sources.release_snapshot(
        snapshot=Snapshot.objects.get(stated_on=stated_on),
        policy=policy,
        by=system,
        at=at,
    )
    publish_under_policy(policy_id=policy.pk, by=system, at=at)


def cases_now():
    """Return every case that an entry or the registry speaks of, whatever its key."""
    known = identity()
    own = Case.objects.order_by("pk")[0]
    about: dict[int, set[int]] = {own.pk: set()}
    for part_id, case_id in Membership.objects.filter(superseded_at=None).values_list(
        "part_id",
        "case_id",
    ):
        about.setdefault(known.of(case_id), set()).add(part_id)
    shown = set(PublicLine.objects.values_list("case_id", flat=True))
    assert shown - known.leads.keys() <= about.keys()
    sayings = who_says()
    cases = sorted(
        (
            sorted(one for part in about[case.pk] for one in sayings.pop(part)),
            (case.name, case.outlets, case.sort_key),
            line(case.pk),
            beside(case),
        )
        for case in Case.objects.filter(pk__in=about)
    )
    return cases, sayings


def who_says():
    """Return part -> (day, row, name) of every saying that names it."""
    found: dict[int, list[tuple[str, int, str]]] = {}
    for one in Sighting.objects.filter(superseded_at=None).select_related(
        "snapshot",
        "row",
        "version",
    ):
        parts = sources_queries.parts_of([one.record_id])[one.record_id]
        people = people_of(parts, one.version.values)
        # Whoever a row names is a part, and so has a case.
        assert len(people) == len(names_in(one.version.values))
        for part_id, _, values in people:
            found.setdefault(part_id, []).append(
                (str(one.snapshot.stated_on), one.row.number, values["name"]),
            )
    return found


def line(case_id):
    """Return what lists show of a case, but for its address and since when."""
    shown = PublicLine.objects.filter(case=case_id).values().first()
    if shown is None:
        return []
    own = ("case_id", "public_id", "published_at")
    return sorted((key, str(value)) for key, value in shown.items() if key not in own)


def beside(case):
    """Return who is told to have been harmed in the same attack."""
    card = page(case, lens(AT + timedelta(days=9), as_of=date(2026, 12, 31)))
    others = getattr(card, "others_in_attack", ())
    return sorted(one.name for one in others)


# Each example imports up to eight files: an eighth of what others may try.
@settings(max_examples=max(15, settings().max_examples // 8))
@given(files, st.data())
def test_any_order_of_import_ends_in_the_same_cases(said, data):
    straight = range(len(said))
    order = data.draw(st.permutations(straight))
    assert ending(said, order) == ending(said, straight)


def entry(name, year="2010", country="Brazil", url=""):
    return (name, year, country, "Radio One", "Complete Impunity", url)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(
            [([entry("Ana Lima; Rui Sa")], False), ([entry("Ana Lima")], False)],
            id="who is named no more",
        ),
        pytest.param(
            [([entry("Anna Lima")], False), ([entry("Ana Lima")], False)],
            id="a spelling that agrees later",
        ),
        pytest.param(
            [
                ([entry("Ana Lima")], False),
                ([entry("Ana Lima"), entry("Ana Lima")], False),
            ],
            id="two that agree",
        ),
        pytest.param(
            [
                ([entry("Rui Sa; Ana Lima")], False),
                ([entry("Rui Sa"), entry("Ana Lima; Marta Herran")], True),
                ([entry("Ana Lima; Rui Sa; Maria Herran")], False),
            ],
            id="people who move",
        ),
    ],
)
def test_every_order_ends_the_same(said):
    endings = [ending(said, order) for order in permutations(range(len(said)))]
    assert all(one == endings[0] for one in endings)
