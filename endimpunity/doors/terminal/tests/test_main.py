import json
import os
import signal
import subprocess
import sys

import pytest
from django.core import management

from endimpunity.doors.terminal import main


def test_the_command_alone_lists_the_subcommands(capsys):
    assert main.main([]) == 0
    listed = capsys.readouterr().out
    assert all(f"\n  {word} " in listed for word in main.COMMANDS)


@pytest.mark.parametrize("words", [["help"], ["--help"], ["-h"]])
def test_help_is_the_same_listing(capsys, words):
    assert main.main(words) == 0
    assert "endimpunity SUBCOMMAND" in capsys.readouterr().out


def test_help_of_a_subcommand_calls_it_by_its_word(capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(["help", "doctor"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: endimpunity doctor")


def test_an_unknown_word_is_a_wrong_call_with_the_nearest_one(capsys):
    assert main.main(["sevre"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "There is no subcommand 'sevre'. Did you mean `endimpunity serve`?" in (
        said.err
    )


def test_with_json_an_unknown_word_is_an_object(capsys):
    assert main.main(["sevre", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["refused"].startswith(
        "There is no subcommand 'sevre'.",
    )


def test_a_word_like_no_other_is_refused_without_a_guess(capsys):
    assert main.main(["xyzzy"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


def test_wrong_words_of_a_subcommand_are_a_wrong_call(capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(["serve", "--port", "eighty"])
    assert ended.value.code == 2
    assert (
        "'eighty' is no port; write a number from 1 to 65535" in capsys.readouterr().err
    )


def test_an_interruption_ends_with_a_sentence_and_130(monkeypatch, capsys):
    def interrupted(_words):
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "_run", interrupted)
    assert main.main(["serve"]) == 128 + signal.SIGINT
    assert "can be given again" in capsys.readouterr().err


def test_djangos_own_commands_answer_under_their_name(monkeypatch):
    called: list[list[str]] = []
    monkeypatch.setattr(management, "execute_from_command_line", called.append)
    assert main.main(["makemigrations", "--check"]) == 0
    assert called == [["endimpunity", "makemigrations", "--check"]]


@pytest.mark.slow
def test_nobody_reading_the_output_is_no_fault():
    # Unbuffered, Python drops what a pipe does not take at once, and says nothing.
    buffered = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    run = subprocess.Popen(
        [sys.executable, "-c", PRINTING],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=buffered,
        text=True,
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.readline()
    run.stdout.close()
    assert run.wait(timeout=60) == 128 + signal.SIGPIPE
    assert run.stderr.read() == ""
    run.stderr.close()


PRINTING = """
import sys
from endimpunity.doors.terminal import main
main._listing = lambda: "a line that is written for ever\\n" * 1_000_000
sys.exit(main.main([]))
"""


@pytest.mark.slow
def test_the_answer_is_utf8_whatever_the_locale_says():
    run = subprocess.run(
        [sys.executable, "-c", SPEAKING],
        capture_output=True,
        check=True,
        env={"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    )
    assert run.stdout.decode("utf-8") == "يعقوب Girón \\udc80\n"


SPEAKING = """
from endimpunity.doors.terminal import main
main._listing = lambda: "\\u064a\\u0639\\u0642\\u0648\\u0628 Gir\\u00f3n \\udc80\\n"
main.main([])
"""
