"""The offices that ship are whole, load once, and give way to the installation."""

from dataclasses import replace
from datetime import timedelta

import pytest

from endimpunity.directory import operations
from endimpunity.directory.models import Contact, Office, OfficeName, OfficePoint
from endimpunity.directory.rules import shipped_offices
from endimpunity.directory.rules.shipped_offices import (
    UnreadableOfficeError,
    read_office,
)
from endimpunity.directory.tests.factories import an_office_file, an_office_row
from endimpunity.directory.vocabulary import LANGUAGES

YEAR = timedelta(days=365)
OFFICES = shipped_offices.shipped_offices()
WHOLE = """
schema = 1
slug = "x"
kind = "RAPPORTEUR"
body = "UN"
read_on = 2024-01-01
[source.a]
label = "A"
url = "https://example.org/"
[points]
TAKES_LETTERS = "a"
[[post]]
code = "p"
kind = "HEAD"
""" + "".join(
    f'[name.{one}]\ntext = "X"\nown = true\nsource = "a"\n' for one in LANGUAGES
)

WRONG_CONTACT = (
    """{channel = "EMAIL", address = "x", purpose = "PUBLIC", source = "a"}"""
)


def test_the_mandates_of_the_issue_ship():
    bodies = {office.jurisdiction.body for office in OFFICES}
    assert bodies == {"UN", "UNESCO", "OAS", "AFU", "OSCE", "COE"}
    assert len(OFFICES) == 9


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.slug)
def test_an_office_is_named_in_six_languages_and_says_what_it_takes(office):
    assert [name.language for name in office.names] == list(LANGUAGES)
    topics = {point.code.partition("_")[0] for point in office.points}
    assert {"TAKES", "DOES"} <= topics


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office.slug)
def test_a_holder_has_a_day_and_an_address_is_not_passed_off_as_verified(office):
    for post in office.posts:
        assert all(holder.source.stated_on for holder in post.holders)
        assert all(contact.verified_on is None for contact in post.contacts)
        assert all(contact.source.url for contact in post.contacts)


def test_a_whole_file_is_read():
    assert read_office(WHOLE).slug == "x"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema = 1", "schema = 2"),
        ('kind = "HEAD"', 'kind = "KING"'),
        ('body = "UN"', 'body = "UNO"'),
        ("TAKES_LETTERS", "TAKES_ALL"),
        ('TAKES_LETTERS = "a"', 'TAKES_LETTERS = "b"'),
        ("read_on", "seen_on"),
        ("[name.ar]", "[name.de]"),
        ('code = "p"', 'code = "p"\nholder = [{name = "A", source = "a"}]'),
        ('code = "p"', f'code = "p"\ncontact = [{{{WRONG_CONTACT}}}]'),
        ("schema = 1", "schema = "),
    ],
)
def test_a_file_that_nobody_understands_is_refused(old, new):
    assert old in WHOLE
    with pytest.raises(UnreadableOfficeError):
        read_office(WHOLE.replace(old, new, 1))


def ship(monkeypatch, *offices):
    monkeypatch.setattr(shipped_offices, "shipped_offices", lambda: offices)


def load(by, at):
    return operations.load_reference(by=by, at=at).offices


def test_a_release_adds_and_ends_and_keeps(reference, system, now, monkeypatch):
    first, *others = OFFICES
    later = replace(first, names=first.names[1:], points=first.points[:1], posts=())
    ship(monkeypatch, later, *others)
    points = OfficePoint.objects.filter(office__slug=first.slug)
    held, at = points.count(), now + YEAR
    while OfficeName.objects.filter(recorded_from__gt=at).exists():
        at += YEAR
    assert load(system, at) > 0
    assert points.count() == held
    assert points.filter(recorded_to=None).count() == 1
    gone = OfficeName.objects.get(office__slug=first.slug, language="ar")
    assert gone.recorded_to == at
    assert load(system, at) == 0


def test_a_contact_that_the_installation_ended_does_not_come_back(
    reference, system, now
):
    contact = Contact.objects.get(address="hrc-sr-eje@un.org")
    at = contact.recorded_from + YEAR
    operations.end_contact(contact_id=contact.pk, by=system, at=at)
    assert load(system, at) == 0
    assert not Contact.objects.filter(
        address="hrc-sr-eje@un.org", recorded_to=None
    ).exists()


def test_an_office_of_the_installation_stays_its_own(
    reference, system, now, monkeypatch
):
    row = an_office_row(office="new-mandate", jurisdiction="UN")
    operations.import_offices(content=an_office_file(row), by=system, at=now)
    ship(monkeypatch, *OFFICES, replace(OFFICES[0], slug="new-mandate"))
    assert load(system, now + YEAR) == 0
    assert Office.objects.get(slug="new-mandate").kind == "MINISTRY"
