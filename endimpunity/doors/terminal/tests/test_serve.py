import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from argparse import ArgumentTypeError
from pathlib import Path

import pytest
from django.core.management import call_command

from endimpunity.doors.terminal.commanding import Refused
from endimpunity.doors.terminal.management.commands import serve


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.mark.django_db
def test_a_taken_port_is_refused_with_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refused) as refused:
            call_command(serve.Command(), "--port", str(port))
    assert f"Port {port} of 127.0.0.1 is taken" in str(refused.value)
    assert f"endimpunity serve --port {port + 1}" in str(refused.value)


@pytest.mark.django_db
def test_an_address_that_is_not_of_this_machine_is_refused():
    with pytest.raises(Refused, match=r"Cannot listen on 192\.0\.2\.1, port 80"):
        call_command(serve.Command(), "--host", "192.0.2.1", "--port", "80")


@pytest.mark.parametrize("text", ["99999", "0", "-1", "eighty", "8000.0", "\uff18"])
def test_what_is_no_port_is_a_wrong_call_with_what_would_be_one(text):
    with pytest.raises(ArgumentTypeError, match="write a number from 1 to 65535"):
        serve.port_number(text)


def test_the_port_beside_the_last_is_the_one_before():
    taken = OSError(errno.EADDRINUSE, "in use")
    said = serve._why_not(taken, "127.0.0.1", 65_535)  # noqa: SLF001  # one sentence
    assert "--port 65534" in said


def test_nothing_answers_where_nobody_listens():
    assert not serve._answers("127.0.0.1", free_port())  # noqa: SLF001  # the one wait


def children_of(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(it) for it in listed]


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return status != "Z"


def endimpunity(*words, environment):
    return subprocess.Popen(
        [sys.executable, "-m", "endimpunity.doors.terminal.main", *words],
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def server(migrated):
    """Return a server and its port; no process of it outlives the test."""
    port = free_port()
    run = endimpunity("serve", "--port", str(port), environment=migrated)
    with run:
        yield run, port
        with contextlib.suppress(ProcessLookupError):
            os.killpg(run.pid, signal.SIGKILL)


@pytest.mark.slow
def test_an_installation_not_migrated_is_refused(tmp_path):
    environment = os.environ | {"ENDIMPUNITY_HOME": str(tmp_path)}
    environment.pop("DATABASE_URL", None)
    run = endimpunity("serve", environment=environment)
    _, err = run.communicate(timeout=120)
    assert run.returncode == 1
    assert "Run `endimpunity migrate` first." in err
    assert "Traceback" not in err


@pytest.fixture(scope="module")
def migrated(tmp_path_factory):
    home = str(tmp_path_factory.mktemp("migrated"))
    environment = os.environ | {"ENDIMPUNITY_HOME": home}
    environment.pop("DATABASE_URL", None)
    run = endimpunity("migrate", "--verbosity", "0", environment=environment)
    assert run.communicate(timeout=300)[1] == ""
    return environment


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="children are read from /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["term", "int"])
def test_the_server_says_where_it_is_and_ends_with_its_children(server, how):
    run, port = server
    said = run.stderr.readline()
    assert said.startswith(f"EndImpunity is at http://127.0.0.1:{port}/"), said
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt") as answer:
        assert answer.status == 200
    children = children_of(run.pid)
    assert children
    run.send_signal(how)
    assert run.wait(timeout=30) == 0
    time.sleep(0.1)
    assert not [pid for pid in children if is_there(pid)]
