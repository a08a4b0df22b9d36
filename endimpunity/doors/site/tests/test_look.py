"""The sheet of styles: contrast for tired eyes, sides that follow the script."""

import itertools
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parent.parent / "static" / "site"
SHEET = (STATIC / "site.css").read_text(encoding="utf-8")
# WCAG 2.2, success criterion 1.4.3: text of normal size, level AA.
LEAST_CONTRAST = 4.5


def colours(part):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))


LIGHT = colours(SHEET[: SHEET.index("prefers-color-scheme: dark")])
DARK = LIGHT | colours(SHEET[SHEET.index("prefers-color-scheme: dark") :])


def luminance(colour):
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(scheme):
    pairs = [*itertools.product(("ink", "soft", "accent"), ("paper", "raised"))]
    pairs.append(("accent-ink", "accent"))
    for text, ground in pairs:
        measured = contrast(scheme[text], scheme[ground])
        assert measured >= LEAST_CONTRAST, (text, ground, measured)


def test_black_on_white_has_the_contrast_that_the_standard_states():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_no_rule_knows_left_from_right():
    sided = re.findall(r"[^{};]*\b(?:left|right)\b[^{};]*", SHEET)
    assert [it for it in sided if "/*" not in it] == []


@pytest.mark.parametrize("sheet", sorted(STATIC.iterdir()))
def test_nothing_static_comes_from_elsewhere(sheet):
    text = sheet.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "//" not in text
    assert "@import" not in text
    assert "url(" not in text


def test_the_dark_colours_are_for_screens_alone():
    queries = re.findall(r"@media ([^{]*dark[^{]*)\{", SHEET)
    assert [it.strip() for it in queries] == ["screen and (prefers-color-scheme: dark)"]
