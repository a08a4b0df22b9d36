"""One to one: of all pairs that weigh enough, the heaviest set."""

from collections import defaultdict
from collections.abc import Mapping

Pair = tuple[int, int]


def pair_one_to_one(weights: Mapping[Pair, float]) -> list[Pair]:
    """Choose pairs so that no side is used twice and the sum of weights is largest.

    Solved apart for each group of sides that hang together, by the Hungarian
    method (Kuhn 1955, as scipy has it). Ties go to the lower numbers, so that the
    answer rests on the order of the sides alone.

    Args:
        weights: (left, right) -> weight above zero.

    Returns:
        The chosen pairs, sorted.
    """
    chosen: list[Pair] = []
    for group in _groups(weights):
        if len(group) == 1:
            chosen.append(group[0])
        else:
            chosen.extend(_heaviest(group, weights))
    return sorted(chosen)


def _heaviest(group: list[Pair], weights: Mapping[Pair, float]) -> list[Pair]:
    # Loading these takes longer than all else that a command loads, and few lists
    # have two entries that weigh against one another.
    import numpy as np  # noqa: PLC0415  # as said above
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415  # as above

    lefts = sorted({left for left, _ in group})
    rights = sorted({right for _, right in group})
    # A pair that is not offered weighs nothing, and is not chosen.
    table = np.zeros((len(lefts), len(rights)))
    left_at = {left: index for index, left in enumerate(lefts)}
    right_at = {right: index for index, right in enumerate(rights)}
    for left, right in group:
        row, column = left_at[left], right_at[right]
        # A billionth a place: never weighs against a real difference.
        tie = 1e-9 * (row + column + abs(row - column))
        table[row, column] = weights[left, right] - tie
    return [
        (lefts[row], rights[column])
        for row, column in zip(
            *linear_sum_assignment(table, maximize=True),
            strict=True,
        )
        if table[row, column] > 0
    ]


def _groups(weights: Mapping[Pair, float]) -> list[list[Pair]]:
    """Split pairs into groups that share no side."""
    of_left: dict[int, list[Pair]] = defaultdict(list)
    of_right: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(weights):
        of_left[pair[0]].append(pair)
        of_right[pair[1]].append(pair)
    groups: list[list[Pair]] = []
    # Each side is gone through once, however many pairs it is in.
    for start in sorted(of_left):
        if start not in of_left:
            continue
        group: list[Pair] = []
        waiting = [start]
        while waiting:
            pairs = of_left.pop(waiting.pop(), ())
            group.extend(pairs)
            for _, right in pairs:
                waiting.extend(left for left, _ in of_right.pop(right, ()))
        groups.append(group)
    return groups
