"""Serve the site until it is interrupted."""

import errno
import http.client
import socket
import threading
import time
from argparse import ArgumentTypeError
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from endimpunity.doors.terminal.commanding import HouseCommand

# One process and a few threads: pages wait for the database more than they
# compute, and SQLite takes one writer at a time in any case.
BLOCKING_THREADS = 4
# The server is up in well under a second; a slow disk is given this many.
READY_WITHIN_SECONDS = 60.0
TRY_AGAIN_SECONDS = 0.1
# TCP has no more; port 0 would be any that is free, and nobody would know which.
LAST_PORT = 65_535


def port_number(text: str) -> int:
    """Read the number of a port."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        raise ArgumentTypeError(
            f"{text!r} is no port; write a number from 1 to {LAST_PORT}",
        )
    return int(text)


class Command(HouseCommand):
    """Run one server, and end it whole."""

    help = "Serve the site on this machine until it is interrupted."

    def add_words(self, parser: CommandParser) -> None:
        """Take the address to listen on."""
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=port_number, default=8000)

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Listen, print the address once a page answers, and serve."""
        host, port = str(options["host"]), int(options["port"])
        self._refuse_taken(host, port)
        module, _, name = str(settings.WSGI_APPLICATION).rpartition(".")
        server = Granian(
            f"{module}:{name}",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            blocking_threads=BLOCKING_THREADS,
            log_level=LogLevels.warning,
        )
        threading.Thread(
            target=self._announce,
            args=(host, port),
            daemon=True,
        ).start()
        server.serve()

    def _refuse_taken(self, host: str, port: int) -> None:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((host, port))
            except OSError as error:
                self.refuse(_why_not(error, host, port))

    def _announce(self, host: str, port: int) -> None:
        """Say where the site is, once it answers."""
        deadline = time.monotonic() + READY_WITHIN_SECONDS
        while time.monotonic() < deadline:
            if _answers(host, port):
                shown = f"[{host}]" if ":" in host else host
                self.say(f"EndImpunity is at http://{shown}:{port}/ (Ctrl-C ends it).")
                return
            time.sleep(TRY_AGAIN_SECONDS)


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        another = port + 1 if port < LAST_PORT else port - 1
        return (
            f"Port {port} of {host} is taken by another program."
            f" End that one, or choose another: endimpunity serve --port {another}"
        )
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."


def _answers(host: str, port: int) -> bool:
    """Tell whether a page is answered, whatever it says."""
    # A server that listens on every address is asked on this machine's own.
    near = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  # compared, not bound
    connection = http.client.HTTPConnection(near, port, timeout=READY_WITHIN_SECONDS)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()
