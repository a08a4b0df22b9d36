"""Time the estimates of an undercount beside the bare linear algebra they need.

All 113 log-linear models on four lists of some 4,400 invented people, the bootstrap
with the choice of model inside, and the average over the 822 decomposable graphs of
five lists. Each is a multiple of its baseline, measured in turn with it:

    python bench/undercount.py [--rounds N]
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import product

import numpy as np

from endimpunity.indicators.maths.averaging import average_decomposable
from endimpunity.indicators.maths.bootstrap import DRAWS, bootstrap
from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.graphs import coefficients, decomposable_graphs
from endimpunity.indicators.maths.hierarchies import design_of, hierarchical_models
from endimpunity.indicators.maths.loglinear import fit_all
from endimpunity.indicators.maths.thinning import MOST_NUMBERS

# Steps of Newton's method that a model takes from the parabola at the counts.
STEPS = 6
# How likely each of the lists is to name somebody, and how much likelier the first
# two are together.
SHARES = (0.17, 0.15, 0.16, 0.06, 0.1)
TOGETHER = 1.6


def invented(lists: int, people: int) -> CaptureTable:
    """Return an invented table, the same one at each call."""
    counts = {}
    for history in product((0, 1), repeat=lists):
        expected = people * (TOGETHER if history[:2] == (1, 1) else 1.0)
        for bit, share in zip(history, SHARES, strict=False):
            expected *= share if bit else 1 - share
        if any(history):
            counts[history] = round(expected)
    return CaptureTable(lists=tuple("ABCDE"[:lists]), counts=counts)


def solve(tables: int) -> None:
    """Do the bare algebra of all models of four lists: weigh, solve, as often."""
    design, models = design_of(4), len(hierarchical_models(4))
    pairs = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    weights = np.random.default_rng(1).uniform(1, 900, (models, len(design)))
    for _ in range(STEPS * tables):
        matrices = (weights @ pairs).reshape(models, design.shape[1], -1)
        np.linalg.solve(matrices, (weights @ design)[:, :, None])


def weigh() -> None:
    """Do the bare algebra of all graphs of five lists: one product, exponentials."""
    table = coefficients(decomposable_graphs(5), 5)
    scores = np.random.default_rng(1).uniform(-1, 0, (table.shape[1], MOST_NUMBERS))
    np.exp(table @ scores)


def seconds(deeds: Sequence[Callable[[], object]], rounds: int) -> list[float]:
    """Return the median time of each deed, all done in turn so many times."""
    taken: list[list[float]] = [[] for _ in deeds]
    for _ in range(rounds):
        for deed, times in zip(deeds, taken, strict=True):
            start = time.perf_counter()
            deed()
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


def show(name: str, ours: float, bare: float) -> None:
    """Print a time and how many times the bare algebra it takes."""
    sys.stdout.write(f"{name}: {ours:.3f} s, {ours / bare:.1f}x the bare algebra\n")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    four, five = invented(4, 9_600), invented(5, 9_600)
    # Models and graphs are listed once in a process.
    fits = fit_all(four)
    graphs = decomposable_graphs(5)
    models, bare = seconds([lambda: fit_all(four), lambda: solve(1)], rounds)
    show(f"{len(fits)} models on {four.people} people (below 1 s)", models, bare)
    average, bare = seconds([lambda: average_decomposable(five), weigh], rounds)
    show(f"{len(graphs)} graphs over five lists (below 1 s)", average, bare)
    drawn, bare = seconds(
        [lambda: bootstrap(four, fits, description="bench"), lambda: solve(DRAWS)], 1
    )
    show(f"{DRAWS} draws, the choice among all models in each", drawn, bare)


if __name__ == "__main__":
    main()
