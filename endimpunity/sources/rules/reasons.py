"""Why rows cannot be read, in words: the most frequent reasons first."""

from collections.abc import Mapping, Sequence

# Reasons told in a sentence: more are not read at a terminal.
TOLD = 3
# Rows named of a reason told in a sentence: enough to look at what they have in common.
NAMED = 5


def counted(reasons: Mapping[str, Sequence[int]]) -> dict[str, int]:
    """Return for each reason for how many rows it holds."""
    return {reason: len(rows) for reason, rows in reasons.items()}


def by_frequency(
    reasons: Mapping[str, Sequence[int]],
    counts: Mapping[str, int],
) -> list[str]:
    """Return the reasons that hold for any row, the most frequent first.

    Args:
        reasons: for each reason the numbers of its first rows, in rising order.
        counts: for each reason for how many rows it holds.
    """
    met = [reason for reason, rows in reasons.items() if rows]
    return sorted(met, key=lambda reason: (-counts[reason], reasons[reason][0]))


def where_met(rows: Sequence[int], count: int) -> str:
    """Return in which rows something was met, as "in 3 rows (2, 5, …)".

    Args:
        rows: the first of them, at least one.
        count: how many there are.
    """
    if count == 1:
        return f"in row {rows[0]}"
    numbers = ", ".join(map(str, rows))
    more = ", …" if count > len(rows) else ""
    return f"in {count} rows ({numbers}{more})"


def in_sentences(reasons: Mapping[str, Sequence[int]]) -> str:
    """Return the few most frequent reasons, each with its rows, and how many more.

    Args:
        reasons: for each reason the numbers of its rows, in rising order.
    """
    counts = counted(reasons)
    ordered = by_frequency(reasons, counts)
    said = [_told(reason, reasons[reason]) for reason in ordered[:TOLD]]
    if others := ordered[TOLD:]:
        said.append(_rest(len(others), sum(counts[one] for one in others)))
    return " ".join(said)


def _told(reason: str, rows: Sequence[int]) -> str:
    where = where_met(rows[:NAMED], len(rows))
    return f"{where[0].upper()}{where[1:]}: {reason.rstrip('.')}."


def _rest(reasons: int, rows: int) -> str:
    where = "1 row" if rows == 1 else f"{rows} rows"
    if reasons == 1:
        return f"1 more reason holds for {where}."
    return f"{reasons} more reasons hold for {where}."
