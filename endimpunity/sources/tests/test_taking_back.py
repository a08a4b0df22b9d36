"""A file that came in by mistake is taken out of its list; nothing is erased."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from endimpunity.accounts.queries import system_actor
from endimpunity.audit.models import Deed
from endimpunity.foundation.gateways.blobs import MemoryBlobs
from endimpunity.sources.models import (
    Continuation,
    Row,
    Sighting,
    Snapshot,
    SourceRecord,
    Withdrawal,
    Withholding,
)
from endimpunity.sources.operations import (
    UnableToRelease,
    UnableToTakeBack,
    adopt_policy_alone,
    judge_rows,
    release_snapshot,
    take_back,
    withhold_parts,
)
from endimpunity.sources.queries import (
    parts_of,
    quarantine_lines,
    records_of_list,
    snapshot_lines,
)
from endimpunity.sources.tests.lists import (
    AT,
    mapping,
    sightings,
    table,
    take_in,
    withdrawals,
)
from endimpunity.sources.tests.test_any_order import DAYS, files
from endimpunity.sources.vocabulary import SnapshotState, Verdict

pytestmark = pytest.mark.django_db

WHY = "The file was cut off on its way."
AFTER = AT + timedelta(days=1)
LAST = AT + timedelta(days=2)
ANA = ("Ana Lima", "2011", "Brazil", "Radio One")
RUI = ("Rui Sa", "2012", "Mexico", "Daily Two")


def back(system, day="2020-01-01", at=AFTER, **more):
    order = {"publisher_code": "LISTA", "reason": WHY} | more
    return take_back(stated_on=date.fromisoformat(day), by=system, at=at, **order)


def names(known_at=None, as_of="2026-12-31"):
    found = records_of_list(
        "LISTA",
        as_of=date.fromisoformat(as_of),
        known_at=known_at,
    )
    return sorted(one.values["name"] for one in found)


def record_of(name):
    return Sighting.objects.get(
        superseded_at=None,
        version__values__name=name,
    ).record_id


def test_nothing_of_a_file_taken_back_is_erased(system):
    blobs = MemoryBlobs()
    content = table(ANA, RUI)
    take_in(content, "2020-01-01", by=system, blobs=blobs)
    taken = back(system)
    kept = Snapshot.objects.get()
    assert (kept.state, kept.recorded_at) == (SnapshotState.TAKEN_BACK, AT)
    assert (kept.taken_back_at, kept.taken_back_by) == (AFTER, system)
    assert kept.taken_back_reason == WHY
    assert (taken.records, len(taken.emptied)) == (2, 2)
    assert Row.objects.filter(snapshot=kept).count() == 2
    assert Sighting.objects.filter(snapshot=kept, superseded_at=AFTER).count() == 2
    with blobs.open(kept.sha256) as bytes_kept:
        assert bytes_kept.read() == content


def test_a_lens_of_the_time_before_reads_the_list_as_it_then_was(system):
    take_in(table(ANA), "2019-01-01", by=system)
    take_in(table(RUI), "2020-01-01", by=system, complete=True, accept_withdrawals=1)
    assert names() == ["Rui Sa"]
    back(system)
    assert names() == ["Ana Lima"]
    assert names(known_at=AT) == ["Rui Sa"]
    assert names(known_at=AFTER) == ["Ana Lima"]


def test_the_deed_is_in_the_journal_with_its_reason(system):
    take_in(table(ANA), "2020-01-01", by=system)
    back(system)
    deed = Deed.objects.get(deed="sources.take_back")
    assert deed.subject == "LISTA@2020-01-01"
    assert deed.detail["reason"] == WHY
    assert (deed.detail["records"], deed.detail["emptied"]) == (1, 1)


def test_later_files_are_read_again_without_it(system):
    for year, day in (("2010", "2019"), ("2012", "2020"), ("2014", "2021")):
        row = ("Marta Herran", year, "Mexico", "Radio One")
        take_in(table(row), f"{day}-01-01", by=system)
    assert len(sightings()) == 1
    taken = back(system)
    assert (taken.reread_rows, taken.emptied) == (1, [])
    assert len(sightings()) == 2
    assert not Continuation.objects.filter(undone_at=None).exists()
    reasons = Continuation.objects.values_list("undone_reason", flat=True)
    assert all("LISTA@2020-01-01 was taken back" in one for one in reasons)


def test_a_record_that_another_file_names_keeps_its_key(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    key = record_of("Ana Lima")
    take_in(table(ANA), "2021-01-01", by=system)
    taken = back(system)
    assert record_of("Ana Lima") == key
    assert len(taken.emptied) == 1


def test_what_it_withdrew_is_on_the_list_again(system):
    take_in(table(ANA, RUI), "2019-01-01", by=system)
    take_in(table(ANA), "2020-01-01", by=system, complete=True, accept_withdrawals=1)
    take_in(table(ANA), "2021-01-01", by=system)
    back(system)
    assert names() == ["Ana Lima", "Rui Sa"]
    assert not Withdrawal.objects.filter(superseded_at=None).exists()


def test_what_a_later_complete_file_now_withdraws_is_told(system):
    take_in(table(ANA, RUI), "2019-01-01", by=system)
    for day in ("2020-01-01", "2021-01-01"):
        take_in(table(ANA), day, by=system, complete=True, accept_withdrawals=1)
    assert back(system).withdrawn_later == {"LISTA@2021-01-01": 1}
    assert names() == ["Ana Lima"]


def test_a_judgement_on_its_rows_ends_whoever_made_it(system):
    take_in(table(ANA), "2019-01-01", by=system)
    take_in(table(RUI), "2020-01-01", by=system)
    earlier, later = Row.objects.order_by("snapshot__stated_on")
    judge_rows(
        earlier=earlier,
        later=later,
        verdict=Verdict.SAME,
        reason="One man.",
        by=system,
        at=AT,
    )
    back(system)
    one = Continuation.objects.get(given=True)
    assert (one.undone_at, one.undone_by) == (AFTER, system)
    assert WHY in one.undone_reason


def test_its_rows_in_quarantine_wait_no_longer(system):
    lost = ("Rui Sa", "2012", "Brasilia", "Daily Two")
    half = Fraction(1, 2)
    take_in(table(ANA, lost), "2020-01-01", by=system, accept_quarantine=half)
    assert len(quarantine_lines()) == 1
    back(system)
    assert quarantine_lines() == []


def test_another_file_of_the_day_finds_the_records_there_were(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    keys = {name: record_of(name) for name in ("Ana Lima", "Rui Sa")}
    back(system)
    more = ("Marta Herran", "2015", "Mexico", "Radio One")
    take_in(table(more, RUI, ANA), "2020-01-01", by=system, at=LAST)
    assert {name: record_of(name) for name in keys} == keys
    assert SourceRecord.objects.count() == 3


def test_the_same_file_under_the_right_day_finds_the_records_there_were(system):
    take_in(table(ANA), "2020-01-01", by=system)
    key = record_of("Ana Lima")
    back(system)
    take_in(table(ANA), "2018-01-01", by=system, at=LAST)
    assert record_of("Ana Lima") == key


def test_what_is_merely_similar_is_a_new_record_and_withheld_as_the_old_was(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    key = record_of("Ana Lima")
    part = parts_of([key])[key][0][0]
    withhold_parts(part_ids=[part], reason="The family asked.", by=system, at=AT)
    back(system)
    anna = ("Anna Lima", "2011", "Brazil", "Radio One")
    take_in(table(anna, RUI), "2020-01-01", by=system, at=LAST)
    new = record_of("Anna Lima")
    assert new != key
    withheld = Withholding.objects.filter(superseded_at=None)
    assert set(withheld.values_list("part__record_id", flat=True)) == {key, new}


def test_a_file_taken_back_is_not_opened(system):
    allowing = mapping(
        '[publisher]\ncode = "LISTA"\nlicence = "facts-and-link"\n[columns]\n'
        'name = "name"\nyear = "year"\ncountry = "country"\n',
    )
    take_in(table(ANA), "2020-01-01", by=system, mapping=allowing)
    policy = adopt_policy_alone(publisher_code="LISTA", by=system, at=AT)
    file = Snapshot.objects.get()
    release = release_snapshot(snapshot=file, policy=policy, by=system, at=AT)
    assert back(system).was_open
    release.refresh_from_db()
    assert (release.ended_at, release.ended_reason) == (AFTER, WHY)
    file.refresh_from_db()
    with pytest.raises(UnableToRelease, match="was taken back"):
        release_snapshot(snapshot=file, policy=policy, by=system, at=LAST)


def test_files_taken_back_are_listed_with_the_time_they_were_in(system):
    take_in(table(ANA, RUI), "2020-01-01", by=system)
    back(system)
    assert snapshot_lines() == []
    (line,) = snapshot_lines(state=SnapshotState.TAKEN_BACK)
    assert (line.taken_in_at, line.taken_back_at) == (AT, AFTER)
    assert (line.taken_back_reason, line.records) == (WHY, 2)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"day": "2020-01-02"}, "no file of LISTA stated on 2020-01-02 is in"),
        ({"publisher_code": "LISTB"}, "no file of LISTB stated on 2020-01-01 is in"),
        ({"reason": " "}, "give it with --reason"),
    ],
)
def test_what_cannot_be_taken_back_is_refused_with_a_sentence(system, more, said):
    take_in(table(ANA), "2020-01-01", by=system)
    with pytest.raises(UnableToTakeBack, match=said):
        back(system, **more)
    assert names() == ["Ana Lima"]


def test_a_file_is_taken_back_once(system):
    take_in(table(ANA), "2020-01-01", by=system)
    back(system)
    with pytest.raises(UnableToTakeBack, match=r"already, on 2026-06-02: The file was"):
        back(system, at=LAST)
    assert Deed.objects.filter(deed="sources.take_back").count() == 1


def ending(said, *deeds):
    """Do these deeds on the files by their place; return the list; keep nothing."""
    with transaction.atomic():
        system = system_actor()
        for number, (deed, index) in enumerate(deeds):
            at = AT + timedelta(hours=number)
            rows, complete = said[index]
            if deed == "back":
                back(system, DAYS[index], at)
                continue
            take_in(
                table(*rows),
                DAYS[index],
                by=system,
                at=at,
                complete=complete,
                accept_withdrawals=99,
            )
        result = (sightings(), withdrawals())
        transaction.set_rollback(True)
    return result


# Each example imports up to nine files: an eighth of what others may try.
@settings(max_examples=max(6, settings().max_examples // 8))
@given(files, st.data())
def test_taking_a_file_back_ends_as_if_it_had_never_been_in(said, data):
    order = data.draw(st.permutations(range(len(said))))
    gone = data.draw(st.sampled_from(order))
    everything = [("in", index) for index in order]
    others = [("in", index) for index in order if index != gone]
    without = ending(said, *everything, ("back", gone))
    assert without == ending(said, *others)
    again = ending(said, *everything, ("back", gone), ("in", gone))
    assert again == ending(said, *everything)
