"""The address of the web that a cell gives, bare or within prose or HTML."""

import html
import re

_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]{}|\\^`]+", re.IGNORECASE)
# What ends a clause and not an address.
_AFTER = ".,;:!?*_\u2026\u201d\u2019\u00bb"
# UNESCO's own pages, archived copies of them among these: of several links in the
# Director-General's words, that is the condemnation.
_UNESCO = re.compile(r"//(?:[\w-]+\.)*unesco\.org(?:[/:?#]|$)", re.IGNORECASE)


def the_address_in(text: str) -> str:
    """Return the one address that a text gives, "" where it gives none or several.

    Of several, the only one at unesco.org. A text that is an address is returned
    as it is.

    Args:
        text: trimmed, its blanks single.
    """
    if text.lower().startswith(("http://", "https://")) and " " not in text:
        return text
    found: dict[str, str] = {}
    for match in _ADDRESS.finditer(html.unescape(text)):
        address = _without_what_follows(match[0])
        found.setdefault(address.rstrip("/"), address)
    several = list(found.values())
    if len(several) > 1:
        several = [address for address in several if _UNESCO.search(address)]
    return several[0] if len(several) == 1 else ""


def _without_what_follows(address: str) -> str:
    """Return an address without the marks of the sentence that it ends."""
    while True:
        trimmed = address.rstrip(_AFTER)
        if trimmed.endswith(")") and trimmed.count("(") < trimmed.count(")"):
            trimmed = trimmed[:-1]
        if trimmed == address:
            return address
        address = trimmed
