"""Offices come in as proposals; nothing is lost, and the same file changes nothing."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from endimpunity.accounts.tests.factories import a_person
from endimpunity.audit.models import Deed
from endimpunity.directory import operations, queries
from endimpunity.directory.models import (
    Contact,
    Holder,
    Office,
    OfficeName,
    OfficeSource,
    Post,
    Verification,
)
from endimpunity.directory.tests.factories import (
    NO_CONTACT,
    an_office_file,
    an_office_row,
)

pytestmark = pytest.mark.usefixtures("reference")

KEPT = (Office, OfficeName, Post, Holder, Contact, Verification, OfficeSource)
DAY = timedelta(days=1)


def take(by, at, *rows):
    return operations.import_offices(content=an_office_file(*rows), by=by, at=at)


def refusal(by, at, *rows):
    with pytest.raises(operations.UnableToImportOffices) as refused:
        take(by, at, *rows)
    return str(refused.value)


def everything():
    """Return every row of the offices by its table and key, its columns as they are."""
    return {
        (model.__name__, row["id"]): row
        for model in KEPT
        for row in model.objects.values()
    }


def test_a_file_comes_in_as_proposals(system, now):
    done = take(system, now, an_office_row(holder="Ada"))
    assert (done.offices, done.posts, done.holders, done.contacts) == (1, 1, 1, 1)
    assert (done.verifications, done.waiting, done.identical) == (1, 1, False)
    contact = Contact.objects.get(address="minister@example.org")
    assert (contact.origin, contact.recorded_by_id) == ("PROPOSED", system.key)
    assert Deed.objects.filter(deed="directory.import_offices").count() == 1


def test_the_same_file_changes_nothing(system, now):
    rows = [
        an_office_row(holder="Ada"),
        an_office_row(channel="POST", address="Bamako"),
    ]
    take(system, now, *rows)
    before, deeds = everything(), Deed.objects.count()
    again = take(a_person(), now + DAY, *rows)
    assert again.identical
    assert (everything(), Deed.objects.count()) == (before, deeds)


def test_nothing_of_a_wrong_file_comes_in(system, now):
    before = everything()
    told = refusal(system, now, an_office_row(), an_office_row(address="nobody"))
    assert told == (
        "Nothing was imported: the file has 1 problem. Line 3: “nobody” is no e-mail"
        " address. Correct it."
    )
    assert everything() == before


def test_a_vacant_post_is_not_one_without_a_holder(system, now):
    take(
        system,
        now,
        an_office_row(holder="VACANT", **NO_CONTACT),
        an_office_row(post="deputy"),
    )
    vacant, deputy = Post.objects.filter(office__slug="ex-justice").order_by("-code")
    found = queries.present_holders([vacant.pk, deputy.pk], on=now.date())
    assert found[vacant.pk].is_vacant
    assert deputy.pk not in found


def test_the_latest_source_says_who_holds_a_post(system, now):
    take(system, now, an_office_row(holder="Eve", stated_on="2024-09-30"))
    take(system, now, an_office_row(holder="Ada", stated_on="2023-01-01"))
    post = Post.objects.get(office__slug="ex-justice")
    assert queries.present_holders([post.pk], on=now.date())[post.pk].name == "Eve"
    gone = an_office_row(holder="Eve", holder_to="2024-10-01", stated_on="2024-10-02")
    vacant = an_office_row(holder="VACANT", stated_on="2024-10-03") | NO_CONTACT
    take(system, now, gone, vacant)
    assert queries.present_holders([post.pk], on=now.date())[post.pk].is_vacant
    assert Holder.objects.filter(post=post).count() == 4


def test_another_purpose_ends_the_contact_and_proposes_another(system, now):
    take(system, now, an_office_row())
    done = take(system, now + DAY, an_office_row(purpose="OFFICIAL"))
    assert (done.ended, done.contacts) == (1, 1)
    old, new = Contact.objects.filter(address="minister@example.org").order_by("pk")
    assert (old.purpose, old.recorded_to) == ("PUBLIC", now + DAY)
    assert (new.purpose, new.recorded_to) == ("OFFICIAL", None)


def test_what_was_of_official_exchange_is_never_public_again(system, now):
    take(system, now, an_office_row(purpose="OFFICIAL"))
    told = refusal(system, now, an_office_row(office="ex-other"))
    assert "is an address of official exchange" in told


def test_a_later_verification_is_added_to_the_contact(system, now):
    take(system, now, an_office_row())
    done = take(system, now, an_office_row(verified_on="2024-11-01"))
    assert (done.contacts, done.verifications) == (0, 1)
    contact = Contact.objects.get(address="minister@example.org")
    assert queries.verified_days([contact.pk]) == {contact.pk: date(2024, 11, 1)}


def test_an_office_keeps_its_kind_and_jurisdiction(system, now):
    take(system, now, an_office_row())
    for cells in ({"kind": "COURT"}, {"jurisdiction": "FR"}, {"post_kind": "HEAD"}):
        assert "is there already" in refusal(system, now, an_office_row(**cells))


def test_an_office_needs_a_name_once(system, now):
    assert "The name of ex-justice is empty" in refusal(
        system, now, an_office_row(name="")
    )
    take(system, now, an_office_row())
    take(system, now, an_office_row(name="", post="deputy"))
    assert OfficeName.objects.filter(office__slug="ex-justice").count() == 1


def shipped(**cells):
    return an_office_row(
        office="un-sr-executions",
        jurisdiction="UN",
        kind="RAPPORTEUR",
        post="mandate-holder",
        post_kind="MANDATE_HOLDER",
        name="",
        address="hrc-sr-eje@un.org",
        **cells,
    )


def test_a_shipped_office_is_not_said_otherwise(system, now):
    told = refusal(system, now, shipped() | {"name": "Autre"})
    assert "ships with the program" in told
    told = refusal(system, now, shipped() | {"purpose": "OFFICIAL"})
    assert "hrc-sr-eje@un.org ships with the program" in told


def test_a_shipped_address_can_be_verified_here(system, now):
    assert take(system, now, shipped()).verifications == 1
    assert Contact.objects.filter(address="hrc-sr-eje@un.org").count() == 1


def test_an_unknown_division_is_told_and_a_known_one_let_in(system, now):
    assert "“ML-99” is no State" in refusal(
        system, now, an_office_row(jurisdiction="ML-99")
    )
    take(system, now, an_office_row(jurisdiction="ML-1"))
    assert Office.objects.get(slug="ex-justice").division_id == "ML-1"


ROWS = st.fixed_dictionaries(
    {
        "office": st.sampled_from(["ex-a", "ex-b"]),
        "post": st.sampled_from(["minister", "deputy"]),
        "name": st.sampled_from(["Un", "Deux"]),
        "language": st.sampled_from(["fr", "en"]),
        "holder": st.sampled_from(["", "VACANT", "Ada", "Eve"]),
        "address": st.sampled_from(["a@example.org", "A@example.org", "b@example.org"]),
        "purpose": st.sampled_from(["PUBLIC", "OFFICIAL"]),
        "verified_on": st.sampled_from(["", "2024-01-01", "2024-05-05"]),
        "stated_on": st.sampled_from(["2024-01-01", "2024-06-06"]),
    },
)
FILES = st.lists(st.lists(ROWS, min_size=1, max_size=3), min_size=1, max_size=4)


# Each example undoes what it wrote, so that the fixtures serve all of them.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=FILES)
def test_no_import_loses_or_rewrites_what_was_held(files, system, now):
    with transaction.atomic():
        at = now
        for rows in files:
            at += DAY
            one_import_keeps_what_was_held(
                system, at, [an_office_row(**r) for r in rows]
            )
        # Each example begins with the offices that ship alone.
        transaction.set_rollback(True)


def one_import_keeps_what_was_held(by, at, rows):
    before = everything()
    try:
        take(by, at, *rows)
    except operations.UnableToImportOffices:
        assert everything() == before
        return
    after = everything()
    for key, row in before.items():
        changed = {name for name in row if row[name] != after[key][name]}
        assert changed <= {"recorded_to"}, key
        if changed:
            assert (row["recorded_to"], after[key]["recorded_to"]) == (None, at)
    assert take(by, at + DAY, *rows).identical
    assert everything() == after
