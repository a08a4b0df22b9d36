"""Deeds on cases, each keyword-only with its actor and its moment."""

from endimpunity.cases.operations.adopting import adopt
from endimpunity.cases.operations.asserting import (
    assert_field,
    cite,
    create_attack,
    create_case,
)
from endimpunity.cases.operations.closing import Closed, close_list
from endimpunity.cases.operations.loading import load_starter
from endimpunity.cases.operations.merging import merge, undo_merge
from endimpunity.cases.operations.proceedings import (
    record_event,
    record_proceeding,
    record_upcoming,
)
from endimpunity.cases.operations.publishing import publish, withdraw
from endimpunity.cases.operations.receive_list import Received, receive_list
from endimpunity.cases.operations.recording import (
    record_condemnation,
    record_disagreement,
    record_statement,
    state_toll,
)
from endimpunity.cases.operations.refreshing import refresh
from endimpunity.cases.operations.regrouping import regroup
from endimpunity.cases.operations.releasing import publish_under_policy
from endimpunity.cases.operations.rewording import reword
from endimpunity.cases.operations.showing import show
from endimpunity.cases.operations.taking_back import ListTakenBack, take_back_list

__all__ = [
    "Closed",
    "ListTakenBack",
    "Received",
    "adopt",
    "assert_field",
    "cite",
    "close_list",
    "create_attack",
    "create_case",
    "load_starter",
    "merge",
    "publish",
    "publish_under_policy",
    "receive_list",
    "record_condemnation",
    "record_disagreement",
    "record_event",
    "record_proceeding",
    "record_statement",
    "record_upcoming",
    "refresh",
    "regroup",
    "reword",
    "show",
    "state_toll",
    "take_back_list",
    "undo_merge",
    "withdraw",
]
