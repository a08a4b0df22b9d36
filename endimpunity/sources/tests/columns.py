"""A normaliser of a few columns, for tests."""

from datetime import date

from endimpunity.sources.rules.mapping import read_mapping
from endimpunity.sources.rules.normalising import Normaliser

STATED_ON = date(2024, 3, 12)


def normaliser(columns, more="", *, headers=None, **words):
    mapping = read_mapping(
        "[columns]\n" + "\n".join(columns) + "\n" + more,
        name="mine.toml",
    )
    headers = headers or tuple(
        dict.fromkeys(h for c in mapping.columns.values() for h in c.headers),
    )
    return Normaliser(mapping, headers, stated_on=STATED_ON, **words)


def read(field, text, more=""):
    """Return what one cell of one field becomes, beside a name."""
    reader = normaliser(['name = "name"', f'{field} = "x"'], more)
    return reader.row(("Ana Vale", text))


def value(field, text, more=""):
    result = read(field, text, more)
    assert result.quarantine is None
    assert result.unknown == []
    return result.values[field]
