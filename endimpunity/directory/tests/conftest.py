"""The reference data that ships: migrating laid it, and a few tests begin before."""

import pytest

from endimpunity.directory import operations
from endimpunity.directory.models import (
    Membership,
    Population,
    PopulationVintage,
    State,
    StateName,
    StateNameList,
)


@pytest.fixture
def reference(system, now):
    """See to it that what ships is there."""
    if not State.objects.exists():
        operations.load_reference(by=system, at=now)


@pytest.fixture
def _nothing(db):
    """Begin with a directory that knows no State."""
    for rows in (Membership.objects, StateName.objects, Population.objects):
        rows.all().delete()
    for named in (PopulationVintage.objects, StateNameList.objects, State.objects):
        named.all().delete()
