"""What is kept in the project works on any machine: no paths, no registries."""

import re
import subprocess
from pathlib import Path

from tests.house.tree import ROOT

# Folders in which somebody works; /tmp, /etc and the like are everybody's.
PATHS = re.compile(r"(?<![\w.:/~<])/(?:home|root|Users|work|mnt|srv|opt)/\w")
REGISTRY = re.compile(
    r"--(?:extra-)?index-url|--find-links|index-url\s*=|https?://[\w.-]*pypi[\w.-]*/"
    r"|registry\s*=\s*[\"']?https?:|files\.pythonhosted\.org",
)
HOSTS = re.compile(r"https?://(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)")


def tracked() -> list[Path]:
    """Return the files that git keeps, those not yet added as well."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def bound_to_a_machine(text: str) -> list[str]:
    """Return the lines that hold only where they were written."""
    return [
        line.strip()
        for line in text.splitlines()
        if PATHS.search(line) or REGISTRY.search(line) or HOSTS.search(line)
    ]


def readable(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
        return ""


def test_no_file_names_a_machine_or_a_registry():
    own = Path(__file__).resolve()
    found = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path != own and (lines := bound_to_a_machine(readable(path)))
    }
    assert found == {}


def test_a_path_and_a_registry_are_seen():
    assert bound_to_a_machine("see /home/ana/lists and /root/x") != []
    assert (
        bound_to_a_machine("pip install --index-url https://example.org/simple") != []
    )
    assert bound_to_a_machine("from https://pypi.org/simple/x") != []
    assert bound_to_a_machine("http://192.168.0.4/simple") != []
    assert bound_to_a_machine("GET /cases/ and https://example.org/lists/1") == []
