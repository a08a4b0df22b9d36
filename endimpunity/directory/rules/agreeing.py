"""When two people have agreed."""

from collections.abc import Iterable
from uuid import UUID

from endimpunity.accounts.vocabulary import SYSTEM_KEY

# DESIGN.md: two people agree before a post can be written to.
PEOPLE = 2


def people_behind(proposed_by: UUID, agreed_by: Iterable[UUID]) -> frozenset[UUID]:
    """Return the people who stand for a proposal, its proposer among them.

    The program itself is nobody: what came in at the terminal was typed by someone
    whom we do not know, and so stands on no one's word yet.
    """
    return frozenset({proposed_by, *agreed_by}) - {SYSTEM_KEY}


def is_agreed(proposed_by: UUID, agreed_by: Iterable[UUID]) -> bool:
    """Tell whether two different people stand for a proposal."""
    return len(people_behind(proposed_by, agreed_by)) >= PEOPLE
