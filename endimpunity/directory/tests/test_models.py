"""The database refuses what cannot be."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from endimpunity.directory.models import (
    Membership,
    Population,
    PopulationVintage,
    State,
    StateName,
    StateNameList,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_nothing")]
AT = datetime(2024, 11, 2, tzinfo=UTC)


def a_state(code="ML", **fields):
    given = {"kind": "STATE", "alpha3": "MLI", **fields}
    return State.objects.create(code=code, **given)


def a_list(code="OFFICIAL", version="1", **fields):
    given = {"kind": "OFFICIAL", "source": "x", "sha256": "0", "recorded_at": AT}
    return StateNameList.objects.create(code=code, version=version, **given | fields)


def a_membership(state, **fields):
    given = {"scheme": "UNESCO", "source": "x", "grade": "READ", "recorded_from": AT}
    return Membership.objects.create(state=state, **given | fields)


def a_vintage(code="V", **fields):
    given = {"source": "x", "sha256": "0", "recorded_at": AT}
    return PopulationVintage.objects.create(code=code, **given | fields)


def refused(make, *args, **fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*args, **fields)


def test_a_state_has_a_code_a_kind_and_a_period_that_runs_forward():
    refused(a_state, "")
    refused(a_state, alpha3="")
    refused(a_state, kind="PLANET")
    refused(a_state, existed_from=date(2000, 1, 2), existed_to=date(2000, 1, 1))
    assert str(a_state()) == "ML"


def test_a_list_is_named_and_its_version_is_one():
    refused(a_list, "")
    refused(a_list, source="")
    a_list(active=False)
    refused(a_list, active=False)


def test_one_list_of_a_kind_is_shown():
    shown = a_list()
    refused(a_list, version="2")
    assert str(shown) == "OFFICIAL 1"


def test_a_name_is_not_empty_and_there_once():
    state, names = a_state(), a_list()
    make = StateName.objects.create
    refused(make, name_list=names, state=state, language="en", text="")
    name = make(name_list=names, state=state, language="en", text="Mali")
    refused(make, name_list=names, state=state, language="en", text="Mali")
    assert str(name) == "Mali"


def test_a_membership_runs_forward_and_has_a_source():
    state = a_state()
    refused(a_membership, state, source="")
    refused(a_membership, state, from_on=date(2000, 1, 2), to_on=date(2000, 1, 1))


def test_a_membership_begins_once_and_stays_open_once():
    state = a_state()
    membership = a_membership(state)
    refused(a_membership, state, to_on=date(2000, 1, 1))
    refused(a_membership, state, from_on=date(2000, 1, 1))
    membership.recorded_to = AT
    membership.save()
    a_membership(state)
    assert str(membership) == "ML UNESCO"


def test_one_vintage_is_the_default():
    assert str(a_vintage(is_default=True)) == "V"
    refused(a_vintage, "W", is_default=True)
    refused(a_vintage, "")


def test_a_state_has_one_number_a_year_and_vintage():
    state, vintage = a_state(), a_vintage()
    make = Population.objects.create
    number = make(vintage=vintage, state=state, year=2014, value=5)
    refused(make, vintage=vintage, state=state, year=2014, value=6)
    refused(make, vintage=vintage, state=state, year=2015, value=-1)
    assert str(number) == "ML 2014: 5"
