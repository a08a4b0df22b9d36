from dataclasses import replace
from datetime import date

from endimpunity.indicators.rules.definitions import DEFINITIONS
from endimpunity.indicators.rules.explaining import ABSENT, COUNTED, Side, explain
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.windows import Period
from endimpunity.indicators.tests.facts_made import LENS, case, day, facts, lens

YEAR = Period(first=date(2020, 1, 1), last=date(2020, 12, 31))


def told(before, after, name="killings", second=LENS):
    return explain(
        DEFINITIONS[name],
        Side(facts=facts(*before), lens=lens("2025-01-01")),
        Side(facts=facts(*after), lens=second),
        YEAR,
        Options(),
    )


def test_cases_are_parted_into_both_only_first_only_second_and_changed():
    moved = case("moved", date=day("2021-03-03"))
    found = told(
        [case("both"), case("gone"), case("moved"), case("kept", country="AA")],
        [case("both"), case("new"), moved, case("kept", country="BB")],
    )
    assert [it.case for it in found.both] == ["both"]
    assert {it.case.case: (it.first, it.second) for it in found.only_first} == {
        "gone": (COUNTED, ABSENT),
        "moved": (COUNTED, "OUTSIDE_THE_PERIOD"),
    }
    assert [it.case.case for it in found.only_second] == ["new"]
    (kept,) = found.changed
    assert [(it.field, it.before, it.after) for it in kept.changes] == [
        ("country", "AA", "BB")
    ]


def test_a_difference_names_the_statement_that_makes_it():
    later = replace(case("a", date=day("2021-03-03")), row=7)
    (one,) = told([case("a")], [later]).only_first
    assert (one.statement.publisher, one.statement.row) == ("LISTA", 7)
    assert [it.field for it in one.changes] == ["date"]
    (gone,) = told([case("a")], []).only_first
    assert gone.statement is None


def test_a_column_that_one_hand_changed_in_bulk_is_named():
    before = [
        case(
            at, sex="MALE", country=f"C{at % 9}", date=day(f"2020-{1 + at % 12:02}-01")
        )
        for at in range(60)
    ]
    after = [replace(it, sex=None) for it in before]
    (recoding,) = told(before, after).recodings
    assert (recoding.field, recoding.before, recoding.rows) == ("sex", "MALE", 60)


def test_one_verdict_on_one_attack_is_no_recoding():
    before = [case(at, status="ONGOING_UNRESOLVED", country="AA") for at in range(39)]
    after = [replace(it, status="RESOLVED") for it in before]
    assert told(before, after, "resolved-share").recodings == ()


def test_lists_that_are_not_linked_say_so():
    found = told([case("a")], [case("b")], second=lens("2026-01-01", voice="OTHER"))
    assert any("not yet linked" in note for note in found.notes)
    assert told([case("a")], [case("a")]).notes == ()
