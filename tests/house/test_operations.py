"""Every deed says by whom and when: keyword-only, `by` and `at`."""

import ast
from pathlib import Path

from tests.house.tree import PACKAGE, parse, plant, rooms


def deeds(room: Path):
    """Yield the room's deeds: of a package, those its `__init__` hands out."""
    single = room / "operations.py"
    if single.exists():
        yield from ((single, it) for it in functions(single))
    entry = room / "operations" / "__init__.py"
    handed_out = exported(entry)
    for path in sorted((room / "operations").glob("*.py")):
        for node in functions(path):
            if node.name in handed_out or not handed_out:
                yield path, node


def functions(path: Path):
    for node in parse(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield node


def exported(entry: Path) -> set[str]:
    """Return what a package hands out: the names that its `__init__` imports."""
    if not entry.exists():
        return set()
    return {
        alias.asname or alias.name
        for node in parse(entry).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def nameless(package: Path) -> list[str]:
    """Return the deeds that take a positional word, or lack `by` or `at`."""
    found = []
    for room in rooms(package):
        for path, node in deeds(room):
            words = {it.arg for it in node.args.kwonlyargs}
            positional = node.args.args or node.args.posonlyargs or node.args.vararg
            if positional or not words >= {"by", "at"}:
                found.append(f"{path.relative_to(package)}: {node.name}")
    return found


def test_every_deed_takes_by_and_at_and_only_named_words():
    assert nameless(PACKAGE) == []


def test_there_are_deeds_to_look_at():
    assert sum(1 for room in rooms() for _ in deeds(room)) > 1


def test_a_deed_without_actor_or_moment_is_seen(tmp_path):
    files = {
        "audit/operations.py": "def record(*, by, at): ...\ndef forget(*, by): ...\n",
        "cases/operations/__init__.py": "from x.merging import merge, part\n",
        "cases/operations/merging.py": "def merge(one, *, by, at): ...\n"
        "def part(*, at, by): ...\ndef of_the_package(rows): ...\n",
        "sources/operations/importing.py": "def import_list(*, at): ...\n",
    }
    assert nameless(plant(tmp_path, files)) == [
        "audit/operations.py: forget",
        "cases/operations/merging.py: merge",
        "sources/operations/importing.py: import_list",
    ]
