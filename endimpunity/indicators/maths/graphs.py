"""Decomposable graphs over lists: which lists depend on one another.

Groups of lists are numbers whose bit i says whether list i is in the group.
"""

from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray

# Of seven lists there are 617,675 such graphs.
MOST_LISTS = 6


@dataclass(frozen=True, kw_only=True)
class Graph:
    """A decomposable graph, as the families of its lists in a perfect order."""

    #: Each list with those before it that it is joined to; a graph's probability is
    #: the product over families of the family by those before.
    families: tuple[tuple[int, int], ...]

    @property
    def cliques(self) -> tuple[int, ...]:
        """Return the largest groups of lists that are all joined to one another."""
        groups = [family for family, _ in self.families]
        return tuple(
            it for it in groups if not any(it != o and it & o == it for o in groups)
        )


@cache
def decomposable_graphs(lists: int) -> tuple[Graph, ...]:
    """Return all decomposable graphs over labelled lists: 8, 61, 822 of 3, 4, 5.

    Every graph is tried: it is decomposable if, ordered by maximum cardinality search,
    each vertex's neighbours before it are joined (Tarjan and Yannakakis, SIAM Journal
    on Computing 13, 1984).

    Raises:
        ValueError: there are more than six lists, or none.
    """
    if not 1 <= lists <= MOST_LISTS:
        raise ValueError(f"Graphs are listed for 1 to {MOST_LISTS} lists.")
    pairs = list(combinations(range(lists), 2))
    found = []
    for joined in product((False, True), repeat=len(pairs)):
        beside = [0] * lists
        for (one, other), it in zip(pairs, joined, strict=True):
            if it:
                beside[one] |= 1 << other
                beside[other] |= 1 << one
        families = _families(beside)
        if families is not None:
            found.append(Graph(families=families))
    return tuple(found)


def coefficients(graphs: tuple[Graph, ...], lists: int) -> NDArray[np.float64]:
    """Return how often each group's score counts in a graph's, shape (graphs, groups).

    Groups run from 0, the empty one, to that of all lists.
    """
    table = np.zeros((len(graphs), 2**lists))
    for at, graph in enumerate(graphs):
        for family, before in graph.families:
            table[at, family] += 1
            table[at, before] -= 1
    return table


def _families(beside: list[int]) -> tuple[tuple[int, int], ...] | None:
    """Return the families of a graph in a perfect order; None where it has none."""
    seen = 0
    families = []
    left = list(range(len(beside)))
    while left:
        vertex = max(left, key=lambda it: ((beside[it] & seen).bit_count(), -it))
        before = beside[vertex] & seen
        for at in range(len(beside)):
            if before >> at & 1 and before & ~(beside[at] | 1 << at):
                return None
        families.append((before | 1 << vertex, before))
        seen |= 1 << vertex
        left.remove(vertex)
    return tuple(families)
