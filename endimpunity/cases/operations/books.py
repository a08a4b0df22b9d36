"""Which entries are about which cases, changed many at a time and written at once."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.cases.models import Assertion, Case, Membership, Merge
from endimpunity.cases.operations.merging import afresh, deed_of_merge, deed_of_undoing
from endimpunity.cases.operations.publishing import withdraw_all
from endimpunity.cases.queries import publications
from endimpunity.cases.queries.identity import Identity, identity
from endimpunity.cases.vocabulary import Subject
from endimpunity.foundation import bulk

# Of memberships with their part and case: a list's cases are many, and wide.
_READ = (
    "part_id",
    "case_id",
    "publisher_id",
    "score",
    "reason",
    "recorded_at",
    "superseded_at",
    "part__record_id",
    "part__name",
    "case__name",
)


class Books:
    """The memberships of some parts and the merges of their cases, kept in memory.

    One who hands on thousands of cases needs what the one before left. Asking the
    database each time reads all merges for each case. Here all is read once, in a
    number of queries that grows with batches only, changed in memory in the order
    in which it is asked for, and written once by `write`. To be opened, changed
    and written in one transaction.
    """

    def __init__(
        self,
        *,
        part_ids: Iterable[int],
        by: User,
        at: datetime,
        into_ids: Iterable[int] = (),
    ) -> None:
        """Read what stands, and hold the cases until the transaction ends.

        Args:
            part_ids: parts whose memberships may end or begin.
            into_ids: cases that they may be about, beside those they ever were.
            by: the actor.
            at: the moment.
        """
        self._by = by
        self._at = at
        self._history = _histories(sorted(set(part_ids)))
        known = (one.case_id for rows in self._history.values() for one in rows)
        cases = sorted({*known, *into_ids})
        people = dict(_held(cases))
        self._asserted = set(_asserted(people))
        self._holders = _holders(cases)
        self._merges = _standing_merges(cases)
        self._leads = dict(identity().leads)
        self._gone = publications.taken_down(
            sorted({*cases, *self._leads, *self._leads.values()}),
        )
        self._ended: list[int] = []
        self._begun: list[Membership] = []
        self._made: dict[int, Merge] = {}
        self._undone: list[Merge] = []
        self._withdrawn: list[tuple[frozenset[int], str]] = []
        self._stale: set[int] = set()

    def standing(self, part_id: int) -> Membership | None:
        """Return the membership by which a part is about a case now."""
        last = self.last(part_id)
        return last if last is not None and last.superseded_at is None else None

    def last(self, part_id: int, *, but: int | None = None) -> Membership | None:
        """Return a part's latest membership, ended or not.

        Args:
            part_id: the part.
            but: a case whose memberships are passed over.
        """
        rows = self._history.get(part_id, [])
        return next((one for one in reversed(rows) if one.case_id != but), None)

    def is_held(
        self,
        case_id: int,
        publisher_code: str,
        emptied: Collection[int],
    ) -> bool:
        """Return whether an entry of a list that is not emptied is about a case."""
        return any(
            code == publisher_code and record_id not in emptied
            for code, record_id in self._holders.get(case_id, {}).values()
        )

    def speaks(self, case_id: int) -> bool:
        """Return whether an entry of a list or the registry itself speaks of a case."""
        return bool(self._holders.get(case_id)) or case_id in self._asserted

    def end(self, part_id: int) -> Membership:
        """End the membership by which a part is about a case, and return it.

        Raises:
            KeyError: the part is about no case.
        """
        member = self.standing(part_id)
        if member is None:
            raise KeyError(part_id)
        member.superseded_at = self._at
        self._holders[member.case_id].pop(member.part_id)
        if member.pk is not None:
            self._ended.append(member.pk)
        return member

    def begin(
        self,
        part_id: int,
        record_id: int,
        like: Membership,
        case_id: int,
        reason: str,
    ) -> None:
        """Let a part be about a case, with another membership's publisher and score."""
        made = Membership(
            part_id=part_id,
            case_id=case_id,
            publisher_id=like.publisher_id,
            score=like.score,
            reason=reason,
            recorded_at=self._at,
            recorded_by=self._by,
        )
        self._history.setdefault(part_id, []).append(made)
        holders = self._holders.setdefault(case_id, {})
        holders[part_id] = (like.publisher_id, record_id)
        self._begun.append(made)

    def lead(self, case_id: int, into: int, reason: str) -> int:
        """Let a case lead to another unless it leads somewhere; return which stands.

        A name that people took from sight does not come back because a file moved
        its rows: the case to which a withdrawn one leads is withdrawn with it.
        """
        stands = Identity(leads=self._leads).of(into)
        if case_id in self._leads or stands == case_id:
            return stands
        self._leads[case_id] = stands
        self._merges[case_id] = self._made[case_id] = Merge(
            from_case_id=case_id,
            into_case_id=stands,
            reason=reason,
            recorded_at=self._at,
            recorded_by=self._by,
        )
        self._stale.add(stands)
        if case_id in self._gone and stands not in self._gone:
            group = Identity(leads=dict(self._leads)).all_of(stands)
            self._withdraw(group.difference(self._gone), self._gone[case_id])
        return stands

    def _withdraw(self, case_ids: frozenset[int], reason: str) -> None:
        self._gone.update(dict.fromkeys(case_ids, reason))
        self._withdrawn.append((case_ids, reason))

    def undo(self, case_id: int, made_for: str, reason: str) -> None:
        """Take back the merge by which a case leads, if it was made for this reason."""
        row = self._merges.get(case_id)
        if row is None or row.reason != made_for:
            return
        del self._merges[case_id], self._leads[case_id]
        self._stale.update((row.from_case_id, row.into_case_id))
        # One that was not written yet never stood at any moment.
        if self._made.pop(case_id, None) is None:
            row.undone_at, row.undone_by, row.undone_reason = self._at, self._by, reason
            self._undone.append(row)

    def write(self) -> None:
        """Write what was changed, and make and show afresh the cases it touched."""
        for some in bulk.batches(self._ended):
            Membership.objects.filter(pk__in=some).update(superseded_at=self._at)
        Membership.objects.bulk_create(self._begun)
        self._write_merges()
        for case_ids, reason in self._withdrawn:
            withdraw_all(case_ids=case_ids, reason=reason, by=self._by, at=self._at)
        if self._stale:
            afresh(case_ids=self._stale, by=self._by, at=self._at)

    def _write_merges(self) -> None:
        for some in bulk.batches(self._undone):
            # All of one deed are undone for one reason.
            Merge.objects.filter(pk__in=[one.pk for one in some]).update(
                undone_at=self._at,
                undone_by=self._by,
                undone_reason=some[0].undone_reason,
            )
        made = Merge.objects.bulk_create(self._made.values())
        audit.record_all(
            deeds=[*map(deed_of_undoing, self._undone), *map(deed_of_merge, made)],
            by=self._by.key,
            at=self._at,
        )


