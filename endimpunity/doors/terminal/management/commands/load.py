"""`endimpunity load`: fill the registry with a starter, or with an invented world."""

import sys
import time
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser
from django.utils import timezone

from endimpunity.accounts import queries as accounts_queries
from endimpunity.cases import demo
from endimpunity.cases import operations as cases_operations
from endimpunity.cases.operations.loading import UnableToLoadStarter
from endimpunity.doors.terminal.commanding import HouseCommand
from endimpunity.doors.terminal.progress import ProgressLine
from endimpunity.foundation.gateways.blobs import FolderBlobs


class Command(HouseCommand):
    """Load the starter registry or an invented world; twice changes nothing."""

    help = (
        "Load the cases that ship with the program, each fact with its sources, or"
        " an invented world to look around in."
    )
    refusals = (UnableToLoadStarter, demo.UnableToLoadDemo)

    def add_words(self, parser: CommandParser) -> None:
        """Take what to load, and how much of an invented world."""
        parser.add_argument(
            "what",
            choices=["starter", "demo"],
            help="the real cases that ship, or an invented world",
        )
        parser.add_argument(
            "--cases",
            type=int,
            metavar="N",
            help="how many cases to invent",
        )
        parser.add_argument(
            "--seed",
            type=int,
            metavar="S",
            help="which world to invent; 1 if it is not said",
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ANN401, ARG002  # Django's own signature
        """Load it in the name of the program itself."""
        cases, seed = options["cases"], options["seed"]
        if options["what"] == "demo":
            if cases is None:
                self.wrong_call(
                    "Say how many cases to invent, as `load demo --cases 1000`.",
                )
            self._invent(cases, 1 if seed is None else seed)
            return
        if (cases, seed) != (None, None):
            self.wrong_call("--cases and --seed belong to `load demo`.")
        self._load_starter()

    def _load_starter(self) -> None:
        loaded = cases_operations.load_starter(
            by=accounts_queries.system_actor(),
            at=timezone.now(),
        )
        self.answer(
            {
                "attacks": loaded.attacks,
                "cases": loaded.cases,
                "changed": loaded.changed,
            },
            f"The starter registry is loaded: {loaded.cases} cases of"
            f" {loaded.attacks} attacks"
            f"{'' if loaded.changed else '; nothing had changed'}.",
        )

    def _invent(self, cases: int, seed: int) -> None:
        """Invent a world; its clock is its own, so that no day changes it."""
        began = time.monotonic()
        with ProgressLine(sys.stderr) as progress:
            loaded = demo.load_demo(
                cases=cases,
                seed=seed,
                blobs=FolderBlobs(settings.ENDIMPUNITY_HOME / "blobs"),
                by=accounts_queries.system_actor(),
                at=demo.LAST_MOMENT,
                progress=progress.tell,
            )
        self.answer(
            {
                "attacks": loaded.attacks,
                "cases": loaded.cases,
                "seed": seed,
                "changed": loaded.changed,
                "seconds": round(time.monotonic() - began, 2),
            },
            f"An invented world is loaded: {loaded.cases:,} cases of"
            f" {loaded.attacks:,} attacks"
            f"{'' if loaded.changed else '; nothing had changed'}. Nobody in it"
            " exists, and every page says so.",
        )
