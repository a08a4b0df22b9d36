"""What the tests of arithmetic ask for: published tables, and another's estimator."""

import csv
import warnings

import pytest

from endimpunity.indicators.maths.capture_rows import read_captures


@pytest.fixture(scope="session")
def published_table(shared_data):
    """Return a function that reads a published capture table by its name."""

    def read(name):
        path = shared_data / "mse" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return read_captures(list(csv.reader(file)))

    return read


@pytest.fixture(scope="session")
def lifelines():
    """Return lifelines, whose own warnings are no errors of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import lifelines as oracle  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types; only here are its warnings let through
    return oracle
