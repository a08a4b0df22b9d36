"""What several journeys begin with."""

import pytest

from endimpunity.cases import operations as cases_operations
from endimpunity.directory import operations as directory_operations
from tests.journeys.browsing import a_browser


@pytest.fixture
def starter(live_server, system, now):
    """Load the starter registry before a browser opens."""
    directory_operations.load_reference(by=system, at=now)
    cases_operations.load_starter(by=system, at=now)
    return live_server


@pytest.fixture
def visit(starter):
    """Open a browser, and end it before the database is emptied again."""
    with a_browser(starter.url) as visit:
        yield visit
