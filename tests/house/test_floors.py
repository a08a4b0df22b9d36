"""Imports go down a floor, those for types and those inside functions too."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT, floors, modules, parse, plant


def imported(tree: ast.Module):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def climbs(package: Path) -> list[str]:
    """Return every import of the package that does not go down."""
    found = []
    for path in modules(package):
        room = path.relative_to(package).parts[0]
        for name in imported(parse(path)):
            head, _, rest = name.partition(".")
            target = rest.partition(".")[0]
            if head != "endimpunity" or target not in floors() or target == room:
                continue
            if floors()[target] >= floors().get(room, 0):
                found.append(f"{path.relative_to(package)} imports {name}")
    return found


def test_every_import_goes_down_a_floor():
    assert climbs(PACKAGE) == []


@pytest.mark.parametrize(
    "source",
    [
        "from endimpunity.cases import queries\n",
        "import endimpunity.cases.models\n",
        "if TYPE_CHECKING:\n    from endimpunity.cases.models import Case\n",
        "def late():\n    from endimpunity import cases\n",
        "from endimpunity.directory import queries\n",
    ],
    ids=["up", "up-whole", "up-for-types", "up-inside", "sideways"],
)
def test_an_import_that_climbs_is_seen(tmp_path, source):
    package = plant(tmp_path, {"sources/queries.py": source})
    assert len(climbs(package)) == 1


# A module for each contract of pyproject.toml, with an import that breaks it.
BREAKING = {
    "audit/queries.py": "from endimpunity.cases import queries\n",
    "doors/site/asking.py": "from endimpunity.doors.terminal import main\n"
    "from endimpunity.cases import queries\n",
    "cases/vocabulary.py": "from endimpunity.cases import queries\n",
    "cases/rules.py": "import os\nfrom endimpunity.sources import models\n",
    "accounts/queries.py": "import config\n",
}


@pytest.mark.slow
def test_each_import_contract_is_broken_by_what_it_forbids(tmp_path):
    rooms = [room for room in floors() if (PACKAGE / room).is_dir()]
    files = {"__init__.py": ""}
    files |= {f"{room}/__init__.py": "" for room in rooms}
    files |= {f"doors/{door}/__init__.py": "" for door in ("site", "terminal")}
    files |= {f"{room}/{name}.py": "" for room in rooms for name in ("models",)}
    files |= {"cases/queries.py": "", "doors/terminal/main.py": ""}
    plant(tmp_path, files | BREAKING)
    shutil.copytree(ROOT / "config", tmp_path / "config")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tmp_path), "COLUMNS": "200"},
    )
    assert answer.returncode == 1
    verdicts = answer.stdout.partition("Broken contracts")[0]
    assert verdicts.count("BROKEN") == 7, answer.stdout
    assert "KEPT" not in verdicts
