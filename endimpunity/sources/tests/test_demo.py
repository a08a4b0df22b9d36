"""Codes of invented States mean a place to no list of a real publisher."""

from datetime import date

import pytest

from endimpunity.sources.rules.mapping import UnableToReadMapping, read_mapping
from endimpunity.sources.rules.normalising.readers import reader_of

MAPPING = """
publisher = "LISTA"
[columns]
name = "name"
country = "country"
[values.country]
"Nowhere" = "QM"
"""


def test_no_mapping_that_a_person_writes_may_mean_one():
    with pytest.raises(UnableToReadMapping, match="no country"):
        read_mapping(MAPPING, name="m.toml")


def test_no_cell_means_one_by_itself():
    read = reader_of("country", values={}, stated_on=date(2024, 1, 1), order=None)
    assert read("QM").refused
