"""An address is written to when two people stand for it, and for its purpose alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.accounts.tests.factories import a_person
from endimpunity.accounts.vocabulary import SYSTEM_KEY
from endimpunity.audit.models import Deed
from endimpunity.directory import operations, queries
from endimpunity.directory.models import Agreement, Contact, Holder
from endimpunity.directory.rules.agreeing import is_agreed, people_behind
from endimpunity.directory.tests.factories import an_office_file, an_office_row
from endimpunity.directory.vocabulary import Purpose, ReturnState

KEYS = [SYSTEM_KEY, *(uuid4() for _ in range(3))]


def a_contact(by, at, **cells):
    """Propose a contact and return it."""
    row = an_office_row(**cells)
    operations.import_offices(content=an_office_file(row), by=by, at=at)
    return Contact.objects.get(
        address=row["address"], post__office__slug=row["office"], recorded_to=None
    )


def agree(contact, at, *people):
    for person in people:
        operations.agree_to_contact(contact_id=contact.pk, by=person, at=at)


def writable(at, purpose=Purpose.PUBLIC):
    return list(queries.may_be_written_to(purpose, on=at.date()))


def test_what_was_imported_is_not_written_to(reference, system, now):
    a_contact(system, now)
    assert writable(now) == []


def test_what_the_program_imported_needs_two_people(reference, system, now):
    contact = a_contact(system, now)
    agree(contact, now, a_person())
    assert writable(now) == []
    agree(contact, now, a_person())
    assert writable(now) == [contact]
    assert Deed.objects.filter(deed="directory.agree_to_contact").count() == 2


def test_what_a_person_proposed_needs_one_other(reference, now):
    contact = a_contact(a_person(), now)
    agree(contact, now, a_person())
    assert writable(now) == [contact]


def test_the_program_agrees_to_nothing(reference, system, now):
    contact = a_contact(a_person(), now)
    with pytest.raises(operations.UnableToAgree, match="The program itself"):
        agree(contact, now, system)


def test_nobody_agrees_to_their_own_proposal(reference, now):
    proposer = a_person()
    contact = a_contact(proposer, now)
    with pytest.raises(operations.UnableToAgree, match="You proposed this yourself"):
        agree(contact, now, proposer)


def test_nobody_agrees_twice(reference, system, now):
    contact, person = a_contact(system, now), a_person()
    agree(contact, now, person)
    with pytest.raises(operations.UnableToAgree, match="already"):
        agree(contact, now, person)
    # One to the contact, and one to the name that the office has beside it.
    assert Agreement.objects.filter(contact=contact).count() == 1
    assert Agreement.objects.filter(office_name__isnull=False).count() == 1
    assert Agreement.objects.count() == 2


def test_a_closed_account_agrees_to_nothing(reference, system, now):
    contact = a_contact(system, now)
    with pytest.raises(operations.UnableToAgree, match="closed"):
        agree(contact, now, a_person(is_active=False))


def test_nobody_agrees_to_what_is_not_there_or_ended(reference, system, now):
    contact = a_contact(system, now)
    operations.end_contact(contact_id=contact.pk, by=system, at=now)
    with pytest.raises(operations.UnableToAgree, match="stands no more"):
        agree(contact, now, a_person())
    with pytest.raises(operations.UnableToAgree, match="no such"):
        operations.agree_to_contact(contact_id=0, by=a_person(), at=now)


def test_the_database_itself_refuses_the_program_and_the_proposer(
    reference, system, now
):
    person = a_person()
    contact = a_contact(person, now)
    for proposer, agreed in ((person, system), (person, person)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Agreement.objects.create(
                contact=contact, proposed_by=proposer, agreed_by=agreed, agreed_at=now
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.create(
            proposed_by=person, agreed_by=a_person(), agreed_at=now
        )


def test_an_agreement_that_names_another_proposer_counts_for_nothing(
    reference, system, now
):
    proposer, other = a_person(), a_person()
    contact = a_contact(proposer, now)
    for agreed_by, named in ((proposer, other), (other, a_person())):
        Agreement.objects.create(
            contact=contact, proposed_by=named, agreed_by=agreed_by, agreed_at=now
        )
        assert writable(now) == []


def test_a_changed_contact_has_to_be_agreed_to_again(reference, system, now):
    contact = a_contact(system, now)
    agree(contact, now, a_person(), a_person())
    a_contact(system, now, purpose="OFFICIAL")
    assert writable(now) == []
    assert writable(now, Purpose.OFFICIAL) == []


def test_official_exchange_receives_nothing_of_the_public(reference, system, now):
    contact = a_contact(system, now, purpose="OFFICIAL")
    agree(contact, now, a_person(), a_person())
    assert writable(now) == []
    assert writable(now, Purpose.OFFICIAL) == [contact]


def test_a_public_address_that_turns_out_official_elsewhere_is_left(
    reference, system, now
):
    contact = a_contact(system, now)
    agree(contact, now, a_person(), a_person())
    a_contact(system, now, office="ex-other", purpose="OFFICIAL")
    assert writable(now) == []


def test_an_address_never_verified_is_not_written_to(reference, system, now):
    contact = a_contact(system, now, verified_on="")
    agree(contact, now, a_person(), a_person())
    assert writable(now) == []


def test_an_address_that_sends_back_is_left_until_it_arrives(reference, system, now):
    contact = a_contact(system, now)
    agree(contact, now, a_person(), a_person())
    told = [
        (ReturnState.DELAYED, [contact]),
        (ReturnState.RETURNED, []),
        (ReturnState.ARRIVES, [contact]),
    ]
    for day, (state, found) in enumerate(told):
        at = now + timedelta(days=day)
        operations.note_return(contact_id=contact.pk, state=state, by=system, at=at)
        assert writable(at) == found


def test_an_ended_contact_is_kept_and_not_written_to(reference, system, now):
    contact = a_contact(system, now)
    agree(contact, now, a_person(), a_person())
    operations.end_contact(contact_id=contact.pk, by=system, at=now)
    assert writable(now) == []
    assert Contact.objects.filter(pk=contact.pk, recorded_to=now).exists()
    with pytest.raises(operations.UnableToEndContact):
        operations.end_contact(contact_id=contact.pk, by=system, at=now)


def test_a_shipped_address_is_written_to_when_verified_and_agreed(
    reference, system, now
):
    contact = Contact.objects.get(address="hrc-sr-eje@un.org")
    agree(contact, now, a_person(), a_person())
    assert writable(now) == []
    a_contact(
        system,
        now,
        office="un-sr-executions",
        jurisdiction="UN",
        kind="RAPPORTEUR",
        post="mandate-holder",
        post_kind="MANDATE_HOLDER",
        name="",
        address="hrc-sr-eje@un.org",
    )
    assert writable(now) == [contact]


def test_people_agree_to_a_holder_too(reference, system, now):
    a_contact(system, now, holder="Ada")
    holder = Holder.objects.get(name="Ada")
    for number in range(2):
        assert len(queries.agreed_holders([holder.pk])) == 0, number
        operations.agree_to_holder(holder_id=holder.pk, by=a_person(), at=now)
    assert queries.agreed_holders([holder.pk]) == {holder.pk}


@given(proposer=st.sampled_from(KEYS), agreed=st.lists(st.sampled_from(KEYS)))
def test_two_different_people_agree_and_the_program_is_none(proposer, agreed):
    people = {proposer, *agreed} - {SYSTEM_KEY}
    assert people_behind(proposer, agreed) == people
    assert is_agreed(proposer, agreed) == (len(people) > 1)
