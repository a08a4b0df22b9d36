"""The table of subcommands and the commands that there are agree."""

from pathlib import Path

import pytest
from django.core import management

from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.main import COMMANDS
from tests.house.tree import PACKAGE

FILES = PACKAGE / "doors" / "terminal" / "management" / "commands"
# Django's own, called by their own name.
DJANGOS = {"check"}


def orphans(files: list[str], named: set[str]) -> list[str]:
    """Return the command files that no word of the terminal calls."""
    return sorted(set(files) - named)


def command_files() -> list[str]:
    return [it.stem for it in Path(FILES).glob("*.py") if it.stem != "__init__"]


@pytest.mark.parametrize("word", sorted(COMMANDS))
def test_every_subcommand_can_be_loaded(word):
    name = COMMANDS[word].command
    owner = management.get_commands()[name]
    command = management.load_command_class(owner, name)
    assert command.create_parser("endimpunity", word).prog == f"endimpunity {word}"
    if name not in DJANGOS | {"migrate"}:
        assert isinstance(command, HouseCommand)


def test_every_command_has_its_word():
    assert orphans(command_files(), {it.command for it in COMMANDS.values()}) == []


def test_every_subcommand_says_what_it_does_in_a_line():
    for word, subcommand in COMMANDS.items():
        assert 10 < len(subcommand.does) < 80, word
        assert subcommand.does[0].islower(), word
        assert not subcommand.does.endswith("."), word


def test_a_command_without_a_word_is_seen():
    assert orphans(["serve", "forgotten"], {"serve"}) == ["forgotten"]
