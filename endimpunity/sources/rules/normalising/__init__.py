"""Rows of a file turned into values that mean the same in every list."""

from endimpunity.sources.rules.normalising.normaliser import (
    Normalised,
    Normaliser,
    UnableToMap,
)

__all__ = ["Normalised", "Normaliser", "UnableToMap"]
