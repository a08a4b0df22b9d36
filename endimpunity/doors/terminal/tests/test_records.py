"""The records of a list are printed for as long as somebody reads."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command

from endimpunity.doors.terminal.management.commands import import_list, records
from endimpunity.foundation.partial_dates import PartialDate
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
                    record=1,
                    stated_on=as_of,
                    row=1,
                    values=values,
                    known=PartialDate(earliest=None, latest=as_of),
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


@pytest.mark.django_db
def test_with_json_each_date_has_its_bounds_beside_the_words_of_the_list(tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("name,date\nAda Bel,Unknown\nIvo Sol,5 May 2012\n")
    words = tmp_path / "lista.toml"
    words.write_text('publisher = "LISTA"\n[columns]\nname = "name"\ndate = "date"\n')
    call_command(
        import_list.Command(),
        str(file),
        "--publisher=LISTA",
        "--stated-on=2016-10-31",
        f"--mapping={words}",
        stderr=io.StringIO(),
    )
    out = io.StringIO()
    call_command(records.Command(), "--publisher=LISTA", "--json", stdout=out)
    unknown, exact = map(json.loads, out.getvalue().splitlines())
    assert unknown["date"] == {"text": "Unknown", "earliest": None, "latest": None}
    assert unknown["date_cut"] == {
        "earliest": None,
        "latest": "2016-10-31",
        "inferred": ["LATEST_FROM_STATED_ON"],
    }
    assert exact["date_cut"] == {
        "earliest": "2012-05-05",
        "latest": "2012-05-05",
        "inferred": [],
    }
