import io
import json
from unittest import mock

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper
from django.db import connections
from django.db.utils import OperationalError

from endimpunity.doors.terminal import commanding
from endimpunity.doors.terminal.commanding import HouseCommand, Refused


class UnableToCount(Exception):
    """There is nothing to count"""


class Counting(HouseCommand):
    refusals = (UnableToCount,)
    needs_database = False

    def add_words(self, parser):
        parser.add_argument("--from", type=int, default=1)

    def handle(self, **options):
        if options["from"] < 0:
            raise UnableToCount
        if options["from"] == 0:
            self.refuse("Nothing is counted from 0; begin at 1.")
        if options["from"] > 100:
            self.wrong_call("--from is at most 100.")
        self.say("counting")
        self.answer({"words": "één, 二"}, "One, two.")


class OnTheDatabase(Counting):
    needs_database = True


def ran(command_class, *words):
    command = command_class()
    out, err = io.StringIO(), io.StringIO()
    call_command(command, *words, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def typed(command_class, *words, out=None):
    """Return how it ends when it is typed at a terminal."""
    err = io.StringIO()
    command = command_class(
        stdout=OutputWrapper(out or io.StringIO()),
        stderr=OutputWrapper(err),
    )
    with mock.patch.object(connections, "close_all"), pytest.raises(SystemExit) as end:
        command.run_from_argv(["endimpunity", "count", *words])
    return end.value.code, err.getvalue()


def refused(command_class, *words):
    out = io.StringIO()
    with pytest.raises(CommandError) as ended:
        call_command(command_class(), *words, stdout=out, stderr=io.StringIO())
    return ended.value, out.getvalue()


def test_an_answer_goes_to_standard_output_and_the_rest_beside_it():
    assert ran(Counting) == ("One, two.\n", "counting\n")


def test_with_json_the_answer_is_one_object_in_plain_letters():
    out, err = ran(Counting, "--json")
    assert out == '{"words": "één, 二"}\n'
    assert err == "counting\n"


def test_a_refusal_is_a_sentence_and_exit_status_1():
    error, out = refused(Counting, "--from", "0")
    assert isinstance(error, Refused)
    assert error.returncode == 1
    assert str(error) == "Nothing is counted from 0; begin at 1."
    assert out == ""


def test_with_json_a_refusal_is_an_object():
    _, out = refused(Counting, "--from", "0", "--json")
    assert json.loads(out) == {"refused": "Nothing is counted from 0; begin at 1."}


def test_what_a_room_was_unable_to_do_is_a_refusal_and_no_traceback():
    error, out = refused(Counting, "--from", "-1", "--json")
    assert str(error) == "There is nothing to count."
    assert json.loads(out) == {"refused": "There is nothing to count."}


def test_words_that_make_no_sense_are_exit_status_2():
    error, _ = refused(Counting, "--from", "101")
    assert error.returncode == 2


def test_a_wrong_call_is_a_sentence_and_no_name_of_a_class():
    assert typed(Counting, "--from", "101") == (2, "--from is at most 100.\n")


def test_with_json_a_wrong_call_is_an_object_too():
    out = io.StringIO()
    status, said = typed(Counting, "--from", "101", "--json", out=out)
    assert (status, said) == (2, "--from is at most 100.\n")
    assert json.loads(out.getvalue()) == {"refused": "--from is at most 100."}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("--from", "two"), "Argument --from: invalid int value: 'two'."),
        (("--form", "2"), "Unrecognized arguments: --form 2."),
    ],
)
def test_with_json_words_that_cannot_be_read_are_an_object_too(words, reason, capsys):
    out = io.StringIO()
    assert typed(Counting, *words, "--json", out=out)[0] == 2
    assert json.loads(out.getvalue()) == {"refused": reason}
    assert "usage: endimpunity count" in capsys.readouterr().err


def test_words_that_cannot_be_read_say_nothing_on_standard_output_without_json():
    out = io.StringIO()
    assert typed(Counting, "--from", "two", out=out)[0] == 2
    assert out.getvalue() == ""


def test_a_database_that_falls_silent_on_the_way_is_a_refusal(monkeypatch):
    def silent(*_args, **_options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(Counting, "handle", silent)
    error, out = refused(Counting, "--json")
    assert isinstance(error, Refused)
    assert json.loads(out)["refused"].startswith("The database is locked")


@pytest.mark.django_db
def test_a_migrated_database_is_used():
    assert ran(OnTheDatabase)[0] == "One, two.\n"


def test_a_database_not_migrated_is_refused_with_the_next_command(monkeypatch):
    monkeypatch.setattr(
        commanding, "unapplied_migrations", lambda: ("a.0001", "b.0001")
    )
    error, _ = refused(OnTheDatabase)
    assert "2 of its changes are not applied" in str(error)
    assert "`endimpunity migrate`" in str(error)


def test_a_database_that_does_not_answer_is_refused_with_the_next_command(monkeypatch):
    def silent():
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(commanding, "unapplied_migrations", silent)
    error, _ = refused(OnTheDatabase)
    assert "connection refused Is the server running?" in str(error)
    assert "`endimpunity doctor`" in str(error)


@pytest.mark.django_db
def test_the_test_database_lacks_no_migration():
    assert commanding.unapplied_migrations() == ()
