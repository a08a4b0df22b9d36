"""Every setting, command, event and published field is in docs/reference."""

import argparse
import ast
import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.core import management
from django.core.management.base import BaseCommand

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.main import COMMANDS
from tests.house.tree import PACKAGE, ROOT, modules, parse, plant

REFERENCE = ROOT / "docs" / "reference"
# What of the environment is read, by os.environ.get("NAME") or os.environ["NAME"].
READ = re.compile(r"""environ(?:\.get\(\s*|\[)["']([A-Z_]+)["']""")
# Django's own name of the settings module is no setting of the program.
NOT_OURS = {"DJANGO_SETTINGS_MODULE"}


def settings_read(*files: Path) -> set[str]:
    return {
        name for file in files for name in READ.findall(file.read_text("utf-8"))
    } - NOT_OURS


def events(package: Path) -> set[str]:
    """Return the names of what rooms announce."""
    return {
        node.name
        for path in modules(package, tests=False)
        if path.stem == "events" and path.parent.name != "foundation"
        for node in parse(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }


def card_fields(package: Path) -> set[str]:
    """Return `Card.field` for every field that a room lets out."""
    found = set()
    for path in modules(package, tests=False):
        if not {"published", "entrusted"} & set(path.with_suffix("").parts):
            continue
        for node in parse(path).body:
            if isinstance(node, ast.ClassDef) and is_dataclass(node):
                found |= {f"{node.name}.{name}" for name in fields_of(node)}
    return found


def is_dataclass(node: ast.ClassDef) -> bool:
    return any("dataclass" in ast.unparse(it) for it in node.decorator_list)


def fields_of(node: ast.ClassDef) -> list[str]:
    return [
        it.target.id
        for it in node.body
        if isinstance(it, ast.AnnAssign)
        and isinstance(it.target, ast.Name)
        and not it.target.id.startswith("_")
    ]


def undocumented_fields(fields: set[str], text: str) -> set[str]:
    """Return the fields not named in code under their card's heading.

    A card's section starts at a heading that names it and goes on to the next.
    """
    sections: dict[str, str] = {}
    for section in re.split(r"^#+ ", text, flags=re.MULTILINE):
        heading, _, body = section.partition("\n")
        for card in re.findall(r"\w+", heading):
            sections[card] = sections.get(card, "") + body
    missing = set()
    for field in fields:
        card, _, name = field.partition(".")
        if f"`{name}`" not in sections.get(card, ""):
            missing.add(field)
    return missing


def unnamed(names: set[str], document: str) -> set[str]:
    text = (REFERENCE / document).read_text(encoding="utf-8")
    return {name for name in names if f"`{name}`" not in text}


def test_every_setting_is_in_the_reference():
    read = settings_read(ROOT / "config" / "settings.py", *modules(PACKAGE))
    assert read
    assert unnamed(read, "settings.md") == set()


def test_every_command_is_in_the_reference():
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert [it for it in COMMANDS if f"## endimpunity {it}\n" not in text] == []


def options_of(command: BaseCommand) -> set[str]:
    """Return the words a command takes beside those that all of Django's take."""
    own = command.create_parser("endimpunity", "it")
    every = BaseCommand().create_parser("endimpunity", "it")
    return words_of(own) - words_of(every)


def words_of(parser: argparse.ArgumentParser) -> set[str]:
    # Argparse has no public list of what it was given.
    return {word for it in parser._actions for word in it.option_strings}  # noqa: SLF001


def unsaid_options(words: Mapping[str, set[str]], text: str) -> set[str]:
    """Return `command --option` for what its own section does not name."""
    sections = {
        heading.strip(): body
        for heading, _, body in (
            it.partition("\n") for it in text.split("\n## endimpunity ")[1:]
        )
    }
    return {
        f"{word} {option}"
        for word, options in words.items()
        for option in options
        if not re.search(rf"{option}(?![\w-])", sections.get(word, ""))
    }


def test_every_option_of_a_command_is_in_its_section_of_the_reference():
    found = {}
    for word, subcommand in COMMANDS.items():
        owner = management.get_commands()[subcommand.command]
        command = management.load_command_class(owner, subcommand.command)
        if isinstance(command, HouseCommand):
            found[word] = options_of(command)
    assert found["import-population"] >= {"--vintage", "--json"}
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    assert unsaid_options(found, text) == set()


def test_an_option_without_a_word_in_its_own_section_is_seen():
    text = "# All\n## endimpunity a\n[--stated-on-day]\n## endimpunity b\n--stated-on\n"
    words = {"a": {"--stated-on"}, "b": {"--stated-on"}, "c": {"--json"}}
    assert unsaid_options(words, text) == {"a --stated-on", "c --json"}


def test_every_event_is_in_the_reference():
    assert unnamed(events(PACKAGE), "events.md") == set()


def test_every_field_that_a_room_lets_out_is_in_the_reference():
    fields = card_fields(PACKAGE)
    if not fields:
        pytest.skip("no room publishes anything yet")
    text = (REFERENCE / "publication.md").read_text(encoding="utf-8")
    assert undocumented_fields(fields, text) == set()


def test_a_setting_read_in_any_way_is_seen(tmp_path):
    file = tmp_path / "settings.py"
    file.write_text('os.environ["ENDIMPUNITY_A"]\nos.environ.get(\n  "B_C", "")\n')
    assert settings_read(file) == {"ENDIMPUNITY_A", "B_C"}
    assert unnamed({"ENDIMPUNITY_NOT_THERE"}, "settings.md")


def test_an_event_and_a_field_without_a_line_are_seen(tmp_path):
    card = (
        "@dataclass(frozen=True, kw_only=True)\nclass CaseCard:\n"
        "    '''A case.'''\n    name: str\n    secret: str\n"
        "@dataclass\nclass Page(Generic[T]):\n    items: tuple[T, ...]\n"
    )
    event = "class SnapshotImported:\n    '''It came.'''\n"
    files = {"cases/published.py": card, "sources/events.py": event}
    package = plant(tmp_path, files)
    assert events(package) == {"SnapshotImported"}
    fields = card_fields(package)
    assert fields == {"CaseCard.name", "CaseCard.secret", "Page.items"}
    text = "# What\n## CaseCard\n`name`\n## Page\n`items`\n## PersonCard\n`secret`\n"
    assert undocumented_fields(fields, text) == {"CaseCard.secret"}


def test_the_reading_of_cards_agrees_with_python():
    @dataclasses.dataclass(frozen=True, kw_only=True)
    class OneCard:
        name: str
        age: int = 0

    source = "@dataclasses.dataclass\nclass OneCard:\n  name: str\n  age: int = 0\n"
    node = ast.parse(source).body[0]
    assert isinstance(node, ast.ClassDef)
    assert fields_of(node) == [it.name for it in dataclasses.fields(OneCard)]
