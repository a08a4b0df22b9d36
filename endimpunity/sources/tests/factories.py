"""Rows and chains made by the project for the tests of lists."""

import json
from itertools import count

from endimpunity.sources.rules.chain import Chain
from endimpunity.sources.rules.listed import ListedRow

_keys = count(1)


def values(name, year=2011, country="XA", outlets=("Radio One",), **more):
    return {
        "name": name,
        "year": year,
        "country": country,
        "outlets": list(outlets),
        **more,
    }


def listed(*said):
    """Return rows of one file, numbered from 1, as the chain takes them."""
    rows = []
    for number, one in enumerate(said, 1):
        text = json.dumps(one, sort_keys=True)
        rows.append(
            ListedRow(
                number=number,
                row_id=next(_keys),
                digest=text,
                values_json=text,
                version_digest=text,
            ),
        )
    return rows


def empty_chain(judgements=None):
    return Chain([], lambda _keys: {}, {}, judgements or {})


def advance(chain, rows, mapping_version="m1"):
    """Put a file into the chain and remember what it said."""
    step = chain.advance(rows, mapping_version)
    chain.keep_saying(step.placed)
    return step


def places(step):
    """Return row number -> place of its record."""
    return {found.row.number: found.place for found in step.placed}
