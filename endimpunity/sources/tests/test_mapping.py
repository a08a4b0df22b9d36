from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.rules.mapping import (
    Column,
    FileOptions,
    UnableToReadMapping,
    read_mapping,
)
from endimpunity.sources.vocabulary import FIELDS

WHOLE = """
publisher = "CPJ"
[file]
encoding = "cp1252"
delimiter = ";"
sheet = "List"
header_row = 3
[columns]
name = " name  of  victim "
date = ["date", "date#2"]
place = {join = ["town", "country"]}
manner = "type of death"
impunity = "Impunity (for Murder)"
[values.impunity]
" Complete   IMPUNITY" = "COMPLETE_IMPUNITY"
"none" = ""
[dates]
order = "mdy"
[defaults]
role = "JOURNALIST"
country = "PS"
conflict = true
year = 2012
[strict]
values = true
"""


def read(text):
    return read_mapping(text, name="mine.toml")


def test_a_whole_mapping_is_read():
    mapping = read(WHOLE)
    assert mapping.publisher.code == "CPJ"
    assert mapping.file == FileOptions(
        encoding="cp1252",
        delimiter=";",
        sheet="List",
        header_row=3,
    )
    assert mapping.columns["name"] == Column(how="FIRST", headers=("name of victim",))
    assert mapping.columns["date"].headers == ("date", "date#2")
    assert mapping.columns["place"].how == "JOIN"
    assert mapping.values == {
        "impunity": {"complete impunity": "COMPLETE_IMPUNITY", "none": ""},
    }
    assert mapping.date_order == "MDY"
    assert mapping.defaults == {
        "role": "JOURNALIST",
        "country": "PS",
        "conflict": "true",
        "year": "2012",
    }
    assert mapping.strict_values


def test_the_facts_of_a_publisher_can_be_stated():
    facts = read(
        """
        [publisher]
        code = "UNION"
        name = "A union"
        licence = "facts-and-link"
        coverage_from = 1992-01-01
        [columns]
        name = "x"
        """,
    ).publisher
    assert facts.code == "UNION"
    assert facts.licence == "FACTS_AND_LINK"
    assert facts.coverage_from == date(1992, 1, 1)


def test_a_name_column_may_hold_several_people():
    column = read('[columns]\nname = {people = "victims"}').columns["name"]
    assert column == Column(how="PEOPLE", headers=("victims",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "no TOML"),
        ('[column]\nname = "x"', ': did you mean "columns"? Allowed'),
        ("", "[columns] says nothing"),
        ('[columns]\nnames = "x"', 'did you mean "name"'),
        ("[columns]\nname = 3", "must be"),
        ("[columns]\nname = []", "names no header"),
        ('[columns]\nname = {joins = ["x"]}', "must be"),
        ('[columns]\ndate = {people = "x"}', "must be"),
        ('[columns]\nname = ["x", 3]', "list of texts"),
        ('columns = "x"', "must be a section"),
        ('[columns]\nname="x"\n[values.impunty]\na="b"', 'did you mean "impunity"'),
        ('[columns]\nname="x"\n[values.outlets]\na="b"', "whose values have codes"),
        (
            '[columns]\nname="x"\n[values.impunity]\na="COMPLETE"',
            'did you mean "COMPLETE_IMPUNITY"',
        ),
        ('[columns]\nname="x"\n[values.country]\na="Atlantis"', "no country"),
        ('[columns]\nname="x"\n[values.tortured]\na="perhaps"', "true, false"),
        ('[columns]\nname="x"\n[defaults]\nrole="1"', "no value of role. Allowed are"),
        ('[columns]\nname="x"\n[defaults]\nroles="JOURNALIST"', 'did you mean "role"'),
        ('[columns]\nname="x"\n[defaults]\ncountry="Atlantis"', "no country"),
        ('[columns]\nname="x"\n[defaults]\noutlets=["a"]', "must be a text"),
        ('[columns]\nname="x"\n[dates]\norder="DDMM"', "MDY, DMY, YMD"),
        ('[columns]\nname="x"\n[dates]\nformat="x"', "not a key of [dates]. Allowed"),
        ('[columns]\nname="x"\n[strict]\nvalues="yes"', "true or false"),
        ('[columns]\nname="x"\n[file]\nencodng="x"', 'did you mean "encoding"'),
        ('[columns]\nname="x"\n[file]\nencoding="utf-9"', "not known"),
        ('[columns]\nname="x"\n[file]\ndelimiter="--"', "one character"),
        ('[columns]\nname="x"\n[file]\nsheet=1.5', "a number from 1"),
        ('[columns]\nname="x"\n[file]\nheader_row=0', "from 1"),
        ('publisher="c p j"\n[columns]\nname="x"', "capitals"),
        ('publisher=3\n[columns]\nname="x"', "must be a code"),
        ('[publisher]\nname="x"\n[columns]\nname="x"', "capitals"),
        (
            '[publisher]\ncode="X"\nlicence="free"\n[columns]\nname="x"',
            "facts-and-link",
        ),
        ('[publisher]\ncode="X"\ncoverage_from="1992"\n[columns]\nname="x"', "a day"),
    ],
)
def test_a_typo_is_refused_with_what_would_be_right(text, said):
    with pytest.raises(UnableToReadMapping) as refusal:
        read(text)
    assert said in str(refusal.value)
    assert str(refusal.value).startswith("mine.toml")


def test_every_field_can_be_mapped():
    text = "[columns]\n" + "\n".join(f'{field} = "{field}"' for field in FIELDS)
    assert tuple(read(text).columns) == FIELDS


def test_missing_headers_are_refused_with_those_that_are_there():
    sentence = read(WHOLE).missing(("name of victim", "date", "date#2", "Town"))
    assert '"town" (for place: did you mean "Town"?)' in sentence
    assert '"Town"' in sentence
    assert read('[columns]\nname="x"').missing(("x", "y")) is None


def test_the_version_changes_with_what_changes_the_reading_alone():
    version = read(WHOLE).fingerprint
    assert read("# a note\n" + WHOLE.replace('"CPJ"', '"RSF"')).fingerprint == version
    assert read(WHOLE.replace("mdy", "dmy")).fingerprint != version
    assert read(WHOLE.replace('"JOURNALIST"', '"OTHER"')).fingerprint != version
    assert read(WHOLE.replace("values = true", "values = false")).fingerprint != version
    assert len(version) == 64


@given(st.text(max_size=200))
def test_any_text_is_a_mapping_or_is_refused(text):
    with pytest.raises(UnableToReadMapping):
        read(text + "\n[columns]\nnothing = 1")
