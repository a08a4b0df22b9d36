"""Files of organisations and of the World Bank, made for tests."""

from endimpunity.directory.vocabulary import LANGUAGES

WIDE = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")


def a_name_list(*rows: str, header: str = "code,language,name") -> bytes:
    """Make a list of names out of its lines."""
    return "\n".join((header, *rows)).encode()


def six_names(code: str, name: str) -> list[str]:
    """Make one State's lines in all six languages."""
    return [f"{code},{language},{name} {language}" for language in LANGUAGES]


def a_long_table(*rows: str) -> bytes:
    """Make a population file of the long layout."""
    return "\r\n".join(("Country Name,Country Code,Year,Value", *rows)).encode()


def a_wide_table(*rows: str, updated: str = "2026-07-01") -> bytes:
    """Make a population file of the wide layout, as the World Bank sends it."""
    preamble = (
        '"Data Source","World Development Indicators",',
        "",
        f'"Last Updated Date","{updated}",',
        "",
        ",".join(f'"{name}"' for name in (*WIDE, "1960", "1961", "")),
    )
    return "\ufeff".encode() + "\r\n".join((*preamble, *rows)).encode()
