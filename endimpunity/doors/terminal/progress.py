"""One line on the terminal that says how far long work has come."""

import time
from types import TracebackType
from typing import Self, TextIO

# Seconds between two lines where nobody watches, and between rewrites where one does.
QUIET_INTERVAL = 5.0
WATCHED_INTERVAL = 0.2


class ProgressLine:
    """Rewrites one line on a terminal; elsewhere writes a line now and then."""

    def __init__(self, stream: TextIO) -> None:
        """Write to this stream."""
        self._stream = stream
        self._watched = stream.isatty()
        self._interval = WATCHED_INTERVAL if self._watched else QUIET_INTERVAL
        self._last = time.monotonic()
        self._written = False

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave the terminal on a line of its own."""
        if self._written and self._watched:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def tell(self, stage: str, done: int) -> None:
        """Say the stage and how much of it is done, if it is time to."""
        now = time.monotonic()
        if now - self._last < self._interval:
            return
        self._last = now
        self._written = True
        line = f"{stage}: {done:,} rows"
        self._stream.write(f"\r\x1b[K{line}" if self._watched else f"{line}\n")
        self._stream.flush()
