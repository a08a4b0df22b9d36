"""The program's tree as the house tests read it: floors, rooms, modules."""

import ast
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "endimpunity"


@lru_cache
def floors() -> dict[str, int]:
    """Return each room's floor, foundation 0, as the import contract places it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(it["layers"] for it in contracts if it["id"] == "floors")
    return {
        room.strip(" ()"): height
        for height, layer in enumerate(reversed(layers))
        for room in layer.split("|")
    }


def rooms(package: Path = PACKAGE) -> list[Path]:
    """Return the rooms' folders: doors and the catalogue of translations are none."""
    return sorted(
        folder
        for folder in package.iterdir()
        if folder.is_dir() and folder.name not in {"doors", "locale", "__pycache__"}
    )


def modules(folder: Path, *, tests: bool = True) -> Iterator[Path]:
    """Yield the modules under a folder, without what Django writes itself."""
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).parts
        if "migrations" in parts or (not tests and "tests" in parts):
            continue
        yield path


def parse(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return _parse(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=2_000)
def _parse(source: str) -> ast.Module:
    return ast.parse(source)


def plant(folder: Path, files: dict[str, str]) -> Path:
    """Write a small tree with a violation in it, and return its package."""
    for name, source in files.items():
        path = folder / "endimpunity" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return folder / "endimpunity"
