"""UNESCO's data set fej001, on invented rows with every fault it was met with."""

import csv
import io
import json
from datetime import date

import pytest

from endimpunity.sources.rules.layouts import detect_layout, known_headers
from endimpunity.sources.rules.normalising import Normaliser
from endimpunity.sources.rules.tables import FileOptions, open_table

OUTLINE = {
    "type": "Feature",
    "geometry": {"type": "MultiPolygon", "coordinates": [[[[1.5, 2.5]] * 400]]},
    "properties": {},
}
NULLS = (
    "description_es",
    "description_fr",
    "language",
    "main_image",
    "strapi_stage",
    "strapi_assignee",
)


def entry(number, name, **said):
    """Return an invented record with the 41 keys of the data set."""
    return {
        "id": number,
        "uuid": f"00000000-0000-4000-8000-{number:012}",
        "documentid": f"doc{number}",
        "title_en": name,
        "createdat": "2024-01-01T00:00:00+00:00",
        "updatedat": "2024-01-02T00:00:00+00:00",
        "publishedat": "2024-01-02T00:00:00+00:00",
        "nationality": ["Peruvian"],
        "gender": "Female",
        "age": None,
        "staff": "Staff",
        "local": "Local",
        "date": "2012-05-01",
        "media": "Print",
        "area_coverage": None,
        "conflict_zone": "False",
        "conflict_zone_calc": "Not a Conflict Zone",
        "countries": "PE",
        "calc_country_code": "PE",
        "calc_country": name,
        "country_title_en": "Peru",
        "country_uuid": "x",
        "country_regional_group": "Latin America and the Caribbean",
        "coordinates": {"lon": -72.0, "lat": -13.5},
        "country_geometry": OUTLINE,
        "geo_shape": OUTLINE,
        "enquiry_status": "Ongoing/Unresolved",
        "enquiry_status_home": "Ongoing/Unresolved",
        "enquiry_status_min": "Ongoing/Unresolved",
        "enquiry_status_stat": "Ongoing/Unresolved",
        "date_resolution": None,
        "description_en": "{'id': 7, 'url': 'https://x.org/dg', 'title': None}",
        "dg_request": "[{'id': 1, 'text_1': '2013', 'text_2': ''}]",
        "state_response": "[]",
        "state_acknowledgements": "[]",
        **dict.fromkeys(NULLS),
        **said,
    }


ENTRIES = [
    entry(1, "Ana Vale"),
    entry(
        2,
        "Rui d'Alba",
        gender="Male",
        age=41,
        staff="Freelancer",
        local="Foreign",
        nationality=["American", "Peruvian"],
        media="Cross-platform",
        area_coverage="Conflict and crisis",
        conflict_zone="True",
        enquiry_status="Resolved",
        enquiry_status_stat="New request",
        date_resolution=2019,
        dg_request="[{'id': 1, 'text_1': '2013', 'text_2': 'https://x.org/q?a=b'},"
        " {'id': 2, 'text_1': '2014', 'text_2': None}]",
        state_response="[{'id': 3, 'text_1': \"2015\", 'text_2': '', 'ok': True}]",
        state_acknowledgements="[{'id': 4, 'text_1': '2014', 'text_2': ''}]",
        description_en="{'id': 8, 'url': 'https://x.org/l\\'été', 'title': \"A 'T'\"}",
    ),
    entry(
        3,
        "Mina Toral",
        nationality=None,
        staff=None,
        date="1993-06-02",
        countries=None,
        calc_country_code=None,
        country_title_en=None,
        country_uuid=None,
        country_regional_group=None,
        coordinates=None,
        country_geometry=None,
        geo_shape=None,
        enquiry_status=None,
        enquiry_status_home=None,
        enquiry_status_min=None,
        enquiry_status_stat=None,
        description_en=None,
        dg_request=None,
        state_response=None,
    ),
    entry(
        4,
        "Ivo Stan",
        staff="Not indicated",
        enquiry_status=None,
        enquiry_status_home="Unresolved \u2013 Archived",
        countries=None,
        calc_country_code=None,
    ),
    entry(
        5,
        "Noor Sa",
        enquiry_status="Ongoing/Unresolved \u2013 Reported by Member State as killed by"
        " foreign actors beyond national jurisdiction",
    ),
    entry(6, "Tomas Herrán", enquiry_status="No Information Received So Far"),
    entry(7, "Salim Fadel", enquiry_status="New request"),
]


