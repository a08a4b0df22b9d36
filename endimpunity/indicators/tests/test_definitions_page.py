"""The page of the reference is what the definitions say today."""

from pathlib import Path

import pytest

from endimpunity.indicators.rules.definitions import DEFINITIONS
from endimpunity.indicators.rules.reference import definitions_page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "definitions.md"


def test_the_page_of_definitions_is_current():
    assert PAGE.read_text(encoding="utf-8") == definitions_page(), (
        "Write it again from endimpunity.indicators.rules.reference.definitions_page()."
    )


@pytest.mark.parametrize("name", DEFINITIONS)
def test_every_definition_is_told_with_its_formula_source_traps_and_example(name):
    section = definitions_page().split(f"\n## {name}\n")[1].split("\n## ")[0]
    for part in ("Formula", "Source", "Traps", "Example"):
        assert f"**{part}.**" in section
