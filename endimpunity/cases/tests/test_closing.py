"""What is hidden when a list is closed, and shown when it is opened again."""

from datetime import date, timedelta

import pytest

from endimpunity.audit.models import Deed
from endimpunity.cases import published
from endimpunity.cases.models import Case, Membership, PublicLine
from endimpunity.cases.operations import (
    close_list,
    merge,
    publish,
    publish_under_policy,
    withdraw,
)
from endimpunity.cases.tests.factories import (
    FIRST,
    LAST,
    LATER,
    adopt_records,
    adopted,
    lens,
    listed,
    opened,
    own_case,
    page,
    policy,
    release,
    said,
    sight,
    snapshot,
)
from endimpunity.sources import operations as sources
from endimpunity.sources import published as lists
from endimpunity.sources.models import PublishingPolicy, Release, Withdrawal
from endimpunity.sources.operations import UnableToClose

pytestmark = pytest.mark.django_db

WHY = "The publisher asked for it."
DAY = date(2023, 12, 31)
# Before the closing, when the list was open.
THEN = lens(known_at=FIRST + timedelta(days=1))


def close(system, at=LATER, **more):
    return close_list(publisher_code="LIST", reason=WHY, by=system, at=at, **more)


def reopen(system, file, at=LAST):
    """Open a file again, as `import --publish` does."""
    under = sources.adopt_policy_alone(publisher_code="LIST", by=system, at=at)
    sources.release_snapshot(snapshot=file, policy=under, by=system, at=at)
    return publish_under_policy(policy_id=under.pk, by=system, at=at)


def test_a_closed_list_is_shown_nowhere(system):
    opened(system, said(), said("Bob Invented"))
    closed = close(system)
    assert (closed.withdrawn, closed.still_published) == (2, 0)
    assert not PublicLine.objects.exists()
    for at in (lens(), THEN):
        assert published.search("Ada", lens=at).total == 0
        assert lists.publisher_card("LIST", lens=at) is None
        assert lists.publishers(lens=at) == ()
        assert lists.records_of("LIST", lens=at).items == ()
        for case in Case.objects.all():
            card = page(case, at)
            assert isinstance(card, published.TombstoneCard)
            assert card.reason == WHY


def test_closing_is_in_the_journal_with_its_reason(system):
    opened(system, said())
    close(system)
    deed = Deed.objects.get(deed="sources.end_policy")
    assert deed.detail == {"reason": WHY, "releases": 1}
    assert Deed.objects.get(deed="cases.close_list").detail == {
        "withdrawn": 1,
        "handed_on": 0,
    }
    ended = PublishingPolicy.objects.get()
    assert (ended.ended_at, ended.ended_by, ended.ended_reason) == (LATER, system, WHY)


def test_what_was_closed_can_be_opened_again(system):
    made = opened(system, said())
    address = Case.objects.get().public_id
    close(system)
    shown = reopen(system, made.snapshot)
    assert (shown.published, shown.kept) == (1, 0)
    case = Case.objects.get()
    assert case.public_id == address
    assert page(case).line.name == "Ada Invented"
    assert page(case).policy.version == 2
    assert lists.records_of("LIST", lens=lens()).total == 1
    # The time when it was open before stays shut: another policy opened it.
    assert lists.records_of("LIST", lens=THEN).total == 0


def test_a_person_who_was_taken_down_stays_so_when_the_list_opens_again(system):
    made = opened(system, said(), said("Bob Invented"))
    ada = Case.objects.get(name="Ada Invented")
    withdraw(case_id=ada.pk, reason="The family asked.", by=system, at=LATER)
    close(system)
    assert page(ada).reason == "The family asked."
    assert reopen(system, made.snapshot).published == 1
    assert page(ada).reason == "The family asked."
    cards = lists.records_of("LIST", lens=lens()).items
    assert [one.name for one in cards] == ["Bob Invented"]


def test_a_case_that_people_published_stays_without_what_the_list_said(system):
    case = own_case(system)
    publish(case_id=case.pk, reason="A test.", by=system, at=FIRST, alone=True)
    opened(system, said())
    assert page(case).line.outlets == ("Radio One",)
    close(system)
    assert page(case).line.name == "Ada Invented"
    assert page(case).line.outlets == ()
    assert page(case).statements == ()


def test_a_merged_case_does_not_show_a_closed_list_under_an_old_lens(system):
    opened(system, said(), said("Ada Invented Jr"))
    one, two = Case.objects.order_by("pk")
    merge(from_case_id=one.pk, into_case_id=two.pk, reason="One.", by=system, at=LATER)
    assert page(one, THEN).line.name == "Ada Invented"
    close(system, at=LAST)
    assert isinstance(page(one, THEN), published.TombstoneCard)
    assert not PublicLine.objects.exists()


def test_a_closed_file_hides_what_it_alone_showed(system):
    made = opened(system, said(), said("Bob Invented"))
    later = snapshot(system, date(2024, 1, 1), at=FIRST)
    sight(made.records[0], later, said(place="Othertown"))
    more = listed(system, said("Cyd Invented"), stated_on=date(2023, 12, 30))
    adopt_records(system, more.records)
    for file in (later, more.snapshot):
        release(system, file, made.policy)
    publish_under_policy(policy_id=made.policy.pk, by=system, at=FIRST)
    ada = Case.objects.get(name="Ada Invented")
    assert page(ada).line.where.place == "Othertown"
    assert close(system, stated_on=date(2023, 12, 30)).withdrawn == 1
    cyd = Case.objects.get(name="Cyd Invented")
    assert page(cyd).reason == WHY
    closed = close(system, stated_on=date(2024, 1, 1), at=LAST)
    assert (closed.withdrawn, closed.still_published) == (0, 2)
    assert page(ada).line.where.place == "Anytown"
    assert Release.objects.filter(ended_at=None).count() == 1


