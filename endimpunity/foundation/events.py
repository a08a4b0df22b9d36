"""Rooms announce upward: who stands above subscribes, who stands below never knows.

Handlers run at once, in the announcer's transaction: if one fails, the deed
fails whole.
"""

from collections.abc import Callable
from typing import Any, TypeVar

Event = TypeVar("Event")

_handlers: dict[type[Any], list[Callable[[Any], None]]] = {}


def subscribe(event_type: type[Event], handler: Callable[[Event], None]) -> None:
    """Have `handler` called for every event of exactly this type, once."""
    handlers = _handlers.setdefault(event_type, [])
    if handler not in handlers:
        handlers.append(handler)


def announce(event: object) -> None:
    """Call the subscribed handlers in the order they subscribed.

    Raises:
        Exception: whatever a handler raises; the transaction is the caller's.
    """
    for handler in _handlers.get(type(event), []):
        handler(event)