def _histories(part_ids: Iterable[int]) -> dict[int, list[Membership]]:
    """Return the memberships of parts, ended ones too, the latest last."""
    found: dict[int, list[Membership]] = {}
    for some in bulk.batches(part_ids):
        rows = Membership.objects.filter(part__in=some).order_by("recorded_at", "id")
        for one in rows.select_related("case", "part").only(*_READ):
            found.setdefault(one.part_id, []).append(one)
    return found


def _held(case_ids: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the person of each case, and keep others from merging it meanwhile."""
    for some in bulk.batches(case_ids):
        rows = Case.objects.select_for_update().filter(id__in=some).order_by("id")
        yield from rows.values_list("id", "person_id")


def _asserted(people: Mapping[int, int]) -> Iterator[int]:
    """Yield the cases of which, or of whose person, the registry asserts something.

    Args:
        people: case to its person.
    """
    for some in bulk.batches(people.items()):
        about = Assertion.objects.filter(superseded_at=None)
        cases = about.filter(
            subject=Subject.CASE,
            subject_id__in=[case_id for case_id, _ in some],
        )
        yield from cases.order_by("id").values_list("subject_id", flat=True)
        persons = about.filter(
            subject=Subject.PERSON,
            subject_id__in=[person_id for _, person_id in some],
        )
        known = set(persons.values_list("subject_id", flat=True))
        yield from (case_id for case_id, person_id in some if person_id in known)


def _holders(case_ids: Iterable[int]) -> dict[int, dict[int, tuple[str, int]]]:
    """Return case -> part about it now -> its publisher and record."""
    found: dict[int, dict[int, tuple[str, int]]] = {}
    for some in bulk.batches(case_ids):
        rows = Membership.objects.filter(case__in=some, superseded_at=None)
        for case_id, part_id, code, record_id in rows.order_by("id").values_list(
            "case_id",
            "part_id",
            "publisher_id",
            "part__record_id",
        ):
            found.setdefault(case_id, {})[part_id] = (code, record_id)
    return found


def _standing_merges(case_ids: Iterable[int]) -> dict[int, Merge]:
    """Return for each of these cases that leads to another the merge that stands."""
    return {
        one.from_case_id: one
        for some in bulk.batches(case_ids)
        for one in Merge.objects.filter(
            from_case__in=some,
            undone_at=None,
        ).order_by("id")
    }
