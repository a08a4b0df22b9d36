"""How many people there are, averaged over all decomposable graphs of lists."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from endimpunity.indicators.maths.captures import CaptureTable
from endimpunity.indicators.maths.graphs import (
    MOST_LISTS,
    coefficients,
    decomposable_graphs,
)
from endimpunity.indicators.maths.hierarchies import members, written
from endimpunity.indicators.maths.thinning import Grid, coarse_grid, fine_grid

LEVEL = 0.95
# Beyond so many unseen for each seen, nothing is looked at: the data say little there,
# and without knowledge beforehand a mean over all numbers need not exist.
UNSEEN_FOR_EACH = 10
# A graph less probable than this changes no digit.
_NEGLIGIBLE = 1e-12
# Below it a logarithm is of no probability at all.
_NOTHING = -80.0
# Graphs below it are not listed: no digit that is printed shows them.
_LISTED = 1e-6
# So many graphs are weighed together: their scores then fit into memory.
_TOGETHER = 64

Floats = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """What is known of the number of people before the lists: about shape · scale.

    The number is Poisson with a mean that is Gamma(shape, scale).
    """

    shape: float
    scale: float


@dataclass(frozen=True, kw_only=True)
class GraphWeight:
    """How probable one graph is, given the lists."""

    #: As "[A·B][B·C]": the largest groups of lists that are all joined.
    graph: str
    probability: float


@dataclass(frozen=True, kw_only=True)
class AveragedEstimate:
    """The number of people over all graphs, as probable as each is."""

    mean: float
    #: The middle 95 % of the posterior, in people.
    low: int
    high: int
    #: The most probable first; those below one in a million are left out.
    graphs: tuple[GraphWeight, ...]
    #: The highest number of unseen people that was looked at.
    most_unseen: int
    #: The probability of the last tenth of them: where it is not small, the data do
    #: not bound the number.
    at_the_edge: float


def average_decomposable(
    table: CaptureTable,
    *,
    weight: float | None = None,
    knowledge: Knowledge | None = None,
    unseen: range | None = None,
) -> AveragedEstimate:
    """Average over decomposable graphs by Madigan and York's method.

    Given a graph the cells' probabilities are hyper-Dirichlet (Dawid and Lauritzen,
    Annals of Statistics 21, 1993) and integrate out; graphs are equally probable
    beforehand (Madigan and York, Biometrika 84, 1997).

    Args:
        table: of two to six lists, with a person in it.
        weight: δ, the weight of each cell beforehand, in people; 2**-lists if None.
        knowledge: of the number of people; None is none: 1/N.
        unseen: which numbers of unseen people are looked at; from none to ten for each
            seen if None. Of a long range, some stand for those about them.

    Raises:
        ValueError: there are more or fewer lists, nobody, or a weight that is not
            above zero.
    """
    lists = len(table.lists)
    if not 2 <= lists <= MOST_LISTS or table.people == 0:  # noqa: PLR2004  # one list has no overlap
        raise ValueError(f"Averaging needs 2 to {MOST_LISTS} lists, and people.")
    looked_at = range(UNSEEN_FOR_EACH * table.people + 1) if unseen is None else unseen
    weigh = _Weighing(table, 2.0**-lists if weight is None else weight, knowledge)
    used = weigh.every
    grid = coarse_grid(looked_at)
    if grid.is_thinned:
        logs, density = weigh.posterior(used, grid)
        used = used[logs > logs.max() + np.log(_NEGLIGIBLE)]
        grid = fine_grid(looked_at, grid, density)
    logs, density = weigh.posterior(used, grid)
    low, high = _middle(grid, density)
    edge = looked_at[-1] - len(looked_at) * looked_at.step / 10
    return AveragedEstimate(
        mean=table.people + float(density @ grid.unseen),
        low=table.people + low,
        high=table.people + high,
        graphs=_listed(table.lists, used, logs),
        most_unseen=looked_at[-1],
        at_the_edge=float(density[grid.unseen > edge].sum()),
    )


class _Weighing:
    """Scores of graphs for numbers of unseen people."""

    def __init__(
        self, table: CaptureTable, weight: float, knowledge: Knowledge | None
    ) -> None:
        if weight <= 0:
            raise ValueError("The weight of a cell beforehand is above zero.")
        self.table = table
        self.lists = len(table.lists)
        self.weight = weight
        self.knowledge = knowledge
        self.cells = np.concatenate([[0.0], table.cells()])
        graphs = decomposable_graphs(self.lists)
        self.counts = coefficients(graphs, self.lists)
        self.every = np.arange(len(graphs))

    def posterior(self, used: NDArray[np.int64], grid: Grid) -> tuple[Floats, Floats]:
        """Return each graph's log-probability and each number's probability.

        The first are up to a constant, shape (graphs,); the second sum to 1 with the
        grid's own weights in them, shape (numbers,).
        """
        scores = self._scores(grid.unseen)
        base = self._base(grid.unseen) + np.log(grid.weights)
        logs = np.empty(len(used))
        density, top = np.zeros(len(base)), -np.inf
        for at in range(0, len(used), _TOGETHER):
            some = self.counts[used[at : at + _TOGETHER]] @ scores + base
            peaks = some.max(axis=1)
            # Nothing is left of what is less likely, but it would take long to say so.
            likely = np.exp(np.maximum(some - peaks[:, None], _NOTHING))
            logs[at : at + _TOGETHER] = peaks + np.log(likely.sum(axis=1))
            higher = max(top, float(peaks.max()))
            density = density * np.exp(top - higher) + np.exp(peaks - higher) @ likely
            top = higher
        return logs, density / density.sum()

    def _scores(self, unseen: Floats) -> Floats:
        """Return the marginal likelihood of each group, shape (groups, numbers)."""
        every = 2**self.lists
        people = self.table.people + unseen
        # Of the whole table's weight, which is the same for every group.
        whole = gammaln(self.weight * every) - gammaln(self.weight * every + people)
        scores = np.zeros((every, len(unseen)))
        for group in range(1, every):
            share = self.weight * 2 ** (self.lists - len(members(group)))
            met = np.bincount(np.arange(every) & group, self.cells, every)
            inner = [it for it in range(1, every) if it & group == it]
            seen = float(np.sum(gammaln(share + met[inner]) - gammaln(share)))
            none = gammaln(share + met[0] + unseen) - gammaln(share)
            scores[group] = whole + seen + none
        return scores

    def _base(self, unseen: Floats) -> Floats:
        """Return what graphs share: who the people are, and the knowledge of them."""
        people = self.table.people + unseen
        base = gammaln(people + 1) - gammaln(unseen + 1)
        if self.knowledge is None:
            return np.asarray(base - np.log(people))
        shape, scale = self.knowledge.shape, self.knowledge.scale
        known = gammaln(people + shape) - gammaln(people + 1)
        return np.asarray(base + known + people * np.log(scale / (1 + scale)))


def _middle(grid: Grid, density: Floats) -> tuple[int, int]:
    """Return between what lie the middle 95 %, in unseen people.

    Between whole numbers the distribution is taken to rise evenly.
    """
    tail = (1 - LEVEL) / 2
    low, high = np.interp([tail, 1 - tail], np.cumsum(density), grid.ends)
    return round(float(low)), round(float(high))


def _listed(
    lists: tuple[str, ...], used: NDArray[np.int64], logs: Floats
) -> tuple[GraphWeight, ...]:
    """Return the graphs that weigh enough to be named, the most probable first."""
    graphs = decomposable_graphs(len(lists))
    shares = np.exp(logs - logs.max())
    shares /= shares.sum()
    weights = [
        GraphWeight(graph=written(graphs[at].cliques, lists), probability=share)
        for at, share in zip(used.tolist(), shares.tolist(), strict=True)
        if share > _LISTED
    ]
    return tuple(sorted(weights, key=lambda it: (-it.probability, it.graph)))