def as_json():
    return json.dumps(ENTRIES, ensure_ascii=False).encode()


def as_csv():
    """Return the CSV of an Opendatasoft server: semicolons, nested values as JSON."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(ENTRIES[0])
    for each in ENTRIES:
        writer.writerow(
            "" if cell is None else cell if isinstance(cell, str) else json.dumps(cell)
            for cell in each.values()
        )
    return file.getvalue().encode("utf-8-sig")


@pytest.fixture(params=[as_json, as_csv])
def results(request):
    table = open_table(
        io.BytesIO(request.param()),
        name="fej001",
        options=FileOptions(),
        longest_cell=1_000_000,
        known_headers=known_headers(),
    )
    assert len(table.headers) == 41
    layout = detect_layout(table.headers)
    assert layout
    assert layout.name == "unesco-fej001"
    reader = Normaliser(layout, table.headers, stated_on=date(2026, 5, 1))
    return [reader.row(row.cells) for row in table.rows if row.problem is None]


@pytest.fixture
def values(results):
    return [result.values for result in results]


def test_every_row_comes_in_and_nothing_is_unread(results):
    assert len(results) == len(ENTRIES)
    assert all(result.values for result in results)
    assert [result.unknown for result in results] == [[]] * len(ENTRIES)


def test_a_plain_row_is_read(values):
    assert values[0] == {
        "name": "Ana Vale",
        "date": {
            "text": "2012-05-01",
            "earliest": "2012-05-01",
            "latest": "2012-05-01",
        },
        "country": "PE",
        "nationality": ["Peruvian"],
        "sex": "FEMALE",
        "age": None,
        "employment": "STAFF",
        "local_foreign": "LOCAL",
        "media": ["Print"],
        "beats": None,
        "unesco_status": "ONGOING_UNRESOLVED",
        "resolved_year": None,
        "requests": [{"year": 2013, "url": None}],
        "responses": [],
        "acknowledgements": [],
        "conflict": False,
        "url": "https://x.org/dg",
        "external_id": "00000000-0000-4000-8000-000000000001",
    }


def test_the_country_is_not_taken_from_the_column_that_holds_the_name(values):
    assert [each["country"] for each in values] == ["PE", "PE", None, "PE"] + ["PE"] * 3


def test_a_row_without_a_country_is_counted_as_such(results):
    assert [each.country_unknown for each in results].count(True) == 1


def test_python_literals_are_read(values):
    assert values[1]["requests"] == [
        {"year": 2013, "url": "https://x.org/q?a=b"},
        {"year": 2014, "url": None},
    ]
    assert values[1]["responses"] == [{"year": 2015, "url": None}]
    assert values[1]["acknowledgements"] == [{"year": 2014, "url": None}]
    assert values[1]["url"] == "https://x.org/l'été"


def test_blank_is_not_an_empty_list(values):
    assert values[2]["requests"] is None
    assert values[2]["responses"] is None
    assert values[2]["acknowledgements"] == []


def test_several_nationalities_are_kept(values):
    assert values[1]["nationality"] == ["American", "Peruvian"]
    assert values[2]["nationality"] is None


def test_texts_that_stand_for_truth_and_numbers_are_read(values):
    assert values[1]["conflict"] is True
    assert values[1]["age"] == 41
    assert values[1]["resolved_year"] == 2019


def test_of_the_four_status_columns_the_first_that_says_something_counts(values):
    assert [each["unesco_status"] for each in values] == [
        "ONGOING_UNRESOLVED",
        "RESOLVED",
        None,
        "ARCHIVED",
        "BEYOND_JURISDICTION",
        "NO_INFORMATION",
        "NEW_REQUEST",
    ]


def test_employment_not_indicated_is_not_silence(values):
    assert values[3]["employment"] == "UNKNOWN"
    assert values[2]["employment"] is None
