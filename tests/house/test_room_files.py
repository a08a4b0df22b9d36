"""What a room's folder may hold, and how long it may be."""

import ast
from pathlib import Path

from tests.house.tree import PACKAGE, modules, parse, plant, rooms

FILES = {
    "__init__", "vocabulary", "rules", "maths", "models", "gateways", "queries",
    "operations", "published", "entrusted", "demo", "events", "apps",
}  # fmt: skip
FOLDERS = {
    "rules", "maths", "models", "gateways", "queries", "operations", "published",
    "texts", "demo", "data", "migrations", "tests", "__pycache__",
}  # fmt: skip
# Names under which things without a name gather, in rooms and doors alike.
DRAWERS = {
    "utils", "util", "helpers", "helper", "common", "misc", "lib", "managers",
    "signals", "base", "core", "tools", "shared",
}  # fmt: skip
# What belongs to a door is not found in a room.
OF_DOORS = {"views", "forms", "serializers", "urls", "templates", "static", "admin"}
MODULE_LINES = 400
FUNCTION_LINES = 50


def strangers(package: Path) -> list[str]:
    """Return what lies in a room under a name that no room has."""
    found = []
    for room in rooms(package):
        if room.name == "foundation":
            # It has no tables and its nouns are its own; drawers are refused below.
            continue
        for path in room.iterdir():
            allowed = FOLDERS if path.is_dir() else {f"{it}.py" for it in FILES}
            if path.name not in allowed:
                found.append(str(path.relative_to(package)))
    return found


def drawers(package: Path) -> list[str]:
    """Return the modules and folders whose name names nothing."""
    found = []
    for path in package.rglob("*"):
        refused = DRAWERS
        if path.relative_to(package).parts[0] != "doors":
            refused = DRAWERS | OF_DOORS
        if path.stem in refused and (path.is_dir() or path.suffix == ".py"):
            found.append(str(path.relative_to(package)))
    return sorted(found)


def too_long(package: Path) -> list[str]:
    """Return the modules and functions past the length that breaks the build."""
    found = []
    for path in modules(package):
        name = str(path.relative_to(package))
        if len(path.read_text(encoding="utf-8").splitlines()) > MODULE_LINES:
            found.append(name)
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if length_of(node) > FUNCTION_LINES:
                found.append(f"{name}: {node.name}")
    return found


def length_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return a function's lines without its docstring, which may say all it must."""
    said = ast.get_docstring(node, clean=False) or ""
    whole = (node.end_lineno or 0) - node.lineno + 1
    return whole - (len(said.splitlines()) if said else 0)


def test_every_file_of_a_room_has_a_name_that_rooms_have():
    assert strangers(PACKAGE) == []


def test_nothing_lies_in_a_drawer():
    assert drawers(PACKAGE) == []


def test_every_module_and_function_is_short():
    assert too_long(PACKAGE) == []


def test_a_strange_file_is_seen(tmp_path):
    files = {"cases/models.py": "", "cases/views.py": "", "cases/letters/one.py": ""}
    package = plant(tmp_path, files)
    assert sorted(strangers(package)) == ["cases/letters", "cases/views.py"]


def test_a_drawer_is_seen(tmp_path):
    files = {
        "cases/rules/utils.py": "",
        "doors/site/helpers/one.py": "",
        "doors/site/urls.py": "",
        "cases/urls.py": "",
    }
    package = plant(tmp_path, files)
    assert drawers(package) == [
        "cases/rules/utils.py",
        "cases/urls.py",
        "doors/site/helpers",
    ]


def test_a_long_module_and_a_long_function_are_seen(tmp_path):
    docstring = '    """Say\n\n    much.\n    """\n'
    long_function = f"def long():\n{docstring}" + "    x = 1\n" * FUNCTION_LINES
    files = {"cases/a.py": "x = 1\n" * (MODULE_LINES + 1), "cases/b.py": long_function}
    assert too_long(plant(tmp_path, files)) == ["cases/a.py", "cases/b.py: long"]
