"""Examine this installation."""

import sys
from dataclasses import asdict
from typing import Any

from endimpunity.doors.terminal.commanding import REFUSED, HouseCommand
from endimpunity.doors.terminal.examination.database import examine_database
from endimpunity.doors.terminal.examination.machine import examine_machine


class Command(HouseCommand):
    """Say what is right and what is wrong here, a sentence each."""

    help = "Examine this installation and say what is wrong with it."
    needs_database = False
    # It says itself, in one sentence, what Django's checks would say at length.
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **_options: Any) -> None:  # noqa: ANN401  # Django's own signature
        """Print every finding; exit 1 when one is not good."""
        findings = [*examine_machine(), *examine_database()]
        good = all(finding.good for finding in findings)
        lines = [
            f"{'ok   ' if it.good else 'WRONG'}  {it.what}: {it.says}"
            for it in findings
        ]
        self.answer(
            {"good": good, "findings": [asdict(it) for it in findings]},
            "\n".join(lines),
        )
        if not good:
            sys.exit(REFUSED)
