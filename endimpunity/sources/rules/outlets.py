"""Outlets that weigh as the same, however they are spelt."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from endimpunity.sources.rules.weighing import CLOSE_OUTLET


class Alike:
    """Outlets among which those spelt like another are found."""

    def __init__(self, outlets: Iterable[str]) -> None:
        """Take the outlets among which to look."""
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for outlet in sorted(set(outlets)):
            self._by_length[len(outlet)].append(outlet)
        self._found: dict[str, list[str]] = {}

    def to(self, outlet: str) -> list[str]:
        """Return the outlets that weigh as the same as this one."""
        if outlet not in self._found:
            self._found[outlet] = [
                other
                for length, others in self._by_length.items()
                # Texts of such lengths differ in more letters than they may.
                if 1 - abs(length - len(outlet)) / max(length, len(outlet), 1)
                >= CLOSE_OUTLET
                for other, _, _ in process.extract(
                    outlet,
                    others,
                    scorer=Levenshtein.normalized_similarity,
                    score_cutoff=CLOSE_OUTLET,
                    limit=None,
                )
            ]
        return self._found[outlet]
