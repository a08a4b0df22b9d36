"""Every room says what it is for; every model, card and refusal says what it is."""

import ast
from pathlib import Path

from tests.house.test_operations import exported
from tests.house.tree import PACKAGE, modules, parse, plant, rooms


def silent_rooms(package: Path) -> list[str]:
    """Return the rooms whose `__init__` is not a docstring and nothing else."""
    found = []
    for room in rooms(package):
        entry = room / "__init__.py"
        body = parse(entry).body if entry.exists() else []
        if len(body) != 1 or not ast.get_docstring(parse(entry)):
            found.append(room.name)
    return found


def silent_classes(package: Path) -> list[str]:
    """Return the models, cards and refusals without a docstring."""
    found = []
    for path in modules(package, tests=False):
        for node in parse(path).body:
            if not isinstance(node, ast.ClassDef) or ast.get_docstring(node):
                continue
            speaks = "models" in path.with_suffix("").parts
            if speaks or node.name.startswith("UnableTo") or node.name.endswith("Card"):
                found.append(f"{path.relative_to(package)}: {node.name}")
    return found


def misnamed_errors(package: Path) -> list[str]:
    """Return what operations raise under a name that does not say what failed."""
    found = []
    for path in modules(package, tests=False):
        if "operations" not in path.with_suffix("").parts:
            continue
        entry = path.parent / "__init__.py"
        # Of a package, what stays inside may have any name.
        inner = path.parent.name == "operations" and bool(exported(entry))
        for node in parse(path).body:
            if not isinstance(node, ast.ClassDef):
                continue
            if inner and node.name not in exported(entry):
                continue
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            raised = any(it.endswith(("Exception", "Error")) for it in bases)
            if raised and not node.name.startswith(("UnableTo", "_")):
                found.append(f"{path.relative_to(package)}: {node.name}")
    return found


def test_every_room_says_what_it_is_for_and_nothing_else():
    assert silent_rooms(PACKAGE) == []


def test_every_model_card_and_refusal_has_a_docstring():
    assert silent_classes(PACKAGE) == []


def test_what_an_operation_raises_is_named_after_what_could_not_be_done():
    assert misnamed_errors(PACKAGE) == []


def test_a_room_without_a_word_or_with_code_is_seen(tmp_path):
    files = {
        "audit/__init__.py": "",
        "cases/__init__.py": '"""Cases."""\nx = 1\n',
        "sources/__init__.py": '"""Sources."""\n',
        "directory/models.py": "",
    }
    package = plant(tmp_path, files)
    assert silent_rooms(package) == ["audit", "cases", "directory"]


def test_a_class_without_a_word_is_seen(tmp_path):
    files = {
        "cases/models.py": "class Case:\n    pass\n",
        "cases/published.py": 'class CaseCard:\n    """A case."""\nclass BCard: ...\n',
        "cases/operations.py": "class UnableToMerge(Exception): ...\n"
        "class MergeFailed(Exception):\n    '''No.'''\n",
    }
    package = plant(tmp_path, files)
    assert silent_classes(package) == [
        "cases/models.py: Case",
        "cases/operations.py: UnableToMerge",
        "cases/published.py: BCard",
    ]
    assert misnamed_errors(package) == ["cases/operations.py: MergeFailed"]
