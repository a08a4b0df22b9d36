"""What is wrong with a file, and the text of one."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from endimpunity.directory.vocabulary import Fault

# The longest cell the csv module reads; no name or number comes near it.
_LONGEST_CELL = 100_000


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong with a file."""

    # Line of the file, from 1; 0 for the file as a whole.
    line: int
    fault: Fault
    # What was met, or what is missing.
    value: str = ""


class UnreadableFileError(Exception):
    """The file cannot be read."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems, in the order of their lines."""
        super().__init__(*problems)
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))


def lines_of(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line of a CSV file, trimmed, with the line's number.

    Raises:
        UnreadableFileError: not UTF-8, or not CSV.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFileError(Problem(line=0, fault=Fault.ENCODING)) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    last = csv.field_size_limit(_LONGEST_CELL)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        problem = Problem(line=reader.line_num, fault=Fault.CSV, value=str(error))
        raise UnreadableFileError(problem) from None
    finally:
        csv.field_size_limit(last)
