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
# Those that need not be written.
_WEB_PORTS = {None, 80, 443}
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*", re.ASCII)
# "+44 (0)20": who calls from abroad leaves it out.
_HOME_ZERO = re.compile(r"\( ?0 ?\)")


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

    Whoever writes an address of official exchange in another spelling must not make
    a public one of it: where two spellings may be two places, they are still one.
    """
    text = " ".join(address.split())
    if channel == Channel.EMAIL:
        return _mailbox(text)
    if channel == Channel.TELEPHONE:
        return _number(text)
    if channel == Channel.WEB_FORM:
        return _form(text) or text
    return text


def _mailbox(text: str) -> str:
    """Compare mailboxes without case, as everybody's server does."""
    name, _, domain = text.casefold().rpartition("@")
    return f"{name}@{_host(domain) or domain}" if name else domain


def _number(text: str) -> str:
    """Compare numbers by their digits, less the zero that is dialled at home only."""
    dialled = _HOME_ZERO.sub("", text)
    return "".join(str(int(sign)) for sign in dialled if sign.isdecimal())


def _form(text: str) -> str:
    """Compare forms by host, port, path and query; "" where there is no host.

    Neither the scheme nor what a browser keeps to itself makes another form.
    """
    try:
        parts = urlsplit(text)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:
        return ""
    if not host or parts.scheme not in _WEB_SCHEMES or " " in text:
        return ""
    at = f":{port}" if port not in _WEB_PORTS else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"https://{host}{at}{parts.path.rstrip('/')}{query}"


def _host(text: str) -> str:
    """Return a host in the letters of the wire (IDNA), "" where it can be none."""
    try:
        host = text.casefold().encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        return ""
    return host if _HOST.fullmatch(host) else ""


def _is_email(text: str) -> bool:
    return len(text) <= _LONGEST_EMAIL and _EMAIL.fullmatch(text) is not None
