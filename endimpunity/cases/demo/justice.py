"""What courts did in an invented case: a few courses that justice is seen to take."""

from datetime import date, timedelta

from endimpunity.cases.demo.setting import Land, Setting
from endimpunity.cases.demo.telling import Course, Happening
from endimpunity.cases.vocabulary import EventKind as K
from endimpunity.cases.vocabulary import ProceedingKind
from endimpunity.foundation.invention import Draws

# How often each course is met; every kind of event is in one of them.
_COURSES: tuple[tuple[tuple[K, ...], float], ...] = (
    ((K.OPENED,), 16),
    ((K.OPENED, K.ARCHIVED), 14),
    ((K.OPENED, K.TIME_BARRED), 5),
    ((K.OPENED, K.EVIDENCE_WITHHELD, K.ARCHIVED), 4),
    ((K.OPENED, K.RULED_UNRELATED), 5),
    ((K.OPENED, K.ARRESTED, K.ESCAPED), 4),
    ((K.OPENED, K.ARRESTED, K.DIED, K.ARCHIVED), 3),
    ((K.OPENED, K.ARRESTED, K.CHARGED), 9),
    ((K.OPENED, K.ARRESTED, K.CHARGED, K.TRIED, K.ACQUITTED), 8),
    ((K.OPENED, K.CHARGED, K.TRIED, K.CONVICTED), 8),
    ((K.OPENED, K.ARRESTED, K.CHARGED, K.TRIED, K.CONVICTED, K.APPEALED, K.FINAL), 9),
    ((K.OPENED, K.CHARGED, K.CONVICTED, K.APPEALED, K.ANNULLED), 4),
    ((K.OPENED, K.CHARGED, K.CONVICTED, K.ANNULLED, K.RETRIED, K.ACQUITTED), 3),
    ((K.OPENED, K.CHARGED, K.CONVICTED, K.FINAL, K.PARDONED), 2),
    ((K.OPENED, K.ASSISTANCE_REFUSED), 3),
    ((K.OPENED, K.TRANSFERRED), 3),
)
_WHAT = {
    K.OPENED: "An inquiry was opened.",
    K.ARRESTED: "Suspects were arrested.",
    K.CHARGED: "Charges were brought.",
    K.TRIED: "The trial was held.",
    K.CONVICTED: "The court found the accused guilty.",
    K.ACQUITTED: "The court acquitted the accused.",
    K.APPEALED: "An appeal was lodged.",
    K.FINAL: "The judgment became final.",
    K.ANNULLED: "The judgment was annulled on appeal.",
    K.RETRIED: "A new trial was ordered.",
    K.PARDONED: "The convicted were pardoned.",
    K.ESCAPED: "The suspects escaped from custody.",
    K.DIED: "A suspect died before trial.",
    K.ARCHIVED: "The file was archived.",
    K.TIME_BARRED: "The time limit for prosecution ran out.",
    K.TRANSFERRED: "The file was transferred abroad.",
    K.EVIDENCE_WITHHELD: "The authorities declined to release evidence.",
    K.ASSISTANCE_REFUSED: "A request for legal assistance was refused.",
    K.RULED_UNRELATED: "The act was ruled unrelated to journalism.",
}
_OF_INQUIRIES = frozenset(
    {K.OPENED, K.ARCHIVED, K.TIME_BARRED, K.EVIDENCE_WITHHELD, K.RULED_UNRELATED}
)
_ROLES = ("alleged shooter", "alleged driver", "alleged instigator", "alleged lookout")
_MOST_ACCUSED = 4
# Days between two events; the last ones take longest.
_SHORTEST, _LONGEST = 12, 700
# Between the earliest and the latest day of a time bar.
_A_YEAR = 365


def courses_after(
    setting: Setting,
    land: Land,
    begun: date,
    until: date,
    *,
    victims: int,
    draws: Draws,
) -> tuple[Course, ...]:
    """Return the proceedings that followed an attack, up to a day."""
    kinds = draws.weighted(_COURSES)
    accused = tuple(draws.pick(_ROLES) for _ in range(draws.between(1, _MOST_ACCUSED)))
    first = _course(
        land=land,
        kinds=kinds,
        begun=begun,
        until=until,
        victims=victims,
        accused=accused,
        draws=draws,
    )
    if not first.events or kinds[-1] != K.TRANSFERRED:
        return (first,) if first.events else ()
    other = setting.land(draws)
    moved = first.events[-1].on[0] or begun
    again = (K.OPENED, K.CHARGED)
    second = _course(
        land=other,
        kinds=again,
        begun=moved,
        until=until,
        victims=victims,
        accused=accused,
        draws=draws,
    )
    return (first, second) if second.events else (first,)


def _course(
    *,
    land: Land,
    kinds: tuple[K, ...],
    begun: date,
    until: date,
    victims: int,
    accused: tuple[str, ...],
    draws: Draws,
) -> Course:
    named = not _OF_INQUIRIES.issuperset(kinds)
    events = []
    day = begun
    for kind in kinds:
        day += timedelta(draws.between(_SHORTEST, _LONGEST))
        if day > until:
            break
        event = _event(
            kind=kind,
            day=day,
            until=until,
            accused=len(accused) * named,
            victims=victims,
            draws=draws,
        )
        events.append(event)
    tried = any(one.kind in {K.TRIED, K.CONVICTED} for one in events)
    return Course(
        jurisdiction=land.code,
        court=land.trial_court(draws) if tried else land.inquiry_office(draws),
        kind=ProceedingKind.TRIAL if tried else ProceedingKind.INQUIRY,
        accused=accused if named else (),
        events=tuple(events),
    )


def _event(
    *,
    kind: K,
    day: date,
    until: date,
    accused: int,
    victims: int,
    draws: Draws,
) -> Happening:
    on: tuple[date | None, date | None] = (day, day)
    if draws.chance(0.12):
        on = (day, min(day + timedelta(draws.between(1, 30)), until))
    elif kind == K.TIME_BARRED:
        on = (None, min(day + timedelta(_A_YEAR), until))
    touched: tuple[int, ...] = ()
    people = None
    if kind not in _OF_INQUIRIES and accused:
        if draws.chance(0.7):
            touched = tuple(range(1, draws.between(1, accused) + 1))
        else:
            people = draws.between(1, accused + 2)
    left_out = victims > 1 and kind in (K.CONVICTED, K.ACQUITTED) and draws.chance(0.2)
    return Happening(
        kind=kind,
        on=on,
        what=_WHAT[kind],
        people=people,
        accused=touched,
        about=tuple(range(victims - 1)) if left_out else (),
    )
