"""Addresses of contacts: whether one can be right, and when two are one."""

import re
from urllib.parse import urlsplit

from endimpunity.directory.vocabulary import Channel, Fault

# A country's number first; signs between digits are left to the writer.
_TELEPHONE = re.compile(r"\+\d[\d ()./-]{5,24}")
# A mailbox as offices have them: no quotes, no comments, a dot in what follows the @.
# Each part is matched once, so that no text takes long to be refused.
_EMAIL = re.compile(
    r"(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]{1,64}(?<!\.)"
    r"@(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)[a-z0-9-]{2,63}(?<!-)",
    re.ASCII | re.IGNORECASE,
)
_LONGEST_EMAIL = 254
_WEB_SCHEMES = {"http", "https"}


def wrong_with(channel: str, address: str) -> Fault | None:
    """Return what is wrong with an address of a channel, None if nothing is seen."""
    if channel == Channel.EMAIL and not _is_email(address):
        return Fault.EMAIL
    if channel == Channel.WEB_FORM and not is_web_address(address):
        return Fault.WEB
    if channel == Channel.TELEPHONE and not _TELEPHONE.fullmatch(address):
        return Fault.TELEPHONE
    return None


def is_web_address(text: str) -> bool:
    """Tell whether a text is an address that a browser opens."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    # No space and no sign outside of ASCII gets into an address unescaped.
    plain = text.isascii() and text.isprintable() and " " not in text
    return plain and parts.scheme in _WEB_SCHEMES and "." in host.strip(".")


def comparison_key(channel: str, address: str) -> str:
    """Return the address as it is compared: equal where it reaches the same place.

    Mailboxes are compared without case, as everybody's server does; telephone
    numbers by their digits; postal and web addresses without spare space.
    """
    if channel == Channel.EMAIL:
        return address.casefold()
    if channel == Channel.TELEPHONE:
        return "".join(sign for sign in address if sign.isdigit() or sign == "+")
    return " ".join(address.split())


def _is_email(text: str) -> bool:
    return len(text) <= _LONGEST_EMAIL and _EMAIL.fullmatch(text) is not None
