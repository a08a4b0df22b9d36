"""Cells met again are read again where their reading hangs on their file."""

import pytest

from endimpunity.sources.models import RecordVersion, Sighting
from endimpunity.sources.tests.lists import MAPPING, mapping, table, take_in

pytestmark = pytest.mark.django_db

ANA = ("Ana Lima", "2011", "Brazil", "Radio One", "Murder", "Complete Impunity")
STRANGE = ("Rui Sa", "2012", "Brazil", "Daily Two", "Lightning", "")
NOWHERE = ("Noor Salim", "2014", "", "Radio One", "Murder", "")
SHORT_YEAR = ("Bo Toral", "5-Mar-18", "Iraq", "Radio One", "Murder", "")


DATED = mapping(MAPPING.replace('year = "year"', 'date = "year"'))


def days_said():
    """Return the day that each file states of the one whose year is short."""
    return {
        str(stated_on): said
        for stated_on, said in Sighting.objects.filter(
            superseded_at=None,
            version__values__name="Bo Toral",
        ).values_list("snapshot__stated_on", "version__values__date__earliest")
    }


def test_what_was_noticed_in_a_file_is_counted_though_an_earlier_one_had_it(system):
    rows = table(ANA, STRANGE, NOWHERE)
    first = take_in(rows, "2020-01-01", by=system).report
    again = take_in(rows + b"\n", "2021-01-01", by=system).report
    assert (again.unchanged, again.changed, again.imported) == (3, 0, 0)
    assert again.unknown_values == first.unknown_values == {"manner": {"Lightning": 1}}
    assert again.country_unknown == first.country_unknown == 1
    assert RecordVersion.objects.count() == 3


def test_only_what_hangs_on_its_file_is_noted(system):
    take_in(table(ANA, STRANGE, NOWHERE), "2020-01-01", by=system)
    noted = RecordVersion.objects.order_by("id").values_list("values__name", "noted")
    assert list(noted) == [
        ("Ana Lima", False),
        ("Rui Sa", True),
        ("Noor Salim", True),
    ]


@pytest.mark.parametrize(
    "order", [("2015-01-01", "2019-01-01"), ("2019-01-01", "2015-01-01")]
)
def test_the_century_of_a_short_year_is_that_of_its_own_file(system, order):
    for stated_on in order:
        mark = b"\n" if stated_on == "2015-01-01" else b""
        take_in(table(ANA, SHORT_YEAR) + mark, stated_on, by=system, mapping=DATED)
    assert days_said() == {"2015-01-01": "1918-03-05", "2019-01-01": "2018-03-05"}
