"""UNESCO's data set in every form it comes in, with no column but the documented."""

import csv
import io
import json
from datetime import date

import pytest

from endimpunity.sources.rules.layouts import (
    detect_layout,
    fields_without_column,
    known_headers,
)
from endimpunity.sources.rules.normalising import Normaliser
from endimpunity.sources.rules.tables import FileOptions, open_table
from endimpunity.sources.tests.lists import sightings, take_in

FULL = {
    "uuid": "00000000-0000-4000-8000-000000000001",
    "documentid": "d1",
    "title_en": "Ana Vale",
    "calc_country": "Ana Vale",
    "date": "2012-05-01",
    "nationality": ["Peruvian", "American"],
    "gender": "Female",
    "age": 41,
    "local": "Local",
    "media": "Cross-platform",
    "staff": "Freelancer",
    "area_coverage": "Corruption",
    "conflict_zone": "True",
    "countries": "PE",
    "country_regional_group": "Latin America and the Caribbean",
    "coordinates": {"lon": -72.0, "lat": -13.5},
    "enquiry_status": "Resolved",
    "enquiry_status_home": "Resolved",
    "enquiry_status_min": "Ongoing/Unresolved",
    "enquiry_status_stat": "New request",
    "date_resolution": 2019,
    "dg_request": "[{'id': 1, 'text_1': '2013', 'text_2': ''}]",
    "state_response": "[{'id': 2, 'text_1': '2014', 'text_2': None, 'ok': True}]",
    "state_acknowledgements": "[]",
    "description_en": "https://www.unesco.org/en/articles/ana",
}
BARE = {
    **dict.fromkeys(FULL),
    "uuid": "00000000-0000-4000-8000-000000000002",
    "title_en": "Rui Alba",
    "calc_country": "Rui Alba",
    "date": "1993-06-02",
    "gender": "Male",
    "local": "Foreign",
    "conflict_zone": "False",
}
PEOPLE = [FULL, BARE]
LEAST = ("title_en", "date", "countries", "enquiry_status", "calc_country")


def said_only(entry):
    return {key: value for key, value in entry.items() if value is not None}


def comma_separated(entries, delimiter=","):
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(FULL), restval="", delimiter=delimiter)
    writer.writeheader()
    for entry in entries:
        # As a data frame writes lists: the way Python does.
        writer.writerow({key: str(value) for key, value in said_only(entry).items()})
    return file.getvalue().encode()


def as_json(wrapped):
    return json.dumps(wrapped, ensure_ascii=False).encode()


FORMS = {
    "an array": as_json(PEOPLE),
    "an array without the keys that say nothing": as_json(
        [said_only(each) for each in PEOPLE],
    ),
    "the answer of the second interface": as_json(
        {"total_count": 2, "results": PEOPLE},
    ),
    "the answer of the first interface": as_json(
        {
            "nhits": 2,
            "records": [
                {"datasetid": "fej001", "recordid": "r", "fields": said_only(each)}
                for each in PEOPLE
            ],
        },
    ),
    "the first interface, the bare one first": as_json(
        {"records": [{"fields": said_only(each)} for each in reversed(PEOPLE)]},
    ),
    "CSV with semicolons": comma_separated(PEOPLE, ";"),
    "CSV with commas": comma_separated(PEOPLE),
}


def read(content):
    table = open_table(
        io.BytesIO(content),
        name="fej001",
        options=FileOptions(),
        longest_cell=1_000_000,
        known_headers=known_headers(),
    )
    layout = detect_layout(table.headers)
    assert layout
    assert layout.name == "unesco-fej001"
    reader = Normaliser(layout, table.headers, stated_on=date(2026, 5, 1))
    results = [reader.row(row.cells) for row in table.rows if row.problem is None]
    return layout, results


@pytest.mark.parametrize("form", FORMS)
def test_both_people_come_in_with_all_that_is_said_of_them(form):
    layout, results = read(FORMS[form])
    assert fields_without_column(layout) == []
    assert [each.quarantine for each in results] == [None, None]
    assert [each.unknown for each in results] == [[], []]
    full, bare = sorted(
        (each.values for each in results), key=lambda one: one["external_id"]
    )
    assert full == {
        "name": "Ana Vale",
        "date": {
            "text": "2012-05-01",
            "earliest": "2012-05-01",
            "latest": "2012-05-01",
        },
        "country": "PE",
        "nationality": ["Peruvian", "American"],
        "sex": "FEMALE",
        "age": 41,
        "employment": "FREELANCE",
        "local_foreign": "LOCAL",
        "media": ["Cross-platform"],
        "beats": ["Corruption"],
        "unesco_status": "RESOLVED",
        "resolved_year": 2019,
        "requests": [{"year": 2013, "url": None}],
        "responses": [{"year": 2014, "url": None}],
        "acknowledgements": [],
        "conflict": True,
        "url": "https://www.unesco.org/en/articles/ana",
        "external_id": FULL["uuid"],
    }
    assert {key: value for key, value in bare.items() if value is not None} == {
        "name": "Rui Alba",
        "date": {
            "text": "1993-06-02",
            "earliest": "1993-06-02",
            "latest": "1993-06-02",
        },
        "sex": "MALE",
        "local_foreign": "FOREIGN",
        "conflict": False,
        "external_id": BARE["uuid"],
    }
    assert set(bare) == set(full)


@pytest.mark.parametrize("left_out", sorted(set(FULL) - {*LEAST}))
def test_a_column_that_the_file_lacks_is_silence_and_no_refusal(left_out):
    entry = {key: value for key, value in FULL.items() if key != left_out}
    layout, (result,) = read(as_json([entry]))
    assert result.quarantine is None
    assert result.values["name"] == "Ana Vale"
    assert not {*fields_without_column(layout)} & {*result.values}


def test_of_four_columns_of_status_those_that_are_there_count():
    statuses = [key for key in FULL if key.startswith("enquiry_status")]
    entry = {
        key: None if key == "enquiry_status" else value
        for key, value in FULL.items()
        if key not in statuses or key in {"enquiry_status", "enquiry_status_stat"}
    }
    _, (result,) = read(as_json([entry]))
    assert result.values["unesco_status"] == "NEW_REQUEST"


def test_the_fewest_columns_are_enough_and_the_rest_is_silent():
    layout, (result,) = read(as_json([{key: FULL[key] for key in LEAST}]))
    assert set(result.values) == {"name", "date", "country", "unesco_status"}
    assert {"url", "requests", "sex"} <= set(fields_without_column(layout))


@pytest.mark.django_db
def test_a_file_with_fewer_columns_takes_nothing_back(system):
    take_in(
        as_json(PEOPLE),
        "2026-05-01",
        by=system,
        code="UNESCO",
        mapping=None,
    )
    before = sightings()
    entries = [
        {key: value for key, value in entry.items() if key in {*LEAST, "uuid"}}
        for entry in PEOPLE
    ]
    report = take_in(
        as_json(entries),
        "2026-06-01",
        by=system,
        code="UNESCO",
        mapping=None,
    ).report
    assert (report.imported, report.unchanged) == (0, 2)
    assert "requests" in report.fields_without_column
    assert len(sightings()) == len(before) == 2
