"""What this room adds to the invented world: attacks, people, and what justice did.

`attacks`, `justice`, `sayings` and `setting` make it up without a database;
`rows`, `lists` and `loading` write it as a real registry would stand.
"""

from endimpunity.cases.demo.loading import (
    LAST_MOMENT,
    MOST_CASES,
    LoadedDemo,
    UnableToLoadDemo,
    load_demo,
)

__all__ = [
    "LAST_MOMENT",
    "MOST_CASES",
    "LoadedDemo",
    "UnableToLoadDemo",
    "load_demo",
]
