"""An organisation's own list of names: code, language, name and perhaps formal name."""

from collections import Counter
from collections.abc import Iterator, Sequence

from endimpunity.directory.rules.reading import (
    Problem,
    UnreadableFileError,
    lines_of,
)
from endimpunity.directory.rules.shipped import NameFact
from endimpunity.directory.vocabulary import LANGUAGES, Fault
from endimpunity.foundation import countries

COLUMNS = ("code", "language", "name")
FORMAL = "formal"
# The longest official names have some seventy characters.
LONGEST_NAME = 200
LONGEST_FORMAL = 300


def read_state_names(content: bytes) -> tuple[NameFact, ...]:
    """Read a list of names; all of it is right or none of it is read.

    Raises:
        UnreadableFileError: every problem of the file, by line: an unknown code or
            language, a name that is empty or too long, a pair given twice, a State
            that lacks one of the six languages, a wrong header.
    """
    lines = [(line, cells) for line, cells in lines_of(content) if any(cells)]
    if not lines:
        raise UnreadableFileError(Problem(line=0, fault=Fault.EMPTY))
    columns = _columns(*lines[0])
    names: list[tuple[int, NameFact]] = []
    problems: list[Problem] = []
    for line, cells in lines[1:]:
        if len(cells) != len(columns):
            problems.append(Problem(line=line, fault=Fault.SHORT))
            continue
        given = dict(zip(columns, cells, strict=True))
        name = NameFact(
            given["code"], given["language"], given["name"], given.get(FORMAL, "")
        )
        problems.extend(_wrong(line, name))
        names.append((line, name))
    problems.extend(_twice(names))
    problems.extend(_incomplete(names))
    if not names:
        problems.append(Problem(line=0, fault=Fault.EMPTY))
    if problems:
        raise UnreadableFileError(*problems)
    return tuple(sorted(name for _, name in names))


def _columns(line: int, header: Sequence[str]) -> list[str]:
    columns = [cell.lower() for cell in header]
    known = {*COLUMNS, FORMAL}
    right = set(COLUMNS) <= set(columns) <= known
    if not right or len(set(columns)) < len(columns):
        met = ", ".join(header)
        raise UnreadableFileError(
            Problem(line=line, fault=Fault.NAME_HEADER, value=met)
        )
    return columns


def _wrong(line: int, name: NameFact) -> Iterator[Problem]:
    if name.state not in countries.COUNTRIES:
        yield Problem(line=line, fault=Fault.CODE, value=name.state)
    if name.language not in LANGUAGES:
        yield Problem(line=line, fault=Fault.LANGUAGE, value=name.language)
    if not name.text:
        yield Problem(line=line, fault=Fault.NO_NAME, value=name.state)
    if len(name.text) > LONGEST_NAME or len(name.formal) > LONGEST_FORMAL:
        yield Problem(line=line, fault=Fault.LONG_NAME, value=name.state)


def _twice(names: Sequence[tuple[int, NameFact]]) -> Iterator[Problem]:
    met = Counter[tuple[str, str]]()
    for line, name in names:
        met[name.state, name.language] += 1
        if met[name.state, name.language] > 1:
            pair = f"{name.state} {name.language}"
            yield Problem(line=line, fault=Fault.TWICE, value=pair)


def _incomplete(names: Sequence[tuple[int, NameFact]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    have: dict[str, set[str]] = {}
    for line, name in names:
        first.setdefault(name.state, line)
        have.setdefault(name.state, set()).add(name.language)
    for state, line in first.items():
        missing = [language for language in LANGUAGES if language not in have[state]]
        if missing and state in countries.COUNTRIES:
            lacks = f"{state}: {', '.join(missing)}"
            yield Problem(line=line, fault=Fault.MISSING_LANGUAGE, value=lacks)
