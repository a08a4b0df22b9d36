"""Where the invented world happens: its States with towns, outlets and courts."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate

from endimpunity.directory import demo as directory_demo
from endimpunity.foundation.invention import TONGUES, Draws, InventedName, Tongue

# Towns and outlets of a State; a reader who pages through one meets them again.
_TOWNS, _OUTLETS = 18, 14
_NOT_OF_ADDRESSES = re.compile(r"[^a-z0-9]+")

_TRIAL_COURTS = (
    "District court of {}",
    "Criminal court of {}",
    "Court of first instance of {}",
)
_INQUIRY_OFFICES = ("Prosecutor’s office of {}", "Investigating judge of {}")  # noqa: RUF001  # typography
_APPEAL_COURTS = ("Court of appeal of {}", "Supreme court, seat of {}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outlet:
    """A newspaper or station that does not exist; its address leads nowhere."""

    name: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Land:
    """An invented State as attacks need it."""

    code: str
    name: str
    tongue: Tongue
    towns: tuple[InventedName, ...]
    outlets: tuple[Outlet, ...]

    def inquiry_office(self, draws: Draws) -> str:
        """Return who inquires."""
        return self._seat(_INQUIRY_OFFICES, draws)

    def trial_court(self, draws: Draws) -> str:
        """Return a court of first instance."""
        return self._seat(_TRIAL_COURTS, draws)

    def appeal_court(self, draws: Draws) -> str:
        """Return a court of appeal."""
        return self._seat(_APPEAL_COURTS, draws)

    def _seat(self, words: tuple[str, ...], draws: Draws) -> str:
        return draws.pick(words).format(draws.pick(self.towns).latin)


@dataclass(frozen=True)
class Setting:
    """The invented world of one seed."""

    seed: int
    lands: tuple[Land, ...]
    weights: tuple[float, ...]

    @cached_property
    def _reached(self) -> list[float]:
        return list(accumulate(self.weights))

    def land(self, draws: Draws) -> Land:
        """Return a State, by its weight."""
        reached = self._reached
        at = draws.below(int(reached[-1] * 1_000)) / 1_000
        return self.lands[bisect_right(reached, at)]


@cache
def setting_of(seed: int) -> Setting:
    """Return the invented world of a seed."""
    states = directory_demo.invented_states()
    return Setting(
        seed=seed,
        lands=tuple(
            _land(seed, one.code, one.names["en"], TONGUES[one.tongue])
            for one in states
        ),
        weights=tuple(one.weight for one in states),
    )


def _land(seed: int, code: str, name: str, tongue: Tongue) -> Land:
    draws = Draws(seed, "land", code)
    towns = tuple(dict.fromkeys(tongue.town(draws) for _ in range(_TOWNS)))
    outlets = tuple(
        _outlet(tongue, draws.pick(towns), number, draws) for number in range(_OUTLETS)
    )
    return Land(code=code, name=name, tongue=tongue, towns=towns, outlets=outlets)


def _outlet(tongue: Tongue, town: InventedName, number: int, draws: Draws) -> Outlet:
    name = draws.pick(tongue.outlets).format(town.native or town.latin)
    letters = unicodedata.normalize("NFKD", town.latin.lower())
    plain = letters.encode("ascii", "ignore").decode("ascii")
    host = _NOT_OF_ADDRESSES.sub("-", plain)
    return Outlet(name=name, address=f"https://{host}-{number + 1}.example")
