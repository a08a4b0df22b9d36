"""Lists of names: each a version of its own, one of a kind shown at a time."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from endimpunity.accounts.models import User
from endimpunity.audit import operations as audit
from endimpunity.directory.events import StateNamesChanged
from endimpunity.directory.models import StateName, StateNameList
from endimpunity.directory.operations.refusing import tell
from endimpunity.directory.rules.reading import Problem, UnreadableFileError
from endimpunity.directory.rules.shipped import NameFact, NameTable
from endimpunity.directory.rules.state_name_file import read_state_names
from endimpunity.directory.vocabulary import Fault, NameListKind
from endimpunity.foundation import events

# The program's own codes; an organisation's list bears another.
CONTESTED = "CONTESTED"
CLDR = "CLDR-"


class UnableToImportStateNames(Exception):
    """The list of names was not imported; nothing was changed."""


@dataclass(frozen=True, kw_only=True)
class ImportedStateNames:
    """What an import of names did."""

    code: str
    version: str
    states: int
    names: int
    # The same bytes were in already, and shown: nothing was changed.
    identical: bool


@transaction.atomic
def import_state_names(
    *,
    content: bytes,
    code: str,
    source: str,
    by: User,
    at: datetime,
    stated_on: date | None = None,
) -> ImportedStateNames:
    """Take in an organisation's official list of names and show it from now on.

    The list before it is kept. States it does not name keep the names they had.

    Args:
        content: CSV of code, language, name and perhaps formal, in UTF-8.
        code: the organisation's own name for the list; versions count from 1.
        source: where the list is from, in words.
        by: the actor.
        at: the moment.
        stated_on: the day the list is of, if it says so.

    Raises:
        UnableToImportStateNames: the file is not right in every line, or the code
            is the program's own.
    """
    if not code or code == CONTESTED or code.startswith(CLDR):
        problem = Problem(line=0, fault=Fault.LIST_CODE, value=code)
        raise UnableToImportStateNames(tell([problem]))
    try:
        names = read_state_names(content)
    except UnreadableFileError as error:
        raise UnableToImportStateNames(tell(error.problems)) from error
    sha256 = hashlib.sha256(content).hexdigest()
    ours = StateNameList.objects.filter(code=code, kind=NameListKind.OFFICIAL)
    known = ours.filter(sha256=sha256).first()
    if known is not None:
        changed = _show(known)
    else:
        changed = True
        known = _add(
            StateNameList(
                code=code,
                version=str(ours.count() + 1),
                kind=NameListKind.OFFICIAL,
                source=source,
                stated_on=stated_on,
                sha256=sha256,
                recorded_at=at,
            ),
            names,
        )
    if changed:
        _tell_changed(known, len(names), by, at)
    return ImportedStateNames(
        code=known.code,
        version=known.version,
        states=len({name.state for name in names}),
        names=len(names),
        identical=not changed,
    )


def _tell_changed(shown: StateNameList, names: int, by: User, at: datetime) -> None:
    audit.record(
        deed="directory.import_state_names",
        by=by.key,
        at=at,
        subject=f"state-names/{shown.code}/{shown.version}",
        detail={"names": names, "sha256": shown.sha256},
    )
    events.announce(StateNamesChanged(by=by.key, at=at))


def load_shipped_names(
    *,
    table: NameTable,
    code: str,
    kind: NameListKind,
    at: datetime,
) -> bool:
    """Show a shipped list; return whether that changed anything.

    Only ever called inside `load_reference`, which journals.
    """
    words = "\n".join(f"{n.state}\t{n.language}\t{n.text}" for n in table.names)
    sha256 = hashlib.sha256(words.encode()).hexdigest()
    known = StateNameList.objects.filter(code=code, kind=kind, sha256=sha256).first()
    if known is not None:
        return _show(known)
    taken = StateNameList.objects.filter(code=code, version=table.version).exists()
    # A table changed without a new version is told apart by what it says.
    version = f"{table.version}+{sha256[:8]}" if taken else table.version
    _add(
        StateNameList(
            code=code,
            version=version,
            kind=kind,
            source=table.source,
            stated_on=table.stated_on,
            sha256=sha256,
            recorded_at=at,
        ),
        table.names,
    )
    return True


def _show(known: StateNameList) -> bool:
    if known.active:
        return False
    _hide_others(known.kind)
    known.active = True
    known.save(update_fields=["active"])
    return True


def _add(name_list: StateNameList, names: Sequence[NameFact]) -> StateNameList:
    _hide_others(name_list.kind)
    name_list.save(force_insert=True)
    StateName.objects.bulk_create(
        StateName(
            name_list=name_list,
            state_id=name.state,
            language=name.language,
            text=name.text,
            formal=name.formal,
        )
        for name in names
    )
    return name_list


def _hide_others(kind: str) -> None:
    StateNameList.objects.filter(kind=kind, active=True).update(active=False)
