"""Lists of invented publishers, taken in as files of real ones are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from endimpunity.accounts.models import User
from endimpunity.cases.demo import links
from endimpunity.cases.demo.rows import Placed
from endimpunity.cases.demo.sayings import PUBLISHERS
from endimpunity.cases.demo.setting import Setting
from endimpunity.cases.demo.telling import Fate
from endimpunity.cases.operations.releasing import publish_under_policy
from endimpunity.foundation import names
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.foundation.invention import Draws
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.sources import demo as sources_demo
from endimpunity.sources.vocabulary import Impunity, Motive

# Of the first publisher: which share it lists, and which of those its last file has
# no more, or says otherwise.
_LISTED, _DROPPED, _REVISED = 0.7, 0.03, 0.1
# People whom the second publisher alone lists: nobody has linked them to a case.
_UNLINKED = 40
# Days before the last moment on which the first publisher's files were stated, and
# the second's.
_STATED, _STATED_BY_SECOND = (330, 25), 40


def list_cases(
    placed: Sequence[Placed],
    *,
    setting: Setting,
    blobs: BlobStore,
    readers: Sequence[User],
    by: User,
    at: datetime,
) -> None:
    """Let publishers list these cases, in three files, and people of their own.

    Each entry of the first agrees with one case alone and joins it, as any list's
    would. Of the second's a few are linked to cases, and differ from the first's;
    the others wait for linking.
    """
    for file in _files(placed, setting, at):
        policy = sources_demo.take_in_list(
            publisher=file.publisher,
            entries=file.entries,
            states=[one.code for one in setting.lands],
            stated_on=file.stated_on,
            blobs=blobs,
            approved_by=readers,
            by=by,
            at=at,
        )
        if file.linked:
            code = sources_demo.code_of(file.publisher)
            links.link(file.linked, publisher_code=code, by=by, at=at)
        if policy is not None:
            publish_under_policy(policy_id=policy, by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class _File:
    """A file of an invented list; `linked` are its entries that have a case."""

    publisher: str
    entries: list[sources_demo.InventedEntry]
    stated_on: date
    linked: links.Entries = field(default_factory=dict)


def _files(
    placed: Sequence[Placed],
    setting: Setting,
    at: datetime,
) -> tuple[_File, ...]:
    """Return two files of the first publisher and one of the second."""
    draws = Draws(setting.seed, "lists")
    chosen = [one for one in _alone(placed) if draws.chance(_LISTED)]
    before, now = (at.date() - timedelta(days) for days in _STATED)
    entries = {one.case_id: _entry(one, draws) for one in chosen}
    # No list tells of what was not known yet.
    early = [one for one in chosen if one.telling.told_at.date() < before]
    later = {
        case_id: _revised(one, draws)
        for case_id, one in entries.items()
        if not draws.chance(_DROPPED)
    }
    unlinked = list(_unlinked(setting, at, draws))
    other = at.date() - timedelta(_STATED_BY_SECOND)
    draws = Draws(setting.seed, "links")
    linked = links.differing_entries(later, until=other, draws=draws)
    first, second = PUBLISHERS[:2]
    return (
        _File(
            publisher=first,
            entries=[entries[one.case_id] for one in early],
            stated_on=before,
        ),
        _File(publisher=first, entries=list(later.values()), stated_on=now),
        _File(
            publisher=second,
            entries=[*linked.values(), *unlinked],
            stated_on=other,
            linked=linked,
        ),
    )


def _alone(placed: Iterable[Placed]) -> Iterator[Placed]:
    """Yield the published victims whose name no other of their State has."""
    found = [(_name_key(one), one) for one in placed]
    times = Counter(key for key, _ in found)
    for key, one in found:
        if times[key] == 1 and one.victim.fate is Fate.PUBLISHED:
            yield one


def _name_key(one: Placed) -> tuple[str, str]:
    facts = one.telling.facts
    return facts["country"], names.comparison_key(one.victim.person["name"])


def _entry(one: Placed, draws: Draws) -> sources_demo.InventedEntry:
    """Return what the first publisher says of a victim: not always the same."""
    facts, case = one.telling.facts, one.victim.case
    stored = facts["date"]
    day = PartialDate.from_stored(stored).edtf if stored else ""
    if draws.chance(0.1) and stored and stored["earliest"]:
        day = str(stored["earliest"])
    motive = draws.pick(Motive.values) if draws.chance(0.1) else case["motive"]
    return sources_demo.InventedEntry(
        name=one.victim.person["name"],
        native=one.victim.person.get("name_native", ""),
        country=facts["country"],
        place=facts["place"],
        date=day,
        outlet=case["outlets"][0],
        violation=facts["violations"][0],
        motive=motive,
        impunity=draws.pick(Impunity.values),
    )


def _revised(
    entry: sources_demo.InventedEntry,
    draws: Draws,
) -> sources_demo.InventedEntry:
    if not draws.chance(_REVISED):
        return entry
    return entry.with_impunity(draws.pick(Impunity.values))


def _unlinked(
    setting: Setting,
    at: datetime,
    draws: Draws,
) -> Iterator[sources_demo.InventedEntry]:
    for _ in range(_UNLINKED):
        land = setting.land(draws)
        name = land.tongue.person(draws, female=draws.chance(0.2))
        day = at.date() - timedelta(draws.between(100, 9_000))
        yield sources_demo.InventedEntry(
            name=name.latin,
            native=name.native,
            country=land.code,
            place=draws.pick(land.towns).latin,
            date=day.isoformat(),
            outlet=draws.pick(land.outlets).name,
            violation="KILLING",
            motive=draws.pick(Motive.values),
            impunity=draws.pick(Impunity.values),
        )
