"""Invent one attack: the same seed and number, the same attack."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from endimpunity.cases.demo import words
from endimpunity.cases.demo.justice import courses_after
from endimpunity.cases.demo.sayings import reproofs_of, tolls_of, words_on
from endimpunity.cases.demo.setting import Land, Setting
from endimpunity.cases.demo.telling import (
    Course,
    Facts,
    Fate,
    Source,
    Telling,
    Victim,
)
from endimpunity.foundation.invention import Draws
from endimpunity.foundation.partial_dates import PartialDate, Precision

FIRST_DAY = date(1993, 1, 1)
# Between the last attack, the last event and the last moment of the world: time to
# be recorded, read by a second person and published.
_LAST_ATTACK, _LAST_EVENT = timedelta(120), timedelta(80)

_VICTIMS = ((1, 88.0), (2, 7.0), (3, 2.0), (4, 1.3), (6, 1.0), (11, 0.5), (32, 0.05))
_FATES = (
    (Fate.PUBLISHED, 96.5),
    (Fate.HELD, 2.5),
    (Fate.REVIEWED, 0.5),
    (Fate.WITHDRAWN, 0.5),
)
_SHAPES = (
    (Precision.DAY, 80.0),
    (Precision.INTERVAL, 6.0),
    (Precision.MONTH, 6.0),
    (Precision.YEAR, 4.0),
    (Precision.OPEN, 3.0),
    (Precision.UNKNOWN, 1.0),
)
# How often a kind of attack is followed by a proceeding that is known.
_FOLLOWED = {"KILLING": 0.45, "ARBITRARY_DETENTION": 0.25, "LEGAL_HARASSMENT": 0.3}
_SELDOM_FOLLOWED = 0.12
# One attack in so many is told twice, as long as numbers are low: a merge is read
# on every page, and a registry has a few of them, however large it is.
_TWICE_EVERY, _TWICE_FROM, _TWICE_BELOW = 400, 7, 40_000


def told_twice(number: int) -> bool:
    """Return whether this attack is the one before it, told again."""
    return number < _TWICE_BELOW and number % _TWICE_EVERY == _TWICE_FROM


def invent(setting: Setting, number: int, *, room: int, at: datetime) -> Telling:
    """Invent an attack.

    Args:
        setting: the world it happens in.
        number: its place in the world, from 0.
        room: how many victims it may have at most.
        at: the last moment of the world.
    """
    if told_twice(number):
        return _again(setting, number, at)
    return _invent(setting, number, room, at)


def _again(setting: Setting, number: int, at: datetime) -> Telling:
    """Return the first victim's case of the attack before, as a second entry."""
    before = _invent(setting, number - 1, 1, at)
    other = _invent(setting, number, 1, at)
    first = before.victims[0]
    kept = {name: first.case[name] for name in ("role", "outlets")}
    victim = Victim(
        person=first.person, case=kept, fate=Fate.PUBLISHED, first_motive=""
    )
    return Telling(
        number=number,
        facts=before.facts,
        victims=(victim,),
        sources=other.sources,
        courses=(),
        tolls=(),
        words=(),
        disagreements=(),
        reproofs=(),
        met_at=before.met_at,
        told_at=before.told_at,
        shown_at=before.shown_at,
        ended_at=before.ended_at,
    )


def _invent(setting: Setting, number: int, room: int, at: datetime) -> Telling:
    draws = Draws(setting.seed, "attack", number)
    land = setting.land(draws)
    end = at.date()
    day = _day(draws, end - _LAST_ATTACK)
    known = _known(day, end - _LAST_ATTACK, draws)
    violations = draws.weighted(words.VIOLATIONS)
    count = min(draws.weighted(_VICTIMS), room)
    town = draws.pick(land.towns).latin
    facts = _facts(
        land=land,
        town=town,
        known=known,
        violations=violations,
        count=count,
        draws=draws,
    )
    victims = tuple(_victim(land, town, violations, draws) for _ in range(count))
    until, days = end - _LAST_EVENT, (day, max(day, known.latest or day))
    followed = draws.chance(_FOLLOWED.get(violations[0], _SELDOM_FOLLOWED))
    courses = (
        courses_after(setting, land, days[1], until, victims=count, draws=draws)
        if followed
        else ()
    )
    said, differ = words_on(days, until, draws)
    last = max([*days, *(one.on for one in said), *_ends(courses)])
    told = last + timedelta(draws.between(21, 50))
    return Telling(
        number=number,
        facts=facts,
        victims=victims,
        sources=_sources(land, number, days[1], courses, draws),
        courses=courses,
        tolls=tolls_of(count, violations[0], days[1], draws),
        words=said,
        disagreements=differ,
        reproofs=reproofs_of(
            number,
            victims=count,
            violation=violations[0],
            days=days,
            until=until,
            draws=draws,
        ),
        met_at=_moment(told - timedelta(draws.between(1, 300))),
        told_at=_moment(told),
        shown_at=_moment(told + timedelta(draws.between(1, 20))),
        ended_at=_moment(told + timedelta(draws.between(21, 28))),
    )


