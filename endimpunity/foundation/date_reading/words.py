"""The words dates are written in, without marks and case: lists of six languages."""

from typing import Final


def _numbered(*names: str) -> dict[str, int]:
    """Return each word of the space-separated names with its month's number."""
    return {
        word: number
        for number, spellings in enumerate(names, start=1)
        for word in spellings.split()
    }


def _words(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())


# Twelve months a language; a word may have several spellings.
MONTHS: Final = {
    **_numbered(
        *("january jan", "february feb febr", "march mar", "april apr", "may"),
        *("june jun", "july jul", "august aug", "september sep sept"),
        *("october oct", "november nov", "december dec"),
    ),
    **_numbered(
        *("janvier janv", "fevrier fevr fev", "mars", "avril avr", "mai", "juin"),
        *("juillet juil", "aout", "septembre", "octobre", "novembre", "decembre"),
    ),
    **_numbered(
        *("enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio"),
        *("agosto ago", "septiembre setiembre", "octubre", "noviembre"),
        *("diciembre dic",),
    ),
    **_numbered(
        *("январь января янв", "февраль февраля фев", "март марта", "апрель апреля"),
        *("маи мая", "июнь июня", "июль июля", "август августа авг"),
        *("сентябрь сентября сен", "октябрь октября окт", "ноябрь ноября ноя"),
        *("декабрь декабря дек",),
    ),
    **_numbered(
        *("يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو"),
        *("اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر"),
    ),
    # The names of the Levant and Iraq; those of two words are joined by PHRASES.
    **_numbered(
        *("كانونالثاني", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب"),
        *("ايلول", "تشرينالاول", "تشرينالثاني", "كانونالاول"),
    ),
}

# First (month, day) and last (month, day) of a northern season, by the sky and by
# the calendar together: the first of a month to the equinox or solstice.
SPRING: Final = ((3, 1), (6, 21))
SUMMER: Final = ((6, 1), (9, 23))
AUTUMN: Final = ((9, 1), (12, 22))
WINTER: Final = ((12, 1), (3, 21))
SEASONS: Final = {
    **dict.fromkeys(("spring", "springtime", "printemps", "primavera"), SPRING),
    **dict.fromkeys(("summer", "summertime", "ete", "verano"), SUMMER),
    **dict.fromkeys(("autumn", "fall", "automne", "otono"), AUTUMN),
    **dict.fromkeys(("winter", "wintertime", "hiver", "invierno"), WINTER),
}

EARLY, MID, LATE = "early", "mid", "late"
PARTS: Final = {
    **dict.fromkeys(
        ("early", "beginning", "start", "debut", "principios", "comienzos"), EARLY
    ),
    **dict.fromkeys(("mid", "middle", "mi", "milieu", "mediados"), MID),
    **dict.fromkeys(("late", "end", "fin", "finales", "fines"), LATE),
}
# Thirds of a month, each two days wider, and of a year, each a month wider: nobody
# who writes "mid-April" counts the days.
DAYS_OF_PART: Final = {EARLY: (1, 12), MID: (9, 22), LATE: (19, 31)}
MONTHS_OF_PART: Final = {EARLY: (1, 5), MID: (4, 9), LATE: (8, 12)}

BEFORE, AFTER, BY, SINCE, FROM = "before", "after", "by", "since", "from"
# A death is disclosed, or a body found, on the day of the death or later; a person
# is abducted or last seen on that day or sooner.
BOUNDS: Final = {
    **dict.fromkeys(("before", "avant", "antes"), BEFORE),
    **dict.fromkeys(("after", "apres", "despues"), AFTER),
    **dict.fromkeys(
        (
            *("by", "disclosed", "announced", "reported", "revealed", "confirmed"),
            *("found", "discovered"),
        ),
        BY,
    ),
    **dict.fromkeys(
        ("since", "missing", "disappeared", "abducted", "kidnapped", "depuis"),
        SINCE,
    ),
    **dict.fromkeys(("from", "desde"), FROM),
}

RANGE_WORDS: Final = frozenset({"to", "through", "thru", "au", "al"})
UNTIL_WORDS: Final = frozenset({"until", "till", "hasta"})
BETWEEN_WORDS: Final = frozenset({"between", "entre"})
AND_WORDS: Final = frozenset({"and", "et", "y", "&"})
UNKNOWN_WORDS: Final = _words(
    "unknown undetermined unspecified inconnu inconnue desconocido desconocida",
)
# Words that add nothing to the days a text can mean. A word that is in no table
# leaves the whole text unread: "about", "not" and "perhaps" are among those.
FILLERS: Final = _words(
    "or ou o on in at of the a an either during sometime some time date day month",
    "year exact precise death died killed body dead was were is and then",
    "night overnight evening morning afternoon dawn nuit noche",
    "le la les el los de del du des en un una",
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue tues wed thu thur thurs fri sat sun",
)

# Several words that mean one of the tables above.
PHRASES: Final = {
    "no later than": "by",
    "not later than": "by",
    "not after": "by",
    "on or before": "by",
    "up to": "by",
    "no earlier than": "since",
    "not before": "since",
    "on or after": "since",
    "last seen": "since",
    "went missing": "since",
    "prior to": "before",
    "كانون الثاني": "كانونالثاني",
    "كانون الاول": "كانونالاول",
    "تشرين الثاني": "تشرينالثاني",
    "تشرين الاول": "تشرينالاول",
}

# Whole texts that say there is no date; they are read, and mean any day.
NO_DATE: Final = frozenset(
    {
        *("", "-", "--", "?", "n/a", "na", "n.a", "nd", "n.d", "none", "null", "nan"),
        *("nil", "tbd", "tbc", "undated", "no date", "not known", "not available"),
        *("not stated", "неизвестно", "дата неизвестна", "غير معروف", "مجهول"),
        *("未知", "不详", "日期不详", "日期未知"),
    }
)
