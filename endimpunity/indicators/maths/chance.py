"""Chance that a description decides: the same words give the same draws for ever.

The numbers are the output of SHAKE-256 (FIPS 202) over the description, so they
rest on no generator that a library may change.
"""

import hashlib

import numpy as np
from numpy.typing import NDArray

_BYTES = 8
# A double holds 53 bits: what is beyond them is cut off.
_CUT = np.uint64(64 - 53)


def uniforms(description: str, count: int) -> NDArray[np.float64]:
    """Return numbers between 0 and 1, both excluded, that look uniform.

    Args:
        description: what is drawn for, in words: a figure's own description.
        count: how many; more begin with the same as fewer.

    Returns:
        An array of shape (count,).
    """
    given = hashlib.shake_256(description.encode()).digest(_BYTES * count)
    whole = np.frombuffer(given, dtype="<u8") >> _CUT
    # Half a step up, so that no quantile is asked at 0.
    return np.asarray((whole + 0.5) * 2.0**-53, dtype=np.float64)
