"""An office's page says who may write and how, and what nobody has verified."""

import re

from endimpunity.doors.site.tests import office_factories as factories
from endimpunity.doors.site.tests.reading import text


def page(client, rooms, language="en", **said):
    rooms.answer_of_directory("office_card", factories.an_office(**said))
    return client.get(f"/{language}/offices/ex-rapporteur/")


def test_an_office_says_what_it_takes_from_whom_and_what_it_does(client, rooms):
    words = text(page(client, rooms))
    for told in (
        "Rapporteur of Examples",
        "Organization of American States",
        "Letters and information",
        "Anyone who knows of the case",
        "The sender gives name and address.",
        "It does not decide individual complaints.",
        "Speaks out in public",
        "Ada Example since 1 April 2024",
        "Verified on 13 March 2024",
        "read on 2 May 2024",
    ):
        assert told in words, told


def test_an_office_is_asked_for_by_its_address_language_and_day(client, rooms):
    page(client, rooms, language="fr")
    ((args, named),) = [
        (args, named) for what, args, named in rooms.asked if what == "office_card"
    ]
    assert args == ("ex-rapporteur",)
    assert named["language"] == "fr"
    assert named["on"]


def test_a_vacant_post_is_told_from_one_of_which_nothing_is_recorded(client, rooms):
    vacant = factories.a_holder(name="", is_vacant=True, since="")
    words = text(page(client, rooms, posts=(factories.a_post(holder=vacant),)))
    assert "Vacant" in words
    assert "No holder is recorded" not in words
    words = text(page(client, rooms, posts=(factories.a_post(holder=None),)))
    assert "No holder is recorded" in words
    desk = factories.a_post(kind="DESK", holder=None)
    assert "No holder is recorded" not in text(page(client, rooms, posts=(desk,)))


def test_an_address_that_nobody_verified_says_so(client, rooms):
    contact = factories.a_contact(verified_on="")
    words = text(page(client, rooms, posts=(factories.a_post(contacts=(contact,)),)))
    assert "Not verified yet" in words


def test_an_office_without_an_address_says_so(client, rooms):
    told = "No address that is open to the public is recorded."
    assert told in text(page(client, rooms, posts=()))
    assert told in text(page(client, rooms, posts=(factories.a_post(contacts=()),)))


def test_an_address_leads_where_its_channel_does(client, rooms):
    contacts = (
        factories.a_contact(address="a+b@example.org"),
        factories.a_contact(
            channel="WEB_FORM",
            address="https://form.example/",
            steps="Choisissez la langue.",
            steps_language="fr",
        ),
        factories.a_contact(channel="POST", address="1 Example <Street>"),
    )
    answer = page(client, rooms, posts=(factories.a_post(contacts=contacts),))
    html = answer.content.decode()
    assert 'href="mailto:a%2Bb@example.org"' in html
    assert 'href="https://form.example/"' in html
    assert "1 Example &lt;Street&gt;" in html
    assert re.search(r'lang="fr"[^>]*>Choisissez la langue\.', html)


def test_a_translated_name_says_whose_translation_it_is(client, rooms):
    ours = factories.an_office_line(own_name=False)
    assert "own translation" in text(page(client, rooms, line=ours))
    assert "own translation" not in text(page(client, rooms))


def test_an_office_of_a_state_says_of_which(client, rooms):
    line = factories.an_office_line(state="ML", body="", kind="MINISTRY")
    assert "Ministry · Mali" in text(page(client, rooms, line=line))


def test_an_office_that_is_not_shown_has_no_page(client, rooms):
    rooms.answer_of_directory("office_card", None)
    assert client.get("/en/offices/nobody/").status_code == 404


def test_offices_stand_under_their_organisations_in_the_order_of_names(client, rooms):
    lines = [
        factories.an_office_line(slug="b", name="Beta"),
        factories.an_office_line(slug="z", name="Zeta", body="AFU"),
        factories.an_office_line(slug="a", name="Alpha"),
    ]
    rooms.answer_of_directory("mandates", tuple(lines))
    html = client.get("/en/offices/").content.decode()
    assert re.findall(r'href="/en/offices/(\w)/"', html) == ["z", "a", "b"]
    assert re.findall(r'<h2 id="body-(\w+)"', html) == ["AFU", "OAS"]


def test_a_registry_without_offices_says_so(client, rooms):
    rooms.answer_of_directory("mandates", ())
    assert "No office is shown yet." in text(client.get("/en/offices/"))
