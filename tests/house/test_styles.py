"""Spaces, sizes of type and widths of lines come from the tokens of site.css.

docs/explanation/design.md lists them. A length that is written beside them is a step
that the page's rhythm does not know, and is taken for one of its own a year later.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.house.tree import PACKAGE

SHEETS = PACKAGE / "doors" / "site" / "static" / "site"
DESIGN = PACKAGE.parent / "docs" / "explanation" / "design.md"

# Which tokens a property may be set from.
FAMILIES = {
    "font-size": {"text"},
    "max-inline-size": {"narrow", "measure", "part", "wide"},
    "line-height": {"leading"},
    "font-family": {"serif", "sans", "mono"},
}
SPACED = re.compile(r"(?:margin|padding)(?:-(?:block|inline)(?:-start|-end)?)?$|.*gap$")
FREE = {"0", "auto", "none", "inherit", "100%"}
# What is set otherwise, and why: (sheet, selector, property).
EXCEPTIONS = {
    # The letters of the whole site: every rem is counted in them.
    ("site.css", "html", "font-size"),
    # A box of one pixel for screen readers, drawn back by its own size.
    ("site.css", ".unseen, .skip:not(:focus)", "margin"),
    # The edge of a sheet of paper, in millimetres as printers count.
    ("print.css", "@page", "margin"),
    # By the width of its own letters: a heading breaks where it reads well.
    ("site.css", ".hero h1", "max-inline-size"),
    # Names of any script, Devanagari and Kannada among them, need the room.
    ("site.css", ".native", "line-height"),
}


class Rule(NamedTuple):
    """One declaration of a sheet."""

    sheet: str
    selector: str
    name: str
    value: str


def rules(path: Path) -> Iterator[Rule]:
    """Yield every declaration of a sheet, those within @media too."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for selector, block in re.findall(r"([^{};]+)\{([^{}]*)\}", text):
        for name, value in re.findall(r"([\w-]+)\s*:\s*([^;]+);", block):
            yield Rule(
                path.name,
                " ".join(selector.split()),
                name,
                " ".join(value.split()),
            )


def beside_tokens(folder: Path) -> list[Rule]:
    """Return the declarations that set a length beside the tokens."""
    found = []
    for path in sorted(folder.glob("*.css")):
        for rule in rules(path):
            families = FAMILIES.get(rule.name)
            if families is None and SPACED.match(rule.name):
                families = {"space"}
            if families is None or rule[:3] in EXCEPTIONS:
                continue
            if not all(is_token(one, families) for one in parts(rule.value)):
                found.append(rule)
    return found


def parts(value: str) -> list[str]:
    """Return what a value is made of; min() is as good as what it chooses from."""
    return (
        re.sub(r"\bmin\(([^()]*(?:\([^()]*\)[^()]*)*)\)", r"\1", value)
        .replace(",", " ")
        .split()
    )


def is_token(part: str, families: set[str]) -> bool:
    """Tell whether a part of a value is a token of these families, or none at all."""
    token = re.fullmatch(r"var\(--(\w+)(?:-\w+)*\)", part)
    return part in FREE or (token is not None and token[1] in families)


def tokens(path: Path) -> set[str]:
    """Return the tokens that a sheet's root sets."""
    return {
        rule.name
        for rule in rules(path)
        if rule.selector.startswith(":root") and rule.name.startswith("--")
    }


def test_every_space_size_and_width_comes_from_the_tokens():
    assert beside_tokens(SHEETS) == []


def test_every_exception_is_still_made():
    made = {rule[:3] for path in SHEETS.glob("*.css") for rule in rules(path)}
    assert made >= EXCEPTIONS


def test_a_length_that_is_written_beside_the_tokens_is_found(tmp_path):
    sheet = tmp_path / "planted.css"
    sheet.write_text(
        ".a { margin-block: var(--space-1) 0; gap: 0 var(--space-2); }\n"
        ".b { padding: 0.4rem var(--space-2); }\n"
        "@media (min-width: 40rem) { .c { font-size: 15px; } }\n"
        ".d { font-size: var(--space-3); margin: var(--text-s); }\n"
        ".e { max-inline-size: min(100%, var(--measure)); }\n"
        ".f { max-inline-size: min(100%, 34rem); }\n"
        ".g { margin-inline: 0 auto; column-gap: calc(var(--space-1) * 2); }\n",
        encoding="utf-8",
    )
    found = [(rule.selector, rule.name) for rule in beside_tokens(tmp_path)]
    assert found == [
        (".b", "padding"),
        (".c", "font-size"),
        (".d", "font-size"),
        (".d", "margin"),
        (".f", "max-inline-size"),
        (".g", "column-gap"),
    ]


def test_every_token_is_written_down_and_used():
    written = DESIGN.read_text(encoding="utf-8")
    used = "".join(path.read_text(encoding="utf-8") for path in SHEETS.glob("*.css"))
    for token in sorted(set().union(*map(tokens, SHEETS.glob("*.css")))):
        # The steps of space stand as "`--space-1` to `--space-8`".
        assert token.startswith("--space-") or f"`{token}`" in written, token
        assert f"var({token})" in used, token


def test_every_part_that_is_written_down_is_styled():
    written = DESIGN.read_text(encoding="utf-8")
    table = written[written.index("## Parts") : written.index("## What a page")]
    parts_named = re.findall(r"^\| `\.([\w-]+)`", table, flags=re.MULTILINE)
    assert len(parts_named) > 10
    used = "".join(path.read_text(encoding="utf-8") for path in SHEETS.glob("*.css"))
    for name in parts_named:
        assert re.search(rf"\.{name}\b", used), name
