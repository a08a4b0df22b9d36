"""Public addresses that no case has: opaque, permanent, never given twice."""

import secrets

from endimpunity.cases.models import Case
from endimpunity.cases.vocabulary import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH

_SIGNS = len(PUBLIC_ID_ALPHABET)
# The largest multiple of the alphabet's length that a byte reaches: bytes above it
# are thrown away, so that every sign is equally likely.
_FAIR = 256 - 256 % _SIGNS
_UNFAIR = bytes(range(_FAIR, 256))
_SIGN_OF_BYTE = bytes(
    ord(PUBLIC_ID_ALPHABET[byte % _SIGNS]) if byte < _FAIR else byte
    for byte in range(256)
)
# Addresses looked up at a time: below the parameters that either engine takes.
_BATCH = 2_000


def unused_public_ids(count: int) -> list[str]:
    """Return addresses that no case has or ever had, withdrawn ones included."""
    fresh: dict[str, None] = {}
    while len(fresh) < count:
        drawn = _draw(count - len(fresh))
        fresh.update(dict.fromkeys(drawn - _taken(drawn)))
    return list(fresh)[:count]


def _draw(count: int) -> set[str]:
    # A twentieth more bytes than signs: 13 of 256 are thrown away.
    signs = (
        secrets.token_bytes(count * PUBLIC_ID_LENGTH * 21 // 20 + PUBLIC_ID_LENGTH)
        .translate(_SIGN_OF_BYTE, _UNFAIR)
        .decode("ascii")
    )
    whole = len(signs) // PUBLIC_ID_LENGTH * PUBLIC_ID_LENGTH
    return {
        signs[first : first + PUBLIC_ID_LENGTH]
        for first in range(0, whole, PUBLIC_ID_LENGTH)
    }


def _taken(drawn: set[str]) -> set[str]:
    wanted = sorted(drawn)
    taken: set[str] = set()
    for first in range(0, len(wanted), _BATCH):
        some = wanted[first : first + _BATCH]
        found = Case.objects.filter(public_id__in=some)
        taken.update(found.values_list("public_id", flat=True))
    return taken
