"""Keys and addresses of the invented world: the same for the same seed."""

import hashlib
from collections.abc import Iterator

from django.db import models

from endimpunity.cases.vocabulary import PUBLIC_ID_ALPHABET, PUBLIC_ID_LENGTH
from endimpunity.foundation import bulk

# Keys taken at a time; those not used at the end stay unused.
BLOCK = 2_000

_SIGNS = len(PUBLIC_ID_ALPHABET)
_ADDRESSES = _SIGNS**PUBLIC_ID_LENGTH
# Neither has a factor of three, so that each turns the addresses among themselves
# and no two cases meet at one.
_FIRST_TURN, _SECOND_TURN = 131_071_655_359_841, 97_654_321_987_651


def integer_keys(model: type[models.Model]) -> Iterator[int]:
    """Yield keys of a table that nobody else has, for ever."""
    while True:
        yield from bulk.reserve_keys(model, BLOCK)


def permanent_keys(seed: int, kind: str) -> Iterator[str]:
    """Yield the permanent keys of a kind of fact, in rising order, as UUIDs' digits.

    Rising, so that an index of a million grows at its end.
    """
    begin = _digest(seed, kind) << 64
    number = 0
    while True:
        yield f"{begin + number:032x}"
        number += 1


def public_id(seed: int, number: int) -> str:
    """Return the address of a case by its place in the world."""
    offset = _digest(seed, "address")
    turned = (number * _FIRST_TURN + offset) % _ADDRESSES
    turned = int(_in_signs(turned)[::-1].translate(_TO_DIGITS), _SIGNS)
    return _in_signs((turned * _SECOND_TURN + offset) % _ADDRESSES)


# Python's own digits up to 27, for reading an address as a number again.
_TO_DIGITS = str.maketrans(PUBLIC_ID_ALPHABET, "0123456789abcdefghijklmnopq")


def _in_signs(number: int) -> str:
    signs = []
    for _ in range(PUBLIC_ID_LENGTH):
        number, sign = divmod(number, _SIGNS)
        signs.append(PUBLIC_ID_ALPHABET[sign])
    return "".join(reversed(signs))


def _digest(seed: int, kind: str) -> int:
    found = hashlib.blake2b(f"{seed}/{kind}".encode(), digest_size=8)
    return int.from_bytes(found.digest())
