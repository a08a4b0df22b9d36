"""Both stores keep bytes by the hash of their content."""

import hashlib
import stat
from io import BytesIO
from pathlib import Path

import pytest

from endimpunity.foundation.gateways.blobs import (
    BlobNotFoundError,
    BlobStore,
    FolderBlobs,
    MemoryBlobs,
)

CONTENT = b"a list of names" * 300_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept" / "blobs"


@pytest.fixture(params=["memory", "folder"])
def blobs(request, folder) -> BlobStore:
    return MemoryBlobs() if request.param == "memory" else FolderBlobs(folder)


class BrokenStream(BytesIO):
    """A stream that fails half way."""

    def read(self, size=-1, /):
        if self.tell():
            raise OSError("the line is down")
        return super().read(10 if size > 0 else -1) if size > 0 else self._fail()

    def _fail(self):
        raise OSError("the line is down")


def files_under(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_put_is_opened_by_its_hash(blobs):
    assert blobs.put(BytesIO(CONTENT)) == SHA256
    with blobs.open(SHA256) as stream:
        assert stream.read() == CONTENT


def test_no_bytes_are_a_content_too(blobs):
    with blobs.open(blobs.put(BytesIO())) as stream:
        assert stream.read() == b""


def test_what_is_put_twice_is_the_same(blobs):
    assert blobs.put(BytesIO(CONTENT)) == blobs.put(BytesIO(CONTENT))
    with blobs.open(SHA256) as one, blobs.open(SHA256) as other:
        assert one.read(10) == other.read(10)


def test_the_rest_of_a_stream_is_kept(blobs):
    stream = BytesIO(b"read already, " + CONTENT)
    stream.seek(len(b"read already, "))
    assert blobs.put(stream) == SHA256


@pytest.mark.parametrize("sha256", ["0" * 64, "", "../" * 20, SHA256.upper(), "ab"])
def test_bytes_never_kept_are_not_found(blobs, sha256):
    with pytest.raises(BlobNotFoundError):
        blobs.open(sha256)


def test_a_stream_that_breaks_leaves_nothing(blobs, folder):
    with pytest.raises(OSError, match="the line is down"):
        blobs.put(BrokenStream(CONTENT))
    assert files_under(folder) == []


def test_only_the_owner_can_read_the_folder_and_its_files(folder):
    FolderBlobs(folder).put(BytesIO(CONTENT))
    (kept,) = files_under(folder)
    assert kept == folder / SHA256[:2] / SHA256[2:]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_same_bytes_are_kept_once_and_heal_what_was_damaged(folder):
    blobs = FolderBlobs(folder)
    blobs.put(BytesIO(CONTENT))
    (kept,) = files_under(folder)
    kept.write_bytes(b"damaged")
    blobs.put(BytesIO(CONTENT))
    assert files_under(folder) == [kept]
    assert kept.read_bytes() == CONTENT


def test_a_store_finds_what_another_of_the_same_folder_kept(folder):
    FolderBlobs(folder).put(BytesIO(CONTENT))
    with FolderBlobs(folder).open(SHA256) as stream:
        assert stream.read() == CONTENT
