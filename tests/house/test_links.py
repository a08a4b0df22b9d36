"""A document's links lead somewhere."""

import re
from pathlib import Path

from tests.house.test_portability import tracked
from tests.house.tree import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")


def dead_links(document: Path) -> list[str]:
    """Return the links to files of the project that are not there."""
    text = document.read_text(encoding="utf-8")
    return [
        target
        for target in LINK.findall(text)
        if "://" not in target
        and not target.startswith("mailto:")
        and not (document.parent / target).exists()
    ]


def test_every_link_of_a_document_leads_to_a_file():
    documents = [it for it in tracked() if it.suffix == ".md" and it.exists()]
    assert len(documents) > 10
    found = {str(it.relative_to(ROOT)): dead_links(it) for it in documents}
    assert {name: links for name, links in found.items() if links} == {}


def test_a_dead_link_is_seen(tmp_path):
    document = tmp_path / "one.md"
    document.write_text(
        "[a](one.md#here) [b](two.md) [c](https://example.org/) [d](deep/three.md#x)",
    )
    assert dead_links(document) == ["two.md", "deep/three.md"]
