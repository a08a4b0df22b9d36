"""No secret of any table comes out by any way out."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path
from django.utils import timezone

from endimpunity.accounts.models import User
from endimpunity.accounts.tests.factories import a_person
from endimpunity.audit import operations as audit
from endimpunity.audit.models import Deed
from endimpunity.cases import operations
from endimpunity.cases import published as cases_published
from endimpunity.cases.models import Attack, Case
from endimpunity.directory import operations as directory
from endimpunity.directory.models import Contact, Office, State
from endimpunity.sources import published as sources_published
from endimpunity.sources.models import Publisher
from tests.house.canary.columns import own_models, text_columns
from tests.house.canary.exits import exits
from tests.house.canary.growing import grow
from tests.house.canary.lists import InventedList
from tests.house.canary.offices import OPEN_ADDRESS, propose_names, take_in_offices
from tests.house.canary.openings import OF_FIXED_FORM, PUBLIC
from tests.house.canary.planting import Planted, plant
from tests.house.canary.walking import walk

pytestmark = pytest.mark.django_db

SPARED = set(PUBLIC) | set(OF_FIXED_FORM)


def plant_everything(all_models) -> Planted:
    planted = Planted()
    for column in text_columns(all_models):
        if column.label not in SPARED:
            plant(column, planted, SPARED)
    return planted


CODES_OF_PLACES = ["FR", "ML", "IL+PS"]
OF_PAGES = {
    "site:case{}:public_id": lambda: [*stored(Case, "public_id"), "never-given"],
    "site:attack{}:key": lambda: [*stored(Attack, "key"), uuid4()],
    "site:country{}:code": lambda: [*CODES_OF_PLACES, *stored(State, "code")[:5]],
    "site:division{}:code": lambda: ["PH", "ML"],
    "site:division{}:division": lambda: ["PH-14", "ML-8", "ML-ZZ"],
    "site:office{}:slug": lambda: [*stored(Office, "slug"), "never-recorded"],
    "site:publisher{}:code": lambda: [*stored(Publisher, "code"), "NOBODY"],
}
VALUES = {
    # A page, and the JSON beside it.
    **{
        page.format(form): of for page, of in OF_PAGES.items() for form in ("", "-json")
    },
    "site:country-feed:code": lambda: CODES_OF_PLACES,
    "site:country-table:code": lambda: CODES_OF_PLACES,
    "sitemap-cases:part": lambda: [0, 1],
    "sitemap-attacks:part": lambda: [0, 1],
}


# Three people of the list that is opened; the case of the third is withdrawn.
OPENED_NAMES = [f"openopenname{number}" for number in range(3)]


def stored(model, field):
    return list(model.objects.order_by("pk").values_list(field, flat=True))


@pytest.fixture
def town(tmp_path, system):
    """Fill the registry by its own doors; return the secrets that came in so."""
    planted = Planted()
    call_command("load", "starter")
    opened = ("name", "name_native", "place", "outlets", "url")
    shut = InventedList(publisher="SHUT", stated_on="2024-01-01", complete=True)
    for one in (
        InventedList(publisher="OPEN", stated_on="2024-01-01", public=opened),
        InventedList(publisher="OPEN", stated_on="2024-06-01"),
        shut,
    ):
        one.take_in(tmp_path, planted)
    InventedList(publisher="SHUT", stated_on="2024-03-01").refuse(tmp_path, planted)
    take_in_offices(tmp_path, planted)
    open_to_all = list(Contact.objects.filter(address=OPEN_ADDRESS)) + list(
        Contact.objects.filter(purpose="OFFICIAL"),
    )
    for contact in open_to_all:
        for person in (a_person(), a_person()):
            # Agreed to be written to; what is official is not shown for all that.
            directory.agree_to_contact(
                contact_id=contact.pk,
                by=person,
                at=timezone.now(),
            )
    propose_names(tmp_path, planted)
    third, second, first = Case.objects.order_by("-pk")[:3]
    # The commands read the clock, and so these deeds come after theirs.
    now = timezone.now()
    both: dict[str, Any] = {"by": system, "at": now, "reason": "for the canary"}
    undone = operations.merge(from_case_id=second.pk, into_case_id=first.pk, **both)
    operations.undo_merge(merge_id=undone, **both)
    operations.merge(from_case_id=second.pk, into_case_id=first.pk, **both)
    operations.withdraw(case_id=third.pk, **both)
    operations.refresh(case_ids=[second.pk, first.pk], by=system, at=now)
    return planted


@pytest.fixture(autouse=True)
def short_pages(monkeypatch):
    """Cut every list of a page after its first entry, so that others follow."""
    for room in (cases_published, sources_published):
        for name in room.__all__:
            defaults = getattr(getattr(room, name), "__kwdefaults__", None) or {}
            if {"after", "size"} <= set(defaults):
                monkeypatch.setitem(defaults, "size", 1)


# Every page in one language in each run, the languages taking turns; in each where
# everything is proved.
in_languages = pytest.mark.parametrize(
    "by_turns",
    [
        pytest.param(True, id="by turns"),
        pytest.param(False, id="all", marks=pytest.mark.proof),
    ],
)


# The search of the starter registry finds two people there.
WORDS = ("Kidal",)


@pytest.mark.slow
@in_languages
def test_nothing_that_a_list_keeps_to_itself_comes_out(town, by_turns):
    seen = walk(exits(), VALUES, town.secrets, WORDS, by_turns=by_turns)
    assert seen.unreached == set()
    assert {
        "site:search?q",
        "site:search?after",
        "site:country?after",
        "site:unresolved?after",
        "site:publisher?after",
    } <= seen.parameters
    assert not seen.leaks, "\n".join(sorted(seen.leaks))


@pytest.mark.slow
def test_what_a_policy_opens_is_seen_until_the_case_is_withdrawn(town):
    opened = {word: word for word in OPENED_NAMES}
    seen = walk(exits(), VALUES, opened, WORDS, by_turns=True)
    shown = {it.partition(" ")[0] for it in seen.leaks}
    assert shown >= {OPENED_NAMES[0], OPENED_NAMES[1]}
    assert not [it for it in seen.leaks if it.startswith(OPENED_NAMES[2])]


@pytest.mark.slow
def test_an_address_that_two_people_agreed_to_is_seen(town):
    seen = walk(exits(), VALUES, {OPEN_ADDRESS: OPEN_ADDRESS}, by_turns=True)
    assert {it.partition(" ")[0] for it in seen.leaks} == {OPEN_ADDRESS}


@pytest.mark.slow
@in_languages
def test_no_secret_of_any_table_comes_out(town, by_turns):
    all_models = own_models()
    grow(all_models)
    planted = plant_everything(all_models)
    columns = {it.label for it in text_columns(all_models)}
    missing = columns - SPARED - planted.reached
    why = {it: planted.refused.get(it, "no row") for it in missing}
    assert not why, "\n".join(f"{it}: {reason}" for it, reason in why.items())
    seen = walk(exits(), VALUES, planted.secrets, WORDS, by_turns=by_turns)
    assert seen.unreached == set()
    assert not seen.leaks, "\n".join(sorted(seen.leaks))


# --- that the canary sings: each thing it looks for, put before it on purpose


def leaking(request):
    return HttpResponse(", ".join(User.objects.values_list("email", flat=True)))


def leaking_in_a_header(request):
    name = User.objects.values_list("name", flat=True).last()
    return HttpResponse("nothing here", headers={"X-Made-By": name})


def searching(request):
    word = request.GET.get("q", "")
    found = User.objects.filter(name__contains=word).count() if word else 0
    return HttpResponse(f"{word}: {found} found")


def harmless(request, code=""):
    return HttpResponse(f"asked: {request.GET.get('q', '')}")


def walk_of(*patterns, values=None, words=()):
    """Plant the people of the program, and walk these routes alone."""
    a_person()
    planted = plant_everything([User])
    with override_settings(ROOT_URLCONF=tuple(patterns)):
        return walk(exits(), values or {}, planted.secrets, words)


def test_a_page_that_shows_a_secret_is_caught():
    seen = walk_of(path("harmless/", harmless), path("leak/", leaking))
    assert "accounts.User.email at /leak/" in seen.leaks
    assert not [it for it in seen.leaks if "harmless" in it]


def test_a_secret_in_a_header_is_caught():
    seen = walk_of(path("leak/", include([path("deep/", leaking_in_a_header)])))
    assert "accounts.User.name at /leak/deep/" in seen.leaks


def test_a_search_that_finds_by_a_secret_is_caught():
    seen = walk_of(path("search/", searching))
    assert seen.leaks == {"accounts.User.name is found by a search at /search/?q="}


def paged(request):
    """Show nothing at first, and a secret on the page that it leads on to."""
    after = request.GET.get("after", "")
    if after == "page-2":
        return leaking(request)
    onward = {"": "page-1", "page-1": "page-2"}.get(after, "")
    return HttpResponse(f'<p>nothing</p><a href="?q=&amp;after={onward}#top">On</a>')


def asking(request):
    """Offer a form, and find people by what is typed in a place not called q."""
    whom = request.GET.get("whom", "")
    found = User.objects.filter(name__contains=whom).count() if whom else 0
    form = '<form action="/ask/"><input name="whom"><button>Go</button></form>'
    onward = '<a href="/ask/?secret=1">One found</a>' if whom == "anybody" else ""
    if "secret" in request.GET:
        return leaking(request)
    return HttpResponse(f"{form}{found} found{onward}")


def endless(request):
    after = request.GET.get("after", "")
    onward = int(after) + 1 if after.isdigit() else 1
    return HttpResponse(f'<a href="?after={onward}">On</a>')


def test_a_secret_on_a_later_page_is_caught():
    seen = walk_of(path("paged/", paged))
    assert "accounts.User.email at /paged/?q=&after=page-2" in seen.leaks
    assert seen.parameters == {"/paged/?q", "/paged/?after"}


def test_a_search_by_a_parameter_of_a_form_is_caught():
    seen = walk_of(path("ask/", asking, name="ask"))
    assert seen.leaks == {"accounts.User.name is found by a search at /ask/?whom="}


def test_a_page_behind_what_a_stranger_types_is_walked():
    seen = walk_of(path("ask/", asking, name="ask"), words=("anybody",))
    assert "accounts.User.email at /ask/?secret=1" in seen.leaks
    assert {"ask?q", "ask?whom", "ask?secret"} == seen.parameters


def test_pages_that_lead_on_without_end_are_told():
    unreached = walk_of(path("endless/", endless)).unreached
    assert [it.partition(": ")[2] for it in unreached] == [
        "its pages lead on without end",
    ]


def test_a_page_that_repeats_what_was_asked_is_not_taken_for_a_leak():
    assert not walk_of(path("harmless/", harmless)).leaks


def test_a_route_whose_parameter_nobody_knows_is_caught():
    one = path("cases/<slug:code>/", harmless, name="one")
    assert walk_of(one).unreached == {"one: nobody knows one:code"}
    assert walk_of(one, values={"one:code": list}).unreached == {
        "one: no address of it answers",
    }
    assert not walk_of(one, values={"one:code": lambda: ["x"]}).unreached


def test_a_text_of_a_structure_is_planted_with_the_rest(now):
    audit.record(
        deed="a.deed",
        by=a_person().key,
        at=now,
        detail={"why": "text", "names": ["one"], "rows": 3},
    )
    planted = plant_everything([Deed])
    assert {
        "audit.Deed.detail",
        "audit.Deed.detail.why",
        "audit.Deed.detail.names",
    } <= (set(planted.secrets.values()))


def test_a_table_without_a_row_is_told_from_one_that_was_planted():
    User.objects.filter(kind="PERSON").delete()
    assert "audit.Deed.deed" not in plant_everything([User]).reached


def test_every_line_of_the_openings_names_a_column_and_its_reason():
    columns = {it.label for it in text_columns(own_models())}
    for label, reason in (PUBLIC | OF_FIXED_FORM).items():
        assert any(label == it or label.startswith(f"{it}.") for it in columns), label
        assert reason.strip(), label
    assert not set(PUBLIC) & set(OF_FIXED_FORM)
