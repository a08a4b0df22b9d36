"""The layouts of known lists: mappings like any other, shipped with the program."""

from functools import cache
from importlib import resources

from endimpunity.sources.rules.mapping import Mapping, read_mapping


@cache
def built_in_layouts() -> dict[str, Mapping]:
    """Return the built-in layouts by name."""
    folder = resources.files("endimpunity.sources") / "data" / "layouts"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )
    layouts = (
        read_mapping(file.read_text(encoding="utf-8"), name=file.name) for file in files
    )
    return {layout.name: layout for layout in layouts}


def detect_layout(headers: tuple[str, ...]) -> Mapping | None:
    """Return the one layout whose signature the headers hold, or None.

    Of two that fit, the one with the longer signature says more; two of one length
    are no answer. Columns beyond the signature that the file has not are left out:
    publishers add and drop columns, and JSON leaves out keys that say nothing.
    """
    has = frozenset(headers)
    fitting = [one for one in built_in_layouts().values() if one.signature <= has]
    longest = max((len(layout.signature) for layout in fitting), default=0)
    fitting = [layout for layout in fitting if len(layout.signature) == longest]
    return fitting[0].fitted(headers) if len(fitting) == 1 else None


def fields_without_column(layout: Mapping) -> list[str]:
    """Return the fields of a built-in layout for which a file has no column."""
    whole = built_in_layouts()[layout.name]
    return [field for field in whole.columns if field not in layout.columns]


def known_headers() -> frozenset[str]:
    """Return every header of every built-in layout."""
    layouts = built_in_layouts().values()
    return frozenset().union(*(one.signature | one.headers for one in layouts))


def sentence_on_no_layout(headers: tuple[str, ...]) -> str:
    """Return what to tell a person whose file has no known layout."""
    has = ", ".join(f'"{header}"' for header in headers)
    return (
        f"The columns of the file are those of no known layout. It has: {has}. Write a"
        ' mapping that says what they mean, as name = "…" under [columns], and give'
        " it with --mapping; docs/howto/import-a-list.md shows one."
    )
