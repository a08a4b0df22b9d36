"""The records of a list are printed for as long as somebody reads."""

import datetime as dt
import io

import pytest
from django.core.management import call_command

from endimpunity.doors.terminal.management.commands import records
from endimpunity.sources import queries


class Left(io.StringIO):
    """An output that nobody reads after its first line."""

    def write(self, text):
        if self.getvalue():
            raise BrokenPipeError
        return super().write(text)


@pytest.mark.django_db
def test_a_list_that_nobody_reads_on_is_closed_while_the_database_is_open(
    monkeypatch,
):
    closed = []

    def endless(_code, *, as_of):
        try:
            while True:
                values = {"name": "Ada Bel"}
                yield queries.ListedRecord(
                    record=1, stated_on=as_of, row=1, values=values
                )
        finally:
            closed.append(as_of)

    monkeypatch.setattr(queries, "latest_snapshot", lambda _code: True)
    monkeypatch.setattr(queries, "records_of_list", endless)
    with pytest.raises(BrokenPipeError) as left:
        call_command(records.Command(), "--publisher", "LISTA", stdout=Left())
    assert closed
    assert isinstance(closed[0], dt.date)
    # Held until here: only closing, never the collector, may have ended the list.
    assert left.tb is not None
