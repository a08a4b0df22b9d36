"""Hierarchical log-linear models: which, how they are written, what they are made of.

Groups of lists are numbers whose bit i says whether list i is in the group.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

# The groups of two lists or more that interact.
Model = frozenset[int]


def members(group: int) -> tuple[int, ...]:
    """Return the places of the lists in a group, from 0."""
    return tuple(at for at in range(group.bit_length()) if group >> at & 1)


@cache
def hierarchical_models(lists: int) -> tuple[Model, ...]:
    """Return all hierarchical models with every list in them, but the saturated one.

    If lists interact in a model, so do all groups among them (Bishop, Fienberg and
    Holland, Discrete Multivariate Analysis, 1975, chapter 6). The saturated model says
    nothing about the people no list names. There are 8 of three lists, 113 of four and
    6,893 of five.
    """
    every = frozenset(range(1, 2**lists)) - {1 << at for at in range(lists)}
    found = [it for it in _grown(lists, 2, frozenset()) if it != every]
    return tuple(sorted(found, key=lambda it: (len(it), sorted(it))))


def _grown(lists: int, size: int, model: Model) -> Iterator[Model]:
    """Yield the model with every choice of groups of this size and more."""
    possible = [
        group
        for group in _groups(lists, size)
        if size == 2 or all(group & ~(1 << at) in model for at in members(group))  # noqa: PLR2004  # a pair
    ]
    if not possible:
        yield model
        return
    for taken in range(len(possible) + 1):
        for groups in combinations(possible, taken):
            yield from _grown(lists, size + 1, model | set(groups))


def _groups(lists: int, size: int) -> list[int]:
    return [sum(1 << at for at in it) for it in combinations(range(lists), size)]


def terms_of(lists: int) -> tuple[int, ...]:
    """Return what a model may be made of: the constant 0, lists, groups; not all."""
    return tuple(range(2**lists - 1))


def design_of(lists: int) -> NDArray[np.float64]:
    """Return the saturated design, shape (2**lists - 1 cells, 2**lists - 1 terms).

    A cell holds a term if all its lists name the people in it. The constant is then the
    logarithm of how many no list names.
    """
    cells = np.arange(1, 2**lists)[:, None]
    terms = np.array(terms_of(lists))[None, :]
    return np.asarray((cells & terms) == terms, dtype=np.float64)


def allowed_terms(models: Sequence[Model], lists: int) -> NDArray[np.bool_]:
    """Return which terms each model has, shape (models, terms)."""
    always = {0} | {1 << at for at in range(lists)}
    return np.array(
        [[term in always or term in it for term in terms_of(lists)] for it in models]
    )


def generators(model: Model, lists: int) -> tuple[int, ...]:
    """Return the largest groups of a model, lists that interact with none included."""
    groups = set(model) | {1 << at for at in range(lists)}
    largest = [it for it in groups if not any(it != o and it & o == it for o in groups)]
    return tuple(largest)


def written(groups: Iterable[int], names: Sequence[str]) -> str:
    """Return groups as "[A·B·C][A·D]": larger first, then in the order of the lists."""
    ordered = sorted(groups, key=lambda it: (-len(members(it)), members(it)))
    return "".join(
        "[" + "·".join(names[at] for at in members(it)) + "]" for it in ordered
    )
