"""A monitor opens a list to the world, and reads it as anybody does."""

import html
import re
from collections import Counter

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from endimpunity.sources.vocabulary import Manner
from tests.journeys.lists import a_world_of_its_own, records, take_in
from tests.journeys.terminal import endimpunity

pytestmark = pytest.mark.django_db

# Of what the list says and its policy keeps shut; single words stand elsewhere too.
SHUT = ("perpetrators", "media", "beats")
CASES_READ = 8


class Opened:
    """The list of March 2024, open to the world."""

    def __init__(self):
        self.records = records()
        counted = Counter(one["country"] for one in self.records if one["country"])
        [(self.country, _)] = counted.most_common(1)
        said = {text for one in self.records for key in SHUT for text in one[key] or ()}
        shown = " ".join(
            f"{one['name']} {one['place']} {one['outlets']}" for one in self.records
        )
        self.shut = {text for text in said if " " in text and text not in shown}

    def names(self, country=None):
        chosen = (one for one in self.records if country in {None, one["country"]})
        return {one["name"] for one in chosen}


@pytest.fixture(params=["en", "fr", "ar"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def opened(shared_data, django_db_setup, django_db_blocker):
    with a_world_of_its_own(django_db_blocker):
        assert take_in(shared_data, "2024-03", "--publish")["published"] == 2249
        yield Opened()


@pytest.fixture
def read(client, language, opened):
    """Return how a page is read: it answers, and shows nothing that is shut."""

    def page(name="", address="", **words):
        if name:
            with translation.override(language):
                address = reverse(f"site:{name}", kwargs=words)
        answer = client.get(address)
        assert answer.status_code == 200, address
        text = html.unescape(answer.content.decode())
        [opening] = re.findall(r"<html[^>]*>", text)
        assert f'lang="{language}"' in opening
        assert ('dir="rtl"' in opening) == (language == "ar")
        assert not {one for one in opened.shut if one in text}
        with translation.override(language):
            manners = (Manner.CROSSFIRE, Manner.DANGEROUS_ASSIGNMENT)
            assert not any(str(manner.label) in text for manner in manners)
        return text

    return page


def shown(text, heading):
    """Return the names that stand in the headings of a page."""
    found = re.findall(rf"<{heading}.*?</{heading}>", text, re.DOTALL)
    return {" ".join(re.sub("<[^>]+>", " ", one).split()) for one in found}


def test_there_is_something_to_keep_shut(opened):
    assert len(opened.shut) >= 5


def test_the_front_page_shows_people_of_the_list(opened, read):
    assert shown(read("front"), "h3") & opened.names()


def test_the_page_of_a_country_shows_its_people(opened, read):
    people = shown(read("country", code=opened.country), "h3")
    assert len(people) > 1
    assert people <= opened.names(opened.country)


def test_the_page_of_a_case_names_the_person_and_the_policy(opened, read, language):
    country = read("country", code=opened.country)
    cases = re.findall(rf'href="(/{language}/cases/[^"]+)"', country)
    for address in cases[:CASES_READ]:
        text = read(address=address)
        [name] = shown(text, "h1")
        assert name in opened.names(opened.country)
        assert "Committee to Protect Journalists" in text


def test_the_publishers_list_shows_its_records(opened, read):
    text = read("publisher", code="CPJ")
    assert len(shown(text, "h3")) > 1
    assert shown(text, "h3") <= opened.names()


@pytest.mark.slow
def test_the_publishers_list_is_read_to_its_end(opened, client):
    address = reverse("site:publisher", kwargs={"code": "CPJ"})
    pages = [client.get(address).content.decode()]
    while following := re.search(r'href="(\?after=[^"]+)"', pages[-1]):
        answer = client.get(address + html.unescape(following[1]))
        pages.append(answer.content.decode())
    rows = re.findall(r"<code>(CPJ@2024-03-12#\d+)</code>", "".join(pages))
    assert len(rows) == len(set(rows)) == 2249


def test_who_is_on_the_list_is_found_by_the_name(opened, client, language):
    wanted = next(one for one in opened.records if one["country"] == opened.country)
    with translation.override(language):
        address = reverse("site:search")
    text = html.unescape(
        client.get(address, {"q": wanted["name"]}).content.decode(),
    )
    assert wanted["name"] in shown(text, "h3")


def test_opening_it_again_publishes_nothing_twice(opened, shared_data):
    facts = take_in(shared_data, "2024-03", "--publish")
    assert (facts["identical"], facts["published"]) == (True, 0)


def test_what_was_opened_is_closed_and_opened_again(opened, shared_data, client):
    with translation.override("en"):
        address = reverse("site:publisher", kwargs={"code": "CPJ"})
    closing = ("close", "--publisher", "CPJ", "--reason", "The publisher asked.")
    with transaction.atomic():
        closed = endimpunity(*closing, "--json").facts
        assert (closed["no_longer_published"], closed["still_published"]) == (2249, 0)
        assert client.get(address).status_code == 410
        again = endimpunity(*closing)
        assert again.status == 1
        assert "not open to the world" in again.sentence
        assert take_in(shared_data, "2024-03", "--publish")["published"] == 2249
        assert client.get(address).status_code == 200
        transaction.set_rollback(True)
