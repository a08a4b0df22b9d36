"""The reference says every field, code, layout and section; its example is read."""

import re
from pathlib import Path

import pytest

from endimpunity.sources.rules.layouts import built_in_layouts
from endimpunity.sources.rules.mapping import read_mapping
from endimpunity.sources.rules.mapping.checking import CODES
from endimpunity.sources.rules.mapping.reading import SECTIONS
from endimpunity.sources.vocabulary import FIELDS

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"


def page(name):
    return (REFERENCE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_in_the_reference(field):
    assert f"`{field}`" in page("fields.md")


@pytest.mark.parametrize("field", CODES)
def test_every_code_is_in_the_reference(field):
    (line,) = re.findall(
        rf"^\| `{field}` \| (`[A-Z_`, a-z]*)\|$", page("fields.md"), re.MULTILINE
    )
    assert tuple(re.findall(r"`([A-Z_]+)`", line)) == CODES[field]


@pytest.mark.parametrize(
    "layout", built_in_layouts().values(), ids=lambda one: one.name
)
def test_every_layout_is_in_the_reference_with_what_it_is_known_by(layout):
    (line,) = re.findall(
        rf"^\| `{layout.name}` \|.*$", page("layouts.md"), re.MULTILINE
    )
    assert all(f"`{header}`" in line for header in layout.signature)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_of_a_mapping_is_in_the_reference(section):
    assert re.search(rf"^## \[?{section}", page("mapping.md"), re.MULTILINE)


def test_the_example_of_the_reference_is_a_mapping():
    (example,) = re.findall(r"```toml\n(.*?)```", page("mapping.md"), re.DOTALL)
    assert read_mapping(example, name="the example").file.header_row == 3
