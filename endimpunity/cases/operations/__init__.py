"""Deeds on cases, each keyword-only with its actor and its moment."""

from endimpunity.cases.operations.adopt import adopt
from endimpunity.cases.operations.merging import merge, undo_merge
from endimpunity.cases.operations.publish_under_policy import publish_under_policy
from endimpunity.cases.operations.publishing import publish, withdraw
from endimpunity.cases.operations.refresh import refresh
from endimpunity.cases.operations.regroup import regroup
from endimpunity.cases.operations.show import show

__all__ = [
    "adopt",
    "merge",
    "publish",
    "publish_under_policy",
    "refresh",
    "regroup",
    "show",
    "undo_merge",
    "withdraw",
]
