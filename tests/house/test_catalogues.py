"""Whatever a reader may be shown is said in all six languages, whole.

English is the language of the source; the other five have a catalogue each.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation import override
from django.utils.translation.template import templatize

from endimpunity.cases.vocabulary import Standing
from tests.house.tree import PACKAGE

CATALOGUES = ["ar", "es", "fr", "ru", "zh_Hans"]
# Forms of the plural, as Unicode counts them for whole numbers.
FORMS = {"ar": 6, "es": 2, "fr": 2, "ru": 3, "zh_Hans": 1}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


class Message(NamedTuple):
    context: str | None
    texts: tuple[str, ...]


def messages_of(source: str) -> set[Message]:
    """Return the messages that Python text asks for."""
    found = extract("python", BytesIO(source.encode()), KEYWORDS)
    return {
        Message(context, texts if isinstance(texts, tuple) else (texts,))
        for _, texts, _, context in found
        if texts
    }


def messages_of_template(path: Path) -> set[Message]:
    """Return a template's messages; Django turns them into calls between blanks."""
    calls = templatize(path.read_text(encoding="utf-8"))
    return messages_of("\n".join(line.strip() for line in calls.splitlines()))


def messages_for_readers(package: Path) -> set[Message]:
    """Return what templates, vocabularies, published cards and the site say."""
    site = package / "doors" / "site"
    written = {
        *package.glob("*/vocabulary.py"),
        *package.glob("*/published.py"),
        *package.glob("*/published/*.py"),
        *(path for path in site.rglob("*.py") if "tests" not in path.parts),
    }
    found = [messages_of(path.read_text(encoding="utf-8")) for path in written]
    found += [
        messages_of_template(path) for path in package.rglob("templates/**/*.html")
    ]
    return set().union(*found)


def catalogue(name: str) -> Catalog:
    path = PACKAGE / "locale" / name / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=name)


def faults(message: Message, said: Catalog, forms: int) -> list[str]:
    """Return what is wrong with one message's translation."""
    found = said.get(message.texts[0], message.context)
    if found is None:
        return [f"{message.texts[0]!r} is missing"]
    strings = found.string if isinstance(found.string, tuple) else (found.string,)
    wrong = []
    if found.fuzzy:
        wrong.append(f"{message.texts[0]!r} is fuzzy")
    if len(strings) != (forms if len(message.texts) > 1 else 1) or not all(strings):
        wrong.append(f"{message.texts[0]!r} is not said whole")
    wanted = set(PLACEHOLDER.findall(" ".join(message.texts)))
    # A form for one number alone, as Arabic's dual, may leave the number out; the
    # last form is for many, and says all.
    if set(PLACEHOLDER.findall(strings[-1])) != wanted:
        wrong.append(f"{message.texts[0]!r} has other placeholders")
    return wrong


@pytest.mark.parametrize("name", CATALOGUES)
def test_whatever_readers_may_see_is_translated(name):
    said = catalogue(name)
    wrong = [
        fault
        for message in sorted(messages_for_readers(PACKAGE), key=str)
        for fault in faults(message, said, FORMS[name])
    ]
    assert wrong == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_has_the_plural_forms_of_its_language(name):
    assert catalogue(name).num_plurals == FORMS[name]


@pytest.mark.parametrize("name", CATALOGUES)
def test_a_catalogue_says_nothing_twice_and_nothing_fuzzily(name):
    said = catalogue(name)
    assert [it.id for it in said if it.id and it.fuzzy] == []
    assert list(said.obsolete) == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_compiled_catalogue_is_the_one_that_speaks(name):
    said = catalogue(name)
    with override(name.lower().replace("_", "-")):
        from_source = said.get("no conviction known").string
        assert Standing.NO_CONVICTION_KNOWN.label == from_source


@pytest.mark.parametrize("name", CATALOGUES)
def test_resolved_and_convicted_are_never_exchanged(name):
    said = catalogue(name)

    def word(text):
        return said.get(text).string

    resolved = {word("resolved"), word("full justice")}
    convicted = {word("convicted"), word("conviction, final")}
    condemned = {word("condemned"), word("deplored")}
    assert len(resolved | convicted | condemned) == 6


def test_messages_are_found_in_templates_and_python(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<p>\n  {% translate 'Yes' %}\n    {% blocktranslate count n=n %}{{ n }} case"
        "{% plural %}{{ n }} cases{% endblocktranslate %}</p>"
        "{% translate ', ' context 'between names' %}",
    )
    assert messages_of_template(page) == {
        Message(None, ("Yes",)),
        Message(None, ("%(n)s case", "%(n)s cases")),
        Message("between names", (", ",)),
    }
    assert messages_of("a = _('one')\nb = pgettext_lazy('c', 'two')") == {
        Message(None, ("one",)),
        Message("c", ("two",)),
    }


def test_a_message_left_untranslated_is_seen():
    said = Catalog(locale="ru")
    said.add("%(n)s", "%(m)s")
    said.add("later", "", flags=["fuzzy"])
    said.add(("case", "cases"), ("дело", ""))
    wrong = [
        *faults(Message(None, ("%(n)s",)), said, 3),
        *faults(Message(None, ("later",)), said, 3),
        *faults(Message(None, ("case", "cases")), said, 3),
        *faults(Message(None, ("nowhere",)), said, 3),
    ]
    assert wrong == [
        "'%(n)s' has other placeholders",
        "'later' is fuzzy",
        "'later' is not said whole",
        "'case' is not said whole",
        "'nowhere' is missing",
    ]