def _day(draws: Draws, last: date) -> date:
    return FIRST_DAY + timedelta(draws.below((last - FIRST_DAY).days + 1))


def _known(day: date, last: date, draws: Draws) -> PartialDate:
    """Return how much of the day is known, of every precision there is."""
    shape = draws.weighted(_SHAPES)
    first: date | None = day
    latest: date | None = day
    match shape:
        case Precision.INTERVAL:
            latest = min(day + timedelta(draws.between(1, 4)), last)
        case Precision.MONTH:
            first = day.replace(day=1)
            latest = (first + timedelta(31)).replace(day=1) - timedelta(1)
        case Precision.YEAR:
            first, latest = day.replace(month=1, day=1), day.replace(month=12, day=31)
        case Precision.OPEN:
            first, latest = (None, day) if draws.chance(0.7) else (day, None)
        case Precision.UNKNOWN:
            first = latest = None
        case Precision.DAY:
            pass
    return PartialDate(earliest=first, latest=min(latest, last) if latest else None)


def _facts(
    *,
    land: Land,
    town: str,
    known: PartialDate,
    violations: tuple[str, ...],
    count: int,
    draws: Draws,
) -> Facts:
    unknown = known.earliest is None and known.latest is None
    facts: dict[str, Any] = {
        "violations": list(violations),
        # A null says that the registry does not know.
        "date": None if unknown else known.as_stored(),
        "country": land.code,
        "place": town,
        "summary": words.summary(violations[0], count, town, land.name, draws),
    }
    if draws.chance(0.3):
        facts["conflict"] = draws.chance(0.6)
    if draws.chance(0.4):
        facts["context"] = draws.pick(words.CONTEXTS)
    return facts


def _victim(
    land: Land,
    town: str,
    violations: tuple[str, ...],
    draws: Draws,
) -> Victim:
    female = draws.chance(0.22)
    name = land.tongue.person(draws, female=female)
    person: dict[str, Any] = {
        "name": name.latin,
        "sex": "FEMALE" if female else "MALE",
    }
    if name.native:
        person["name_native"] = name.native
    case: dict[str, Any] = {
        "role": draws.weighted(words.ROLES),
        "outlets": [draws.pick(land.outlets).name],
        "motive": draws.weighted(words.MOTIVES),
        "employment": draws.weighted(words.EMPLOYMENT),
    }
    if violations[0] == "KILLING":
        case["manner"] = draws.weighted(words.MANNERS)
    if draws.chance(0.6):
        case["beats"] = [draws.pick(words.BEATS)]
    if draws.chance(0.5):
        case["media"] = [draws.pick(words.MEDIA)]
    if draws.chance(0.4):
        case["age"] = draws.between(19, 74)
    if draws.chance(0.3):
        case["not_told"] = draws.pick(words.NOT_TOLD).format(town)
    revised = case["motive"] == "CONFIRMED" and draws.chance(0.05)
    return Victim(
        person=person,
        case=case,
        fate=draws.weighted(_FATES),
        first_motive="UNCONFIRMED" if revised else "",
    )


def _sources(
    land: Land,
    number: int,
    day: date,
    courses: tuple[Course, ...],
    draws: Draws,
) -> tuple[Source, ...]:
    """Return who reported the attack, and last who reported what justice did."""
    days = [day + timedelta(draws.between(0, 20)) for _ in range(draws.between(1, 3))]
    days += _ends(courses)[-1:]
    found = []
    for place, on in enumerate(days):
        outlet = draws.pick(land.outlets)
        found.append(
            Source(
                label=outlet.name,
                url=f"{outlet.address}/{on.year}/{number}-{place + 1}",
                stated_edtf=on.isoformat(),
            ),
        )
    return tuple(found)


def _ends(courses: tuple[Course, ...]) -> list[date]:
    return [
        event.on[1]
        for one in courses
        for event in one.events
        if event.on[1] is not None
    ]


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), tzinfo=UTC)
