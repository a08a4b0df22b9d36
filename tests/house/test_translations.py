"""Texts to translate name their placeholders, and translations keep them."""

import ast
import re
from pathlib import Path

from babel.messages.pofile import read_po

from tests.house.tree import PACKAGE, modules, parse, plant

CALLS = {
    "_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy",
    "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy", "ngettext_noop",
}  # fmt: skip
# %s, %d, %5.2f … without a name; %% is a percent sign.
NAMELESS = re.compile(r"(?<!%)(?:%%)*%[-+ #0]*[\d.*]*[sdifrgeGExXc]")
NAMED = re.compile(r"%\((\w+)\)[sdif]")


def nameless_calls(package: Path) -> list[str]:
    """Return the gettext calls whose text has a placeholder without a name."""
    found = []
    for path in modules(package, tests=False):
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call):
                continue
            if getattr(node.func, "attr", getattr(node.func, "id", "")) not in CALLS:
                continue
            texts = [it for it in node.args if not is_number(it)]
            if any(is_wrong(text) for text in texts):
                found.append(f"{path.relative_to(package)}:{node.lineno}")
    return found


def is_number(node: ast.expr) -> bool:
    """Tell whether this is the count of an ngettext: not a text at all."""
    return not isinstance(node, ast.JoinedStr | ast.Constant | ast.BinOp)


def is_wrong(node: ast.expr) -> bool:
    """Tell whether a text cannot be translated whole: built, or with %s or {}."""
    if not isinstance(node, ast.Constant):
        return True
    text = str(node.value)
    return bool(NAMELESS.search(text) or re.search(r"{\w*}", text))


def unfaithful(catalogue: Path) -> list[str]:
    """Return the messages whose translation lost or gained a placeholder."""
    with catalogue.open("rb") as file:
        messages = read_po(file)
    found = []
    for message in messages:
        if not message.id or message.fuzzy:
            continue
        ids = message.id if isinstance(message.id, list | tuple) else [message.id]
        texts = message.string
        texts = texts if isinstance(texts, list | tuple) else [texts]
        wanted = set(NAMED.findall(" ".join(ids)))
        for text in filter(None, texts):
            # One form of a plural may say "one case" and leave the number out.
            kept = set(NAMED.findall(text))
            if kept - wanted or (len(texts) == 1 and kept != wanted):
                found.append(str(ids[0]))
    return found


def catalogues() -> list[Path]:
    return sorted(PACKAGE.glob("locale/*/LC_MESSAGES/*.po"))


def test_every_placeholder_to_translate_has_a_name():
    assert nameless_calls(PACKAGE) == []


def test_every_placeholder_of_a_catalogue_has_a_name():
    for catalogue in catalogues():
        with catalogue.open("rb") as file:
            texts = [str(it.id) for it in read_po(file)]
        assert [it for it in texts if NAMELESS.search(it)] == [], catalogue


def test_every_translation_keeps_the_placeholders():
    assert {it.parts[-3]: unfaithful(it) for it in catalogues() if unfaithful(it)} == {}


def test_a_placeholder_without_a_name_is_seen(tmp_path):
    source = (
        "a = _('%(n)s of 100%%')\n"
        "b = _('%s cases')\n"
        "c = gettext_lazy(f'{n} cases')\n"
        "d = ngettext('%d case', '%(n)s cases', n)\n"
        "e = _('{n} cases')\n"
        "f = _('85 %')\n"
    )
    package = plant(tmp_path, {"cases/vocabulary.py": source})
    lines = [it.rpartition(":")[2] for it in nameless_calls(package)]
    assert lines == ["2", "3", "4", "5"]


def test_a_translation_that_lost_a_placeholder_is_seen(tmp_path):
    catalogue = tmp_path / "django.po"
    catalogue.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "%(n)s cases"\nmsgstr "cas"\n\n'
        'msgid "%(m)s left"\nmsgstr "%(m)s restants"\n\n'
        'msgid "since %(day)s"\nmsgstr "depuis le %(jour)s"\n',
    )
    assert unfaithful(catalogue) == ["%(n)s cases", "since %(day)s"]
