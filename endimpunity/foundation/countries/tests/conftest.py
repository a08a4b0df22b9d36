"""Where the lists to measure on are, if they are on this machine."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture
def shared_data() -> Path:
    """Return the folder of published lists, or skip where it is absent."""
    default = ROOT.parent / "shared" / "data"
    folder = Path(os.environ.get("ENDIMPUNITY_SHARED_DATA", default))
    if not folder.is_dir():
        pytest.skip("the published lists are not on this machine")
    return folder
