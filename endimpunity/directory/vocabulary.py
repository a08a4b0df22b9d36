"""Words of the directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# The six official languages of the United Nations, as the program writes them.
LANGUAGES = ("ar", "zh-hans", "en", "fr", "ru", "es")


class StateKind(models.TextChoices):
    """What a code stands for; it says nothing of anybody's status."""

    STATE = "STATE", _("State")
    TERRITORY = "TERRITORY", _("territory")
    FORMER = "FORMER", _("former State or territory")


class NameListKind(models.TextChoices):
    """Whose names a list holds; the later kind goes before the earlier."""

    CLDR = "CLDR", _("Unicode's common names")
    CONTESTED = "CONTESTED", _("this program's table of contested names")
    OFFICIAL = "OFFICIAL", _("an organisation's official names")


class Scheme(models.TextChoices):
    """By whose scheme a State belongs to something."""

    UNESCO = "UNESCO", _("membership of UNESCO")
    UNESCO_ELECTORAL = "UNESCO_ELECTORAL", _("electoral group of UNESCO")
    UNESCO_REGION = "UNESCO_REGION", _("region of UNESCO's data")
    M49_REGION = "M49_REGION", _("region of the UN standard M49")
    M49_SUBREGION = "M49_SUBREGION", _("sub-region of the UN standard M49")


class Grade(models.TextChoices):
    """How well a shipped fact is known."""

    READ = "READ", _("read at the source named")
    DERIVED = "DERIVED", _("derived from facts that were read")
    RECALLED = "RECALLED", _("not confirmed at a source yet")


class Region(models.TextChoices):
    """The five regions of UNESCO's data set of killed journalists."""

    AFRICA = "AFRICA", _("Africa")
    ARAB_STATES = "ARAB_STATES", _("Arab States")
    ASIA_PACIFIC = "ASIA_PACIFIC", _("Asia and the Pacific")
    EUROPE_NORTH_AMERICA = "EUROPE_NORTH_AMERICA", _("Europe and North America")
    LATIN_AMERICA_CARIBBEAN = (
        "LATIN_AMERICA_CARIBBEAN",
        _("Latin America and the Caribbean"),
    )


class Layout(models.TextChoices):
    """How the World Bank lays out a population file."""

    LONG = "LONG", _("one row a country and year")
    WIDE = "WIDE", _("one row a country, one column a year")


class Fault(models.TextChoices):
    """What can be wrong with a file, as a sentence about %(value)s."""

    ENCODING = "ENCODING", _("The file is not UTF-8 text. Save it as CSV UTF-8.")
    CSV = "CSV", _("This is not CSV: %(value)s. Save the table as CSV again.")
    EMPTY = "EMPTY", _("The file has no rows. Choose the file that has them.")
    HEADER = (
        "HEADER",
        _(
            "There is no header of the World Bank's population tables: Country Name,"
            " Country Code and either Year and Value or one column a year. Download"
            " indicator SP.POP.TOTL as CSV."
        ),
    )
    NAME_HEADER = (
        "NAME_HEADER",
        _(
            "The header is “%(value)s”. Name the columns code, language, name and, if"
            " you have it, formal."
        ),
    )
    SHORT = (
        "SHORT",
        _("The row has not as many cells as the header. Complete or remove it."),
    )
    INDICATOR = (
        "INDICATOR",
        _("The row is of indicator %(value)s. Only SP.POP.TOTL counts people."),
    )
    YEAR = "YEAR", _("“%(value)s” is no year. Write four digits.")
    NUMBER = "NUMBER", _("“%(value)s” is no number of people. Write it in digits.")
    NO_STATE = (
        "NO_STATE",
        _(
            "No row has both a number and the three-letter code of a State. Choose"
            " the file of countries, not that of regions."
        ),
    )
    CODE = "CODE", _("“%(value)s” is no code of a State. Use two letters, as ML.")
    LANGUAGE = (
        "LANGUAGE",
        _("“%(value)s” is none of the languages ar, zh-hans, en, fr, ru and es."),
    )
    NO_NAME = "NO_NAME", _("The name of %(value)s is empty. Write it or drop the row.")
    LONG_NAME = (
        "LONG_NAME",
        _("The name of %(value)s is too long: 200 characters, 300 if formal."),
    )
    TWICE = "TWICE", _("%(value)s is there twice. Keep one of the two rows.")
    MISSING_LANGUAGE = (
        "MISSING_LANGUAGE",
        _("Languages are missing for %(value)s. Give every State all six."),
    )
    LIST_CODE = (
        "LIST_CODE",
        _(
            "“%(value)s” cannot be the code of your list: CONTESTED and CLDR- are the"
            " program's own. Give another with --code."
        ),
    )
    VINTAGE = (
        "VINTAGE",
        _(
            "There is a vintage “%(value)s” with other numbers, and it is kept. Give"
            " this one another name with --vintage."
        ),
    )
