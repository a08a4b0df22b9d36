"""Addresses that a page may lead its readers to."""

from urllib.parse import urlsplit


def web_address(value: object) -> str:
    """Return an address on the web as it was met, "" if it is none.

    An address with a user's name in it is none: a browser reads
    `https://known.example@other.example/` as the page of `other.example`, and what
    stands before a second colon would hand a password to whoever follows it.

    Args:
        value: what a list's cell or a mapping holds, which may be anything.
    """
    if not isinstance(value, str):
        return ""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return ""
    return value if parts.hostname else ""
