"""The database answers as the dates themselves do."""

from datetime import date, timedelta

import pytest
from django.db import connection, models
from django.test.utils import isolate_apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from endimpunity.foundation.date_lookups import contained, overlapping
from endimpunity.foundation.partial_dates import PartialDate

pytestmark = pytest.mark.django_db

# A few days, so that ends often meet.
days = st.dates(date(2015, 1, 1), date(2015, 1, 12))
ends = st.none() | days


@st.composite
def pairs(draw):
    earliest, latest = draw(ends), draw(ends)
    if earliest and latest and earliest > latest:
        return latest, earliest
    return earliest, latest


@pytest.fixture
def dated():
    """Return a model with a partial date, whose table lasts for one test."""
    with isolate_apps("endimpunity.foundation"):

        class Dated(models.Model):
            met_earliest = models.DateField(null=True)
            met_latest = models.DateField(null=True)

            class Meta:
                app_label = "foundation"

    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE foundation_dated"
            " (id integer PRIMARY KEY, met_earliest date, met_latest date)"
        )
    return Dated


def _ids(queryset):
    return set(queryset.values_list("id", flat=True))


@given(st.lists(pairs(), max_size=12), days, st.integers(0, 5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_puts_the_same_dates_into_a_window(dated, met, first, length):
    dated.objects.all().delete()
    dated.objects.bulk_create(
        dated(id=key, met_earliest=earliest, met_latest=latest)
        for key, (earliest, latest) in enumerate(met)
    )
    last = first + timedelta(days=length)
    dates = [PartialDate(earliest=earliest, latest=latest) for earliest, latest in met]
    possibly = {key for key, one in enumerate(dates) if one.possibly_in(first, last)}
    surely = {key for key, one in enumerate(dates) if one.surely_in(first, last)}
    everything = set(range(len(met)))
    rows = dated.objects
    assert _ids(rows.filter(overlapping("met", first, last))) == possibly
    assert _ids(rows.filter(contained("met", first, last))) == surely
    assert _ids(rows.exclude(overlapping("met", first, last))) == everything - possibly
    assert _ids(rows.filter(~contained("met", first, last))) == everything - surely


@pytest.mark.parametrize("lookup", [overlapping, contained])
def test_a_window_that_ends_before_it_begins_is_refused(lookup):
    with pytest.raises(ValueError, match="ends before it begins"):
        lookup("met", date(2015, 1, 2), date(2015, 1, 1))