def test_closing_a_file_opens_nothing(system):
    made = opened(system, said())
    last = snapshot(system, date(2024, 1, 1), at=FIRST)
    release(system, last, made.policy)
    Withdrawal.objects.create(
        record=made.records[0],
        snapshot=last,
        recorded_at=FIRST,
    )
    publish_under_policy(policy_id=made.policy.pk, by=system, at=FIRST)
    assert not PublicLine.objects.exists()
    close(system, stated_on=date(2024, 1, 1))
    assert not PublicLine.objects.exists()


def test_a_closed_file_is_released_again_under_the_same_policy(system):
    made = opened(system, said())
    close(system, stated_on=DAY)
    assert not PublicLine.objects.exists()
    assert reopen(system, made.snapshot).published == 1
    assert page(Case.objects.get()).policy.version == 1


@pytest.mark.parametrize("stated_on", [None, DAY, date(2020, 1, 1)])
def test_what_is_not_open_is_not_closed(system, stated_on):
    adopted(system, said())
    with pytest.raises(UnableToClose, match=r"LIST"):
        close(system, stated_on=stated_on)


@pytest.mark.parametrize("stated_on", [None, DAY])
def test_a_list_is_closed_for_a_reason(system, stated_on):
    opened(system, said())
    with pytest.raises(UnableToClose, match="reason"):
        close_list(
            publisher_code="LIST",
            reason="  ",
            by=system,
            at=LATER,
            stated_on=stated_on,
        )
    assert page(Case.objects.get()).line.name == "Ada Invented"


def test_another_publishers_list_stays_open(system):
    opened(system, said())
    other = listed(system, said("Bob Invented"), code="OTHER")
    release(system, other.snapshot, policy(system, code="OTHER"))
    close(system)
    assert lists.records_of("OTHER", lens=lens()).total == 1


def two_lists(system):
    """Open two lists that name Ada, the other one last, and return the first."""
    first = opened(system, said())
    other = adopted(system, said("Ada de Invented", place="Othertown"), code="OTHER")
    other.policy = policy(system, code="OTHER")
    release(system, other.snapshot, other.policy)
    publish_under_policy(policy_id=other.policy.pk, by=system, at=FIRST)
    return first


@pytest.mark.parametrize("into_the_other", [True, False])
def test_a_case_that_another_open_list_names_stays_shown(system, into_the_other):
    made = two_lists(system)
    mine, theirs = Case.objects.order_by("pk")
    gone, stands = (mine, theirs) if into_the_other else (theirs, mine)
    merge(
        from_case_id=gone.pk, into_case_id=stands.pk, reason="One.", by=system, at=LATER
    )
    closed = close(system, at=LAST)
    assert closed.withdrawn == 0
    at = lens(known_at=LAST)
    assert page(stands, at).line.name == "Ada de Invented"
    assert page(stands, at).policy.publisher == "The OTHER"
    assert {one.publisher_code for one in page(stands, at).sources} == {"OTHER"}
    assert isinstance(page(gone, at), published.MovedCard)
    assert published.search("Ada", lens=at).total == 1
    # What the closed list said alone is told under no lens.
    assert not isinstance(page(mine, THEN), published.CaseCard) or (
        "LIST" not in str(page(mine, THEN))
    )
    reopen(system, made.snapshot, at=LAST + timedelta(days=1))
    at = lens(known_at=LAST + timedelta(days=1))
    assert {one.publisher_code for one in page(stands, at).sources} == {"LIST", "OTHER"}
    assert isinstance(page(gone, at), published.MovedCard)


def test_a_case_that_two_lists_name_goes_on_under_the_open_one_and_back(system):
    # Both lists join the case that the registry knew.
    own_case(system)
    other = adopted(system, said(place="Othertown"), code="OTHER")
    other.policy = policy(system, code="OTHER")
    release(system, other.snapshot, other.policy)
    made = opened(system, said(), said("Bob Invented"))
    ada = Case.objects.get(name="Ada Invented")
    assert page(ada).policy.publisher == "The LIST"
    closed = close(system)
    assert (closed.withdrawn, closed.still_published) == (1, 1)
    assert page(ada).policy.publisher == "The OTHER"
    assert page(ada).line.where.place == "Othertown"
    assert page(Case.objects.get(name="Bob Invented")).reason == WHY
    deed = Deed.objects.get(deed="cases.close_list")
    assert deed.detail == {"withdrawn": 1, "handed_on": 1}
    reopen(system, made.snapshot)
    assert page(ada).policy.publisher == "The LIST"
    close(system, at=LAST + timedelta(days=1))
    close_list(
        publisher_code="OTHER",
        reason="Closed as well.",
        by=system,
        at=LAST + timedelta(days=2),
    )
    assert (
        page(ada, lens(known_at=LAST + timedelta(days=3))).reason == "Closed as well."
    )
    assert not PublicLine.objects.exists()


@pytest.mark.parametrize("silent", ["closed", "not released", "withheld"])
def test_another_list_that_does_not_show_a_case_does_not_keep_it(system, silent):
    own_case(system)
    other = adopted(system, said(), code="OTHER")
    other.policy = policy(system, code="OTHER")
    if silent != "not released":
        release(system, other.snapshot, other.policy)
    opened(system, said())
    if silent == "closed":
        sources.end_policy(publisher_code="OTHER", reason=WHY, by=system, at=FIRST)
    if silent == "withheld":
        part = Membership.objects.get(publisher="OTHER").part_id
        sources.withhold_parts(part_ids=[part], reason="Asked.", by=system, at=FIRST)
    assert close(system).withdrawn == 1
    assert page(Case.objects.get()).reason == WHY
