"""What is installed is what was locked: pinned, hashed, wheels' licences apart."""

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PIN = re.compile(r"^([A-Za-z0-9_.-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)
# Under a copyleft licence: used to build, never shipped.
DEVELOPMENT_ONLY = {"djlint"}


def pins(lock: str) -> dict[str, str]:
    return {name.lower(): version for name, version in PIN.findall(lock)}


def unhashed(lock: str) -> list[str]:
    """Return the pins that no hash guards."""
    blocks = re.split(r"\n(?=\S)", lock.replace("\\\n", " ").strip())
    return [it.split()[0] for it in blocks if it[:1].isalnum() and "--hash=" not in it]


def wanted(requirements: str) -> set[str]:
    lines = [line.split("#")[0].strip() for line in requirements.splitlines()]
    names = [re.split(r"[\[<>=~! ]", line)[0] for line in lines if line]
    return {name.lower().replace("_", "-") for name in names if name != "-r"}


def read(name: str) -> str:
    return Path(ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("which", ["requirements", "requirements-dev"])
def test_every_requirement_is_locked_with_its_hash(which):
    lock = read(f"{which}.txt")
    assert wanted(read(f"{which}.in")) - set(pins(lock)) == set()
    assert unhashed(lock) == []


def test_tests_run_on_the_versions_that_are_shipped():
    shipped, tested = pins(read("requirements.txt")), pins(read("requirements-dev.txt"))
    assert {k: v for k, v in shipped.items() if tested.get(k) != v} == {}


def test_what_is_for_development_only_is_not_shipped():
    assert not DEVELOPMENT_ONLY & set(pins(read("requirements.txt")))


def test_a_pin_without_a_hash_is_seen():
    lock = "one==1.0 \\\n    --hash=sha256:ab\ntwo==2.0\nthree==3 \\\n  --hash=x\n"
    assert unhashed(lock) == ["two==2.0"]
    assert pins(lock) == {"one": "1.0", "two": "2.0", "three": "3"}
    assert wanted("# a\n-r x.in\nOne[mfa]>=2\ntwo_b\n") == {"one", "two-b"}
