"""Lists of published cases, page by page."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.cases import published
from endimpunity.cases.models import Case, PublicLine
from endimpunity.cases.operations import publish, publish_under_policy
from endimpunity.cases.rules.standing import is_unresolved
from endimpunity.cases.tests.factories import (
    FIRST,
    LATER,
    adopted,
    day,
    lens,
    own_case,
    page,
    policy,
    release,
    said,
    undone,
)
from endimpunity.cases.vocabulary import Standing
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.paging import NoSuchPage

pytestmark = pytest.mark.django_db


def open_cases(system, *facts):
    for one in facts:
        case = own_case(system, **one)
        publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)


def test_the_latest_come_first_and_the_undated_last(system):
    open_cases(
        system,
        {"name": "Zoe", "date": day("2019-05-05")},
        {"name": "Ada", "date": day("2020-05-05")},
        {"name": "Nobody Knows", "date": None},
        {"name": "Ada Older", "date": day("2019-05-05")},
    )
    shown = [one.name for one in published.latest_unresolved(lens=lens())]
    assert shown == ["Ada", "Ada Older", "Zoe", "Nobody Knows"]


@pytest.mark.parametrize("standing", Standing.values)
def test_what_a_word_ends_is_not_among_the_unresolved(system, standing):
    open_cases(system, {"name": "Ada"}, {"name": "Zoe", "date": None})
    PublicLine.objects.filter(name="Ada").update(standing=standing)
    shown = [one.name for one in published.latest_unresolved(lens=lens())]
    assert shown == (["Ada", "Zoe"] if is_unresolved(standing) else ["Zoe"])


def test_as_many_unresolved_are_told_as_are_asked_for(system):
    open_cases(system, *({"name": f"Ada {number}"} for number in range(4)))
    resolved = PublicLine.objects.order_by("sort_key", "case_id")[:2]
    for line in resolved:
        line.standing = Standing.RESOLVED
        line.save()
    assert len(published.latest_unresolved(lens=lens(), size=3)) == 2
    assert len(published.latest_unresolved(lens=lens(), size=1)) == 1


@pytest.mark.parametrize("standing", Standing.values)
def test_a_place_has_its_unresolved_cases_and_the_others_apart(system, standing):
    open_cases(system, {"name": "Ada"}, {"name": "Zoe", "date": None})
    open_cases(system, {"name": "Far", "country": "FR"})
    PublicLine.objects.filter(name="Ada").update(standing=standing)
    found = {
        unresolved: [
            one.name
            for one in published.cases_in(
                "BR",
                lens=lens(),
                unresolved=unresolved,
            ).items
        ]
        for unresolved in (True, False, None)
    }
    ended = [] if is_unresolved(standing) else ["Ada"]
    open_ones = ["Zoe"] if ended else ["Ada", "Zoe"]
    assert found == {True: open_ones, False: ended, None: ["Ada", "Zoe"]}
    everywhere = published.unresolved_cases(lens=lens())
    assert sorted(one.name for one in everywhere.items) == sorted([*open_ones, "Far"])
    latest = published.latest_published(lens=lens(), unresolved=True)
    assert {one.name for one in latest} == {*open_ones, "Far"}


def test_all_unresolved_cases_are_met_once_page_by_page(system):
    open_cases(
        system,
        *({"name": f"Ada {n}", "country": ("BR", "FR", None)[n % 3]} for n in range(7)),
    )
    PublicLine.objects.filter(name="Ada 3").update(standing=Standing.FULL_JUSTICE)
    met, key = [], ""
    while True:
        page = published.unresolved_cases(lens=lens(), after=key, size=2)
        assert page.total == 6
        met += [one.name for one in page.items]
        key = page.next_key
        if not key:
            break
    assert sorted(met) == [f"Ada {n}" for n in range(7) if n != 3]
    with pytest.raises(NoSuchPage):
        published.unresolved_cases(lens=lens(), after="nobody")


def test_a_page_of_a_list_asks_as_often_for_many_cases_as_for_one(
    system,
    django_assert_num_queries,
):
    open_cases(system, *({"name": f"Ada {n}"} for n in range(5)))
    with django_assert_num_queries(5):
        published.unresolved_cases(lens=lens())
    with django_assert_num_queries(5):
        published.cases_in("BR", lens=lens(), unresolved=True)


def test_killings_and_other_attacks_of_a_place_share_no_number(system):
    open_cases(
        system,
        {"name": "Ada", "violations": ["KILLING"]},
        {"name": "Bo", "violations": ["KILLING"]},
        {"name": "Cy", "violations": ["KIDNAPPING"]},
        {"name": "Di", "violations": ["THREAT"]},
    )
    for name in ("Bo", "Di"):
        PublicLine.objects.filter(name=name).update(standing=Standing.RESOLVED)
    [brazil] = published.registry_card(lens=lens()).countries
    assert (brazil.killings, brazil.unresolved_killings) == (2, 1)
    assert (brazil.others, brazil.unresolved_others) == (2, 1)
    assert (brazil.settled_killings, brazil.settled_others) == (1, 1)


def test_every_attack_of_which_a_case_is_shown_has_its_address_told_once(system):
    open_cases(system, {"name": "Ada"}, {"name": "Bo"})
    hidden = own_case(system, name="Cy")
    shown = Case.objects.exclude(pk=hidden.pk).values_list("attack__key", flat=True)
    parts, keys = published.attack_addresses(0, lens=lens())
    first, *more = [
        published.attack_addresses(part, lens=lens())[1] for part in range(parts)
    ]
    assert keys == first
    told = [*first, *(key for some in more for key in some)]
    assert sorted(told) == sorted(str(key) for key in shown)
    assert published.attack_addresses(10**30, lens=lens()) == (parts, ())
    assert published.attack_addresses(0, lens=lens(FIRST.replace(year=2000))) == (0, ())
    two = Case.objects.filter(pk__in=PublicLine.objects.values("case"))
    two.update(attack=two[0].attack_id)
    _, keys = published.attack_addresses(0, lens=lens())
    assert len(keys) == 1


def test_an_area_and_nowhere_known_are_places_of_their_own(system):
    open_cases(
        system,
        {"name": "Ada", "country": "PS"},
        {"name": "Bob", "country": None, "area": "IL+PS"},
        {"name": "Cyd", "country": None},
    )
    assert {
        code: [one.name for one in published.cases_in(code, lens=lens()).items]
        for code in ("PS", "IL+PS", "", "IL")
    } == {"PS": ["Ada"], "IL+PS": ["Bob"], "": ["Cyd"], "IL": []}
    counted = published.registry_card(lens=lens()).countries
    assert [(one.code, one.cases) for one in counted] == [
        ("", 1),
        ("IL+PS", 1),
        ("PS", 1),
    ]


def test_what_was_published_later_is_not_there_yet(system):
    case = own_case(system)
    publish(case_id=case.pk, reason="A test.", by=system, at=LATER, alone=True)
    assert published.cases_in("BR", lens=lens(FIRST)).total == 0
    assert page(case, lens(FIRST)) is None
    assert published.cases_in("BR", lens=lens(LATER)).total == 1


def test_a_publishers_voice_is_asked_of_its_list(system):
    with pytest.raises(ValueError, match="LIST"):
        published.latest_unresolved(lens=lens(voice="LIST"))
    assert isinstance(lens(), Lens)


def test_a_key_that_leads_nowhere_or_past_an_end_is_told(system):
    open_cases(system, {"name": "Ada"})
    [only] = published.cases_in("BR", lens=lens()).items
    for key in ("-", "nobody", "-nobody", only.public_id, f"-{only.public_id}"):
        with pytest.raises(NoSuchPage):
            published.cases_in("BR", lens=lens(), after=key)


@pytest.mark.slow
@given(count=st.integers(0, 12), size=st.integers(1, 5), turns=st.integers(0, 3))
def test_pages_put_together_are_the_list_forward_and_backward(count, size, turns):
    with undone():
        check_pages(system_actor(), count, size, turns)


def check_pages(system, count, size, turns):
    made = adopted(
        system,
        *(
            said(f"Ada {number % 3}", date=day(f"2020-01-{1 + number % turns:02d}"))
            if turns
            else said("Ada", date=None)
            for number in range(count)
        ),
        code="PAGES",
    )
    under = policy(system, code="PAGES")
    release(system, made.snapshot, under)
    publish_under_policy(policy_id=under.pk, by=system, at=FIRST)
    whole = list(
        PublicLine.objects.filter(place_code="BR")
        .order_by("sort_key", "case_id")
        .values_list("public_id", flat=True),
    )
    assert len(whole) == count
    forward, pages, key = [], [], ""
    while True:
        page = published.cases_in("BR", lens=lens(), after=key, size=size)
        assert page.total == count
        forward += [one.public_id for one in page.items]
        pages.append(page)
        key = page.next_key
        if not key:
            break
    assert forward == whole
    assert pages[0].previous_key == ""
    for before, after in pairwise(pages):
        back = published.cases_in(
            "BR",
            lens=lens(),
            after=after.previous_key,
            size=size,
        )
        assert back.items == before.items
