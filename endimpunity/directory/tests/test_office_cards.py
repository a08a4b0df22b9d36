"""A card of an office shows what may be shown, named in the reader's language."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from endimpunity.accounts.tests.factories import a_person
from endimpunity.directory import operations, published
from endimpunity.directory.models import Contact, Holder, OfficeName
from endimpunity.directory.tests.factories import (
    NO_CONTACT,
    an_office_file,
    an_office_row,
)

pytestmark = pytest.mark.usefixtures("reference")


@pytest.fixture
def card(now):
    def found(slug, language="en"):
        return published.office_card(slug, language=language, on=now.date())

    return found


def take(by, at, *rows):
    operations.import_offices(content=an_office_file(*rows), by=by, at=at)


def two_agree(at, contact=None, holder=None):
    for _ in range(2):
        if contact:
            operations.agree_to_contact(contact_id=contact.pk, by=a_person(), at=at)
        if holder:
            operations.agree_to_holder(holder_id=holder.pk, by=a_person(), at=at)


def addresses(office):
    return [one.address for post in office.posts for one in post.contacts]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh-hans"])
def test_every_mandate_is_named_in_the_readers_language(language):
    lines = published.mandates(language=language)
    assert len(lines) == 9
    assert {line.language for line in lines} == {language}


def test_a_translated_name_says_that_it_is_ours(card):
    assert card("coe-commissioner", "fr").line.own_name
    assert not card("coe-commissioner", "ru").line.own_name


def test_a_shipped_office_says_what_it_takes_and_who_holds_it(card):
    office = card("un-sr-executions")
    assert [one.code for one in office.takes] == ["TAKES_ALLEGATIONS", "TAKES_URGENT"]
    (post,) = office.posts
    assert post.holder.name == "Morris Tidball-Binz"
    assert post.holder.source.stated_on == "2023-10-20"
    assert post.contacts[0].address == "hrc-sr-eje@un.org"
    assert post.contacts[0].verified_on == ""
    assert post.holder.source in office.sources


def test_who_holds_a_post_is_not_known_before_a_source_says_it(now):
    early = now.replace(year=2022).date()
    office = published.office_card("un-sr-executions", language="en", on=early)
    assert office
    assert office.posts[0].holder is None


def test_an_office_that_was_imported_is_shown_when_an_address_is_agreed_to(
    card, system, now
):
    take(system, now, an_office_row())
    assert card("ex-justice") is None
    two_agree(now, contact=Contact.objects.get(address="minister@example.org"))
    office = card("ex-justice")
    assert (office.line.name, office.line.language) == ("Ministère d'exemple", "fr")
    assert (office.line.state, office.line.body) == ("ML", "")
    assert addresses(office) == ["minister@example.org"]
    assert office.posts[0].contacts[0].verified_on == "2024-10-01"


def test_an_address_of_official_exchange_is_on_no_card(card, system, now):
    official = an_office_row(purpose="OFFICIAL", address="note@example.org")
    take(system, now, an_office_row(), official)
    for contact in Contact.objects.filter(post__office__slug="ex-justice"):
        two_agree(now, contact=contact)
    assert addresses(card("ex-justice")) == ["minister@example.org"]
    take(
        system,
        now,
        an_office_row(office="ex-other", purpose="OFFICIAL"),
    )
    assert card("ex-justice") is None


def test_a_holder_is_shown_when_two_people_agreed(card, system, now):
    take(system, now, an_office_row(holder="Ada"))
    two_agree(now, contact=Contact.objects.get(address="minister@example.org"))
    assert card("ex-justice").posts[0].holder is None
    two_agree(now, holder=Holder.objects.get(name="Ada"))
    assert card("ex-justice").posts[0].holder.name == "Ada"


def test_a_proposal_on_a_shipped_office_waits_as_any(card, system, now):
    row = an_office_row(
        office="un-sr-executions",
        jurisdiction="UN",
        kind="RAPPORTEUR",
        post="mandate-holder",
        post_kind="MANDATE_HOLDER",
        name="",
        holder="Somebody",
        address="other@example.org",
    )
    take(system, now, row)
    office = card("un-sr-executions")
    assert "other@example.org" not in addresses(office)
    assert office.posts[0].holder.name == "Morris Tidball-Binz"


MANDATE = {"office": "un-sr-executions", "jurisdiction": "UN", "kind": "RAPPORTEUR"}


def test_a_post_nobody_agreed_to_anything_in_is_not_on_a_shipped_office(
    card, system, now
):
    before = card("un-sr-executions")
    row = an_office_row(**MANDATE, name="", post="secret-desk", holder="Somebody")
    take(system, now, row)
    assert card("un-sr-executions") == before
    two_agree(now, holder=Holder.objects.get(name="Somebody"))
    posts = card("un-sr-executions").posts
    assert [post.code for post in posts] == ["mandate-holder", "secret-desk"]


def test_a_post_of_official_exchange_alone_is_not_listed(card, system, now):
    desk = {"post": "desk", "post_kind": "DESK", "address": "note@example.org"}
    take(system, now, an_office_row(), an_office_row(**desk, purpose="OFFICIAL"))
    for contact in Contact.objects.filter(post__office__slug="ex-justice"):
        two_agree(now, contact=contact)
    assert [post.code for post in card("ex-justice").posts] == ["minister"]


def test_a_post_that_an_agreed_holder_left_is_still_a_post(card, system, now):
    past = {"holder": "Ada", "holder_from": "2020-01-01", "holder_to": "2021-01-01"}
    desk = {"post": "desk", "post_kind": "DESK", **NO_CONTACT, **past}
    take(system, now, an_office_row(), an_office_row(**desk))
    two_agree(now, contact=Contact.objects.get(address="minister@example.org"))
    two_agree(now, holder=Holder.objects.get(name="Ada"))
    posts = card("ex-justice").posts
    assert [(post.code, post.holder) for post in posts] == [
        ("desk", None),
        ("minister", None),
    ]


def test_a_new_name_waits_and_the_agreed_one_is_shown(card, now):
    proposer, other = a_person(), a_person()
    take(proposer, now, an_office_row())
    minister = Contact.objects.get(address="minister@example.org")
    operations.agree_to_contact(contact_id=minister.pk, by=other, at=now)
    renamed = {"name": "Nom secret", "source": "Source secrète"}
    take(other, now, an_office_row(**renamed))
    office = card("ex-justice")
    assert office.line.name == "Ministère d'exemple"
    assert {one.label for one in office.sources} == {"Journal d'exemple"}
    name = OfficeName.objects.get(text="Nom secret")
    with pytest.raises(operations.UnableToAgree, match="You proposed this yourself"):
        operations.agree_to_office_name(name_id=name.pk, by=other, at=now)
    operations.agree_to_office_name(name_id=name.pk, by=proposer, at=now)
    assert card("ex-justice").line.name == "Nom secret"


def test_who_agrees_to_their_own_new_name_by_an_address_is_one_person(card, now):
    first, second = a_person(), a_person()
    take(first, now, an_office_row())
    take(second, now, an_office_row(name="Nom secret", **NO_CONTACT))
    minister = Contact.objects.get(address="minister@example.org")
    operations.agree_to_contact(contact_id=minister.pk, by=second, at=now)
    line = card("ex-justice").line
    assert (line.name, line.language) == ("ex-justice", "")


def test_a_name_in_another_language_waits_too(card, system, now):
    take(system, now, an_office_row())
    two_agree(now, contact=Contact.objects.get(address="minister@example.org"))
    take(system, now, an_office_row(name="Secret ministry", language="en"))
    assert card("ex-justice", "en").line.name == "Ministère d'exemple"


def test_a_vacant_post_says_so(card, system, now):
    take(system, now, an_office_row(holder="VACANT"))
    two_agree(
        now,
        contact=Contact.objects.get(address="minister@example.org"),
        holder=Holder.objects.get(post__office__slug="ex-justice"),
    )
    assert card("ex-justice").posts[0].holder.is_vacant


def test_an_office_that_nobody_recorded_has_no_card(card):
    assert card("nobody") is None


def test_a_page_asks_as_often_for_many_posts_as_for_one(card, system, now):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            card("ex-justice")
        return len(queries)

    take(system, now, an_office_row(holder="Ada"))
    two_agree(now, contact=Contact.objects.get(address="minister@example.org"))
    once = asked()
    many = [an_office_row(post=f"p{n}", address=f"p{n}@example.org") for n in range(9)]
    take(system, now, *many)
    for contact in Contact.objects.filter(address__startswith="p"):
        two_agree(now, contact=contact)
    assert len(card("ex-justice").posts) == 10
    assert asked() == once
