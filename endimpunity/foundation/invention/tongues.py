"""Invented names of people and towns, in Latin letters and in their own script."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from endimpunity.foundation.invention.draws import Draws

# Names of one part are rare everywhere; so are family names joined by a hyphen.
_JOINED = 0.06


@dataclass(frozen=True, slots=True)
class InventedName:
    """A name in Latin letters, and in its own script where that is another."""

    latin: str
    native: str = ""


# A syllable in Latin letters and in the script of its tongue.
_Syllable = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """The syllables of one invented tongue.

    Attributes:
        code: its name among the tongues.
        latin: whether it is written in Latin letters.
        family_first: whether the family's name leads.
        parts: the syllables, by what they are for.
        outlet: how a newspaper or station is called, with {} for its town.
    """

    code: str
    latin: bool
    family_first: bool
    parts: dict[str, tuple[_Syllable, ...]]
    outlets: tuple[str, ...]

    def person(self, draws: Draws, *, female: bool) -> InventedName:
        """Return a person's name."""
        ends = "female_ends" if female else "male_ends"
        given = self._word(draws, "given_starts", ends)
        family = self._word(draws, "family_starts", "family_ends")
        if self.latin and draws.chance(_JOINED):
            other = self._word(draws, "family_starts", "family_ends")
            family = InventedName(f"{family.latin}-{other.latin}")
        return self._joined(given, family)

    def town(self, draws: Draws) -> InventedName:
        """Return a town's name."""
        return self._word(draws, "family_starts", "town_ends")

    def _word(self, draws: Draws, *kinds: str) -> InventedName:
        found = [draws.pick(self.parts[kind]) for kind in kinds]
        latin = "".join(one for one, _ in found)
        native = "" if self.latin else "".join(one for _, one in found)
        return InventedName(latin.capitalize(), native.capitalize())

    def _joined(self, given: InventedName, family: InventedName) -> InventedName:
        first, last = (family, given) if self.family_first else (given, family)
        # Chinese names are written without a blank.
        between = "" if self.family_first else " "
        return InventedName(
            f"{first.latin} {last.latin}",
            "" if self.latin else f"{first.native}{between}{last.native}",
        )


@cache
def _tongues() -> dict[str, Tongue]:
    file = resources.files(__package__).joinpath("data", "tongues.toml")
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        code: Tongue(
            code=code,
            latin=table["latin"],
            family_first=table.get("family_first", False),
            outlets=tuple(table["outlets"]),
            parts={
                kind: tuple(map(_syllable, words.split()))
                for kind, words in table["syllables"].items()
            },
        )
        for code, table in read["tongue"].items()
    }


def _syllable(text: str) -> _Syllable:
    latin, _, native = text.partition("|")
    return latin, native


TONGUES = _tongues()
