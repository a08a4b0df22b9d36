"""The facts of which the definitions tell in their worked examples."""

from endimpunity.indicators.rules.facts import (
    AttackFact,
    CaseRequestFact,
    End,
    EndFact,
    Facts,
    RoundSightFact,
    TollFact,
)
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.tests.facts_made import (
    asked,
    case,
    day,
    facts,
    murder,
)


def killed(count, start=0, **said):
    return [case(start + at, **said) for at in range(count)]


def ended(key, after, cause=End.CONVICTION):
    ends = () if after is None else (EndFact(cause=cause, on=after),)
    return case(key, date=day("2020-01-01"), ends=ends)


def requested(case_key, year, informed=None):
    return CaseRequestFact(
        case=case_key,
        state="AA",
        round=year,
        asked=day(f"{year}-02-01"),
        informed=day(informed) if informed else None,
    )


EXAMPLES = {
    "killings": facts(
        *killed(3, attack="a"),
        case("b", attack="b"),
        case("c", violations=("KIDNAPPING",)),
    ),
    "resolved-share": facts(
        *killed(217, status="RESOLVED"), *killed(1228, 217, status="NO_INFORMATION")
    ),
    "impunity-share": facts(
        *killed(63, status="RESOLVED"), *killed(764, 63, status="ONGOING_UNRESOLVED")
    ),
    "conviction-share-unesco": facts(
        case("a", convicted=True, asked=True),
        *killed(6, convicted=False, asked=True),
        *killed(3, 6, asked=True),
    ),
    "conviction-share-cpj": facts(
        murder("a", impunity="PARTIAL_IMPUNITY"),
        murder("b", impunity="FULL_JUSTICE"),
        murder("c"),
        murder("d"),
    ),
    "conviction-share-known": facts(
        case("a", convicted=True), *killed(6, convicted=False), *killed(3, 6)
    ),
    "response-rate": Facts(
        requests=tuple(
            asked(f"S{at:02}", 2020, *([("2020-08-01", at < 49)] if at < 58 else []))
            for at in range(75)
        )
    ),
    "case-response-rate": Facts(
        case_requests=(
            *(requested(key, 2019) for key in "abcd"),
            requested("a", 2020, informed="2020-08-01"),
            *(requested(key, 2020) for key in "bcd"),
        )
    ),
    "unanswered-requests": Facts(
        requests=(
            asked("AA", 2014, ("2014-08-01", True)),
            asked("AA", 2015),
            asked("AA", 2017, ("2017-08-01", False)),
            asked("AA", 2018),
        )
    ),
    "response-delay": Facts(
        requests=(
            asked("AA", 2025, ("2025-07-13", True), sent="2025-06-13"),
            asked("BB", 2025, ("2025-09-11", True), sent="2025-06-13"),
            asked("CC", 2025, sent="2025-06-13"),
        )
    ),
    "cpj-complete-share": facts(
        *(murder(at) for at in range(245)),
        *(murder(at, impunity="PARTIAL_IMPUNITY") for at in range(245, 295)),
    ),
    "time-to-resolution": facts(
        ended("a", day("2020-04-10")),
        ended("b", day("2020-10-27"), End.RULED_UNRELATED),
        ended("c", day("2020-07-19"), End.ARCHIVED),
        ended("d", None),
    ),
    "time-to-conviction": facts(
        ended("a", day("2020-02-20")), ended("b", None), ended("c", None)
    ),
    "time-to-resolution-interval": facts(
        *(case(key, date=day("2020-01-01")) for key in "abc"),
        sights=tuple(
            RoundSightFact(case=key, seen_on=on.earliest, resolved=resolved)
            for key in "abc"
            for on, resolved in ((day("2020-12-30"), False), (day("2021-12-30"), True))
        ),
    ),
    "sdg-16-10-1-journalists": facts(
        case("a", verified=True, date=day("2025-05-05")),
        case(
            "b",
            verified=True,
            date=day("2025-05-05"),
            violations=("TORTURE", "KILLING"),
        ),
        *(
            case(
                key,
                verified=True,
                person="p",
                date=day("2025-05-05"),
                violations=("ARBITRARY_DETENTION",),
            )
            for key in "cd"
        ),
    ),
    "deadliest-attacks": facts(
        *(case(at, attack="one") for at in range(2)),
        *(case(at, attack="other") for at in range(2, 10)),
        attacks=(
            AttackFact(
                attack="one",
                tolls=(TollFact(publisher="P", stated_on=None, lowest=32, highest=34),),
            ),
        ),
    ),
    "state-profile": facts(
        *(murder(at, country="AA", date=day("2024-05-05")) for at in range(9)),
        requests=(
            asked("AA", 2022, ("2022-08-01", True)),
            asked("AA", 2023),
            asked("AA", 2024, ("2024-08-01", True)),
        ),
    ),
}


OPTIONS = {"state-profile": Options(country="AA")}
