"""Which row of a file holds the headers, and what the headers are called."""

from collections import Counter
from collections.abc import Sequence

from endimpunity.sources.rules.tables.raw import FileOptions, UnableToReadFile

# Prefaces met are at most a dozen rows: a title, a source, a day, a blank row.
ROWS_LOOKED_AT = 40


def find_header_row(
    rows: Sequence[Sequence[str]],
    options: FileOptions,
    known_headers: frozenset[str],
) -> int:
    """Return the place of the header row among the first rows of a file, from 0.

    A row that holds headers of known layouts wins; otherwise the first row that is
    as wide as most, since titles and notes above a table fill one cell or two.

    Raises:
        UnableToReadFile: the mapping names a row that the file has not, or there is
            no row at all.
    """
    if options.header_row is not None:
        return _stated(rows, options.header_row)
    filled = [sum(1 for cell in row if cell.strip()) for row in rows]
    if not any(filled):
        raise UnableToReadFile("The file holds no row with any text.")
    hits = [_known(row, known_headers) for row in rows]
    best = max(range(len(rows)), key=lambda at: (hits[at], -at))
    # One known word may stand in a title; two do not, side by side.
    if hits[best] >= min(2, filled[best]):
        return best
    usual = Counter(n for n in filled if n).most_common(1)[0][0]
    return next(at for at, n in enumerate(filled) if n >= max(1, usual * 0.6))


def name_headers(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the headers, trimmed; of two alike the second is "x#2"."""
    seen: Counter[str] = Counter()
    names = []
    for cell in cells:
        name = " ".join(cell.replace("\ufeff", "").split())
        seen[name] += 1
        names.append(f"{name}#{seen[name]}" if seen[name] > 1 else name)
    return tuple(names)


def trim_headers(cells: Sequence[str]) -> list[str]:
    """Return the cells of a header row without the empty ones at its end."""
    kept = list(cells)
    while len(kept) > 1 and not kept[-1].strip():
        kept.pop()
    return kept


def _stated(rows: Sequence[Sequence[str]], header_row: int) -> int:
    if header_row > len(rows):
        raise UnableToReadFile(
            f"The mapping says that the headers are in row {header_row}, and the file"
            f" has {len(rows)} rows; correct header_row under [file].",
        )
    return header_row - 1


def _known(row: Sequence[str], known_headers: frozenset[str]) -> int:
    return sum(1 for name in name_headers(row) if name and name in known_headers)
