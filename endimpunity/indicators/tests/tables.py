"""Capture tables that tests make, and one that Madigan and York printed."""

from itertools import product

import numpy as np

from endimpunity.indicators.maths.captures import CaptureTable

# Spina bifida in upstate New York: Madigan and York (Biometrika 84, 1997).
SPINA_BIFIDA = CaptureTable(
    lists=("BIRTH", "DEATH", "REHAB"),
    counts={
        (0, 0, 1): 60,
        (0, 1, 0): 49,
        (0, 1, 1): 4,
        (1, 0, 0): 247,
        (1, 0, 1): 112,
        (1, 1, 0): 142,
        (1, 1, 1): 12,
    },
)


def independent_table(people, shares):
    """Return the table to be expected if lists name people independently."""
    counts = {}
    for history in product((0, 1), repeat=len(shares)):
        of = [
            share if bit else 1 - share
            for bit, share in zip(history, shares, strict=True)
        ]
        if any(history):
            counts[history] = round(people * float(np.prod(of)))
    return table_of(counts)


def table_of(counts):
    """Return a table of lists A, B, C …"""
    lists = len(next(iter(counts)))
    return CaptureTable(lists=tuple("ABCDEFGH"[:lists]), counts=counts)
