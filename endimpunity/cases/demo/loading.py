"""Load the invented world: whole or not at all, the same for the same words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from endimpunity.accounts import demo as accounts_demo
from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.demo import lists, words
from endimpunity.cases.demo.attacks import invent, told_twice
from endimpunity.cases.demo.rows import Keepers, Placed, WorldRows
from endimpunity.cases.demo.setting import setting_of
from endimpunity.cases.demo.telling import Fate, Telling
from endimpunity.cases.models import Case
from endimpunity.cases.operations.merging import merge
from endimpunity.cases.operations.one_world import ONE_WORLD
from endimpunity.directory import demo as directory_demo
from endimpunity.directory import queries as directory_queries
from endimpunity.foundation import bulk
from endimpunity.foundation.gateways.blobs import BlobStore
from endimpunity.sources.models import Snapshot

# The last moment of the invented world, by which all of it was recorded: a clock of
# its own, so that the same words give the same world on every day.
LAST_MOMENT = datetime(2025, 1, 1, tzinfo=UTC)
MOST_CASES = 1_000_000
# A seed has at most nine digits: it is part of the name of the world.
MOST_SEED = 999_999_999
# Cases whose rows are held in memory at a time: some forty megabytes of them.
BATCH = 2_000
# Cases of the first attacks, which the invented publishers list.
LISTED = 1_000

Progress = Callable[[str, int], None]


class UnableToLoadDemo(Exception):  # the house names refusals so
    """An invented world is loaded into an installation that holds nothing else."""


@dataclass(frozen=True, kw_only=True)
class LoadedDemo:
    """Which world this installation shows, and whether this call made it."""

    cases: int
    attacks: int
    changed: bool


def load_demo(
    *,
    cases: int,
    seed: int,
    blobs: BlobStore,
    by: User,
    at: datetime,
    progress: Progress,
) -> LoadedDemo:
    """Invent a world of so many cases; inventing it again changes nothing.

    The same number, seed and moment give the same content, keys and addresses
    included. Nothing of it stands beside real cases or lists.

    Args:
        cases: how many, from 1 to a million.
        seed: which world.
        blobs: where the files of the invented lists are kept.
        by: the actor.
        at: the last moment of the invented world.
        progress: told of every batch.

    Raises:
        UnableToLoadDemo: the installation holds something else already, or the
            numbers are out of range.
    """
    if not (1 <= cases <= MOST_CASES and 0 <= seed <= MOST_SEED):
        raise UnableToLoadDemo(
            f"A world has from 1 to {MOST_CASES:,} cases, and a seed from 0 to"
            f" {MOST_SEED:,}.",
        )
    world = f"{cases} cases of seed {seed}"
    with transaction.atomic():
        bulk.one_at_a_time(ONE_WORLD)
        standing = directory_queries.invented_world()
        _refuse_other(standing, world)
        if standing:
            attacks = Case.objects.values("attack").distinct().count()
            return LoadedDemo(cases=cases, attacks=attacks, changed=False)
        bulk.check_at_once()
        directory_demo.add_states(world=world, by=by, at=at)
        loading = _Loading(
            cases=cases,
            seed=seed,
            blobs=blobs,
            by=by,
            at=at,
            progress=progress,
        )
        loading.load()
        audit.record(
            deed="cases.load_demo",
            by=by.key,
            at=at,
            detail={"cases": cases, "seed": seed},
        )
    return LoadedDemo(cases=cases, attacks=loading.attacks, changed=True)


def _refuse_other(standing: str, world: str) -> None:
    """Refuse an installation that holds another world, or the real one."""
    if standing and standing != world:
        raise UnableToLoadDemo(
            f"This installation shows another invented world already: {standing}."
            " Name an empty folder as ENDIMPUNITY_HOME (and, if you set it, an empty"
            " database as DATABASE_URL), run `endimpunity migrate` and load it there.",
        )
    real = Case.objects.exists() or Snapshot.objects.exists()
    if real and not standing:
        raise UnableToLoadDemo(
            "This installation holds cases or lists already, and an invented world"
            " never stands beside a real one. Name an empty folder as"
            " ENDIMPUNITY_HOME (and, if you set it, an empty database as"
            " DATABASE_URL), run `endimpunity migrate` and load it there. Nothing was"
            " changed.",
        )


class _Loading:
    """One world on its way into the tables."""

    def __init__(
        self,
        *,
        cases: int,
        seed: int,
        blobs: BlobStore,
        by: User,
        at: datetime,
        progress: Progress,
    ) -> None:
        self._cases = cases
        self._blobs = blobs
        self._by = by
        self._at = at
        self._progress = progress
        self._setting = setting_of(seed)
        self._readers = accounts_demo.add_readers(2)
        writer, reader = (one.key.hex for one in self._readers)
        self._rows = WorldRows(
            seed=seed,
            keepers=Keepers(writer=writer, reader=reader),
            last_day=at.date(),
        )
        self._twice: list[tuple[int, int]] = []
        self.attacks = 0

    def load(self) -> None:
        """Write the listed attacks, what lists say of them, and all the others."""
        tellings = self._tellings()
        listed = self._write(tellings, min(LISTED, self._cases))
        lists.list_cases(
            listed,
            setting=self._setting,
            blobs=self._blobs,
            readers=self._readers,
            by=self._by,
            at=self._at,
        )
        while self._rows.cases < self._cases:
            self._write(tellings, min(self._rows.cases + BATCH, self._cases))
            self._progress("inventing cases", self._rows.cases)
        for number, (from_case, into_case) in enumerate(self._twice):
            merge(
                from_case_id=from_case,
                into_case_id=into_case,
                reason=words.MERGED,
                by=self._by,
                at=self._at,
            )
            self._progress("merging", number)

    def _tellings(self) -> Iterator[Telling]:
        room, number = self._cases, 0
        while room > 0:
            telling = invent(self._setting, number, room=room, at=self._at)
            yield telling
            room -= len(telling.victims)
            number += 1

    def _write(self, tellings: Iterator[Telling], until: int) -> list[Placed]:
        """Write attacks until there are so many cases, and return their victims."""
        placed: list[Placed] = []
        last: Sequence[Placed] = ()
        while self._rows.cases < until:
            telling = next(tellings)
            self.attacks += 1
            added = self._rows.add(telling)
            if told_twice(telling.number) and last:
                self._note_twice(added[0], last[0])
            placed += added
            last = added
        self._rows.write()
        return placed

    def _note_twice(self, again: Placed, first: Placed) -> None:
        """Keep for a merge two entries of one person that are both shown."""
        known = first.telling.number == again.telling.number - 1
        if known and first.victim.fate is again.victim.fate is Fate.PUBLISHED:
            self._twice.append((again.case_id, first.case_id))
