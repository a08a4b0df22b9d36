"""Templates write nothing that belongs to one language or one direction alone."""

import re
from pathlib import Path

import pytest

from endimpunity.doors import site

FOLDER = Path(site.__path__[0]) / "templates"
TEMPLATES = {
    str(page.relative_to(FOLDER)): page.read_text(encoding="utf-8")
    for page in FOLDER.rglob("*.html")
}
LOOKED_FOR = re.compile(
    r"<(?P<tag>\w+)\b[^>]*\bdir=\"auto\"[^>]*>(?P<inside>.*?)</(?P=tag)>",
    re.DOTALL,
)
MESSAGE = re.compile(r"\{% blocktranslate.*?endblocktranslate %\}", re.DOTALL)
CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
# Double and single marks that open or close, guillemets, corner brackets.
MARKS = re.compile("[\u201c\u201d\u201e\u2018\u00ab\u00bb\u300c\u300d]")


def in_vain(text):
    """Return the parts whose direction is looked for where only a `bdi` is."""
    return [it["inside"] for it in LOOKED_FOR.finditer(text) if "<bdi" in it["inside"]]


def outside_messages(text):
    """Return the quotation marks that a template writes for all languages."""
    return MARKS.findall(CODE.sub("", MESSAGE.sub("", text)))


@pytest.mark.parametrize("page", sorted(TEMPLATES))
def test_no_direction_is_looked_for_where_only_isolated_text_is(page):
    assert in_vain(TEMPLATES[page]) == []


@pytest.mark.parametrize("page", sorted(TEMPLATES))
def test_quotation_marks_belong_to_a_language(page):
    assert outside_messages(TEMPLATES[page]) == []


def test_a_direction_that_is_looked_for_in_vain_is_found():
    assert in_vain('<p class="x" dir="auto">\n <bdi>{{ value }}</bdi></p>')
    assert not in_vain('<p dir="auto">{{ value }}</p><p><bdi>{{ value }}</bdi></p>')


def test_a_quotation_mark_for_all_languages_is_found():
    quoted = "\u201c<bdi>{{ text }}</bdi>\u201d"
    assert outside_messages(f"<span>{quoted}</span>") == ["\u201c", "\u201d"]
    message = f"{{% blocktranslate %}}{quoted}{{% endblocktranslate %}}"
    assert outside_messages(message) == []
