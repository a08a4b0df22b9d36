"""Bytes kept by the hash of their content: lists as received, evidence.

The name of a blob is its SHA-256 in hexadecimal. The same bytes are kept once, and
nothing kept is ever changed.
"""

import hashlib
import os
import re
import tempfile
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

_CHUNK = 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_OWNER_ONLY = 0o700


class BlobNotFoundError(LookupError):
    """No bytes with this SHA-256 are kept here."""


class BlobStore(Protocol):
    """Where bytes are kept by the hash of their content."""

    def put(self, stream: BinaryIO) -> str:
        """Keep all that the stream still holds and return its SHA-256.

        When it returns, the bytes survive the loss of power. When it raises,
        nothing was kept.

        Raises:
            OSError: the stream or the place failed.
        """

    def open(self, sha256: str) -> BinaryIO:
        """Return a new stream of the bytes, for the caller to close.

        Raises:
            BlobNotFoundError: there are no such bytes, or it is not a SHA-256.
        """


class MemoryBlobs:
    """A store that lasts as long as the process."""

    def __init__(self) -> None:
        self._blobs: dict[str, bytes] = {}

    def put(self, stream: BinaryIO) -> str:
        """Keep the bytes in memory."""
        content = stream.read()
        sha256 = hashlib.sha256(content).hexdigest()
        self._blobs[sha256] = content
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        """Return the bytes kept in memory."""
        try:
            return BytesIO(self._blobs[sha256])
        except KeyError:
            raise BlobNotFoundError(sha256) from None


class FolderBlobs:
    """A store in a folder, which only its owner can read.

    `ab/cdef…` holds the blob whose SHA-256 begins with "ab". What an interrupted
    `put` leaves behind is in `incoming` and is nobody's.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, stream: BinaryIO) -> str:
        """Write the bytes aside, then move them to their name in one step."""
        incoming = self._made(self._folder / "incoming")
        digest = hashlib.sha256()
        # A temporary file is made for its owner alone (0600).
        with tempfile.NamedTemporaryFile(dir=incoming, delete=False) as file:
            written = Path(file.name)
            try:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
                    file.write(chunk)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                written.unlink()
                raise
        sha256 = digest.hexdigest()
        place = self._place(sha256)
        self._made(place.parent)
        # Also where the blob is there: a damaged one is healed by the same bytes.
        written.replace(place)
        _sync(place.parent)
        return sha256

    def open(self, sha256: str) -> BinaryIO:
        """Open the file of that name."""
        if not _SHA256.fullmatch(sha256):
            raise BlobNotFoundError(sha256)
        try:
            return self._place(sha256).open("rb")
        except FileNotFoundError:
            raise BlobNotFoundError(sha256) from None

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256[2:]

    def _made(self, folder: Path) -> Path:
        """Return the folder, made where it was not, and its name made durable."""
        for missing in (self._folder, folder):
            if not missing.is_dir():
                missing.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
                _sync(missing.parent)
        return folder


def _sync(folder: Path) -> None:
    """Have the folder's entries survive the loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
