"""A place's unresolved cases come first, then the others; and all have a page."""

import pytest

from endimpunity.doors.site.tests import factories, places_told
from endimpunity.doors.site.tests.reading import text

PLACES = ["/en/countries/ML/", "/en/countries/ML/ML-1/"]


@pytest.fixture
def two_lists(rooms):
    """Answer with one unresolved case and one that a word ends, pages beside them."""
    open_case = factories.a_page(
        factories.a_line(name="Ada Open"),
        total=120,
        next_key="k&9",
        previous_key="-k",
    )
    ended = factories.a_page(
        factories.a_line(name="Bo Ended", standing="CONVICTION_FINAL"),
        total=80,
        next_key="e1",
        previous_key="",
    )

    def answered(*_, unresolved, **__):
        return open_case if unresolved else ended

    rooms.answer("cases_in", answered)
    rooms.answer("cases_in_division", answered)
    mali = places_told.a_count("ML", 9, 7, others=3)
    rooms.answer("registry_card", places_told.a_registry(countries=(mali,)))
    rooms.answer("divisions_in", (places_told.a_division_count("ML-1", 9, 7, 3),))
    return rooms


@pytest.mark.parametrize("page", PLACES)
def test_the_unresolved_come_first_then_the_others(client, two_lists, page):
    words = text(client.get(page))
    order = ("Unresolved cases", "Ada Open", "Other cases", "Bo Ended")
    places = [words.index(told) for told in order]
    assert places == sorted(places)
    assert "Unresolved: neither a final conviction nor full justice" in words
    assert "each page says whose word that is" in words
    # Nobody says that a conviction resolves.
    assert "Resolved" not in words


@pytest.mark.parametrize("page", PLACES)
def test_killings_share_no_number_with_other_attacks(client, two_lists, page):
    words = text(client.get(page))
    assert "Killings: 7 unresolved of 9" in words
    assert "Other attacks: 3 unresolved of 3" in words
    unresolved, others = words.split("Other cases")
    assert "Unresolved cases Killings: 7 · Other attacks: 3" in unresolved
    assert others.startswith(" Killings: 2 A final")
    for total in ("12", "10", "120", "80"):
        assert f" {total} " not in words


@pytest.mark.parametrize("page", PLACES)
def test_each_list_goes_on_at_an_address_of_its_own(client, two_lists, page):
    html = client.get(page).content.decode()
    assert 'href="?after=k%269"' in html
    assert 'href="?others=e1"' in html
    for asked, shown, hidden in (
        ("after", "Ada Open", "Bo Ended"),
        ("others", "Bo Ended", "Ada Open"),
    ):
        two_lists.asked.clear()
        words = text(client.get(f"{page}?{asked}=x"))
        assert shown in words
        assert hidden not in words
        keys = [it[2]["after"] for it in two_lists.asked if it[0][:8] == "cases_in"]
        assert keys == ["x"]
    assert 'href="?after=-k"' in client.get(f"{page}?after=x").content.decode()


def test_a_place_whose_cases_all_have_an_end_says_so(client, two_lists):
    def answered(*_, unresolved, **__):
        return factories.a_page(*([] if unresolved else [factories.a_line()]))

    two_lists.answer("cases_in", answered)
    words = text(client.get("/en/countries/ML/"))
    assert "No unresolved case of this place is published" in words
    assert "Ada Example" in words.split("Other cases")[1]


def test_a_place_without_a_case_says_what_that_does_not_mean(client, rooms):
    rooms.answer("cases_in", factories.a_page())
    words = text(client.get("/en/countries/ML/"))
    assert "That is not to say that none happened" in words
    assert "Other cases" not in words


@pytest.mark.parametrize("page", ["/en/", "/en/countries/"])
def test_lists_of_countries_say_how_many_are_unresolved(client, rooms, page):
    counts = (
        places_told.a_count("ML", 5, 4),
        places_told.a_count("FR", 2, 0, others=3),
        places_told.a_count("EG", 0, 0, others=1),
    )
    rooms.answer("registry_card", places_told.a_registry(countries=counts))
    words = text(client.get(page))
    assert "Mali Killings: 4 unresolved of 5" in words
    assert "France Killings: 0 unresolved of 2 Other attacks: 3 unresolved of 3" in (
        words
    )
    assert "Egypt Other attacks: 1 unresolved of 1" in words


def test_the_front_page_leads_to_all_unresolved_cases(client, rooms):
    html = client.get("/fr/").content.decode()
    assert '<a href="/fr/unresolved/">Tous les cas non résolus</a>' in html


def test_all_unresolved_cases_have_a_page_that_goes_on(client, rooms):
    cases = factories.a_page(factories.a_line(), total=80, next_key="c4n8rwz4gh")
    rooms.answer("unresolved_cases", cases)
    counts = (places_told.a_count("ML", 5, 4), places_told.a_count("FR", 2, 1, 3))
    rooms.answer("registry_card", places_told.a_registry(countries=counts))
    answer = client.get("/en/unresolved/")
    words = text(answer)
    assert "Killings: 5 · Other attacks: 3" in words
    assert "Ada Example" in words
    assert 'href="?after=c4n8rwz4gh"' in answer.content.decode()
    assert 'href="/en/unresolved.atom"' in answer.content.decode()
    rooms.asked.clear()
    client.get("/en/unresolved/?after=c4n8rwz4gh")
    named = {question: named for question, _, named in rooms.asked}
    assert named["unresolved_cases"]["after"] == "c4n8rwz4gh"


def test_an_empty_list_of_unresolved_cases_says_why(client, rooms):
    rooms.answer("unresolved_cases", factories.a_page())
    assert "No unresolved case is published here" in text(client.get("/en/unresolved/"))


def test_a_list_says_once_that_nobody_read_it_a_second_time(client, rooms):
    unread = [factories.a_line(two_persons=False) for _ in range(3)]
    rooms.answer("latest_unresolved", tuple(unread))
    words = text(client.get("/en/"))
    assert words.count("second person has read these cases") == 1
    rooms.answer("latest_unresolved", (*unread, factories.a_line(two_persons=True)))
    words = text(client.get("/en/"))
    assert words.count("No second person has read some of these cases") == 1
    rooms.answer("latest_unresolved", (factories.a_line(two_persons=True),))
    assert "these cases before they were" not in text(client.get("/en/"))
