"""The addresses of all cases and attacks that are shown, in parts."""

from typing import TypeAlias

from django.db.models import Max

from endimpunity.cases.published.lines import visible
from endimpunity.foundation.lens import Lens

# Six languages of each are fewer than the 50,000 addresses that a sitemap may hold.
ADDRESSES_A_PART = 8_000

# How many parts there are, and the addresses of one.
Part: TypeAlias = tuple[int, tuple[str, ...]]


def addresses(part: int, *, lens: Lens) -> Part:
    """Return how many parts the list of all cases has, and the addresses of one.

    Parts are cut by the keys of cases, not by counting: each is read alone, however
    long the list, and a case stays in its part for ever.

    Args:
        part: from 0; past the end it is empty.
        lens: the registry's lens.
    """
    return _part(part, "case_id", "public_id", lens)


def attack_addresses(part: int, *, lens: Lens) -> Part:
    """Return how many parts the list of all attacks has, and the keys of one.

    Only attacks of which a case is shown; each is in one part, for ever.

    Args:
        part: from 0; past the end it is empty.
        lens: the registry's lens.
    """
    parts, keys = _part(part, "case__attack", "case__attack__key", lens)
    return parts, tuple(dict.fromkeys(keys))


def _part(part: int, key: str, address: str, lens: Lens) -> Part:
    rows = visible(lens)
    last = rows.aggregate(last=Max(key))["last"]
    parts = 0 if last is None else last // ADDRESSES_A_PART + 1
    if part >= parts:
        # A stranger may ask for any number: no engine takes one of any length.
        return parts, ()
    first = part * ADDRESSES_A_PART
    found = rows.filter(
        **{f"{key}__gte": first, f"{key}__lt": first + ADDRESSES_A_PART},
    )
    shown = found.order_by(key).values_list(address, flat=True)
    return parts, tuple(str(one) for one in shown)
