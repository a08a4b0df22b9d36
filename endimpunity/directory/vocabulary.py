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
    INVENTED = "INVENTED", _("names of the States of an invented world")


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


class OfficeKind(models.TextChoices):
    """What an office is."""

    RAPPORTEUR = "RAPPORTEUR", _("special rapporteur or representative")
    SECRETARIAT = "SECRETARIAT", _("secretariat of an organisation")
    PLATFORM = "PLATFORM", _("platform of alerts")
    HUMAN_RIGHTS = "HUMAN_RIGHTS", _("human rights institution")
    HEAD = "HEAD", _("head of State or of government")
    MINISTRY = "MINISTRY", _("ministry")
    PROSECUTION = "PROSECUTION", _("public prosecution")
    COURT = "COURT", _("court")
    POLICE = "POLICE", _("police")
    PARLIAMENT = "PARLIAMENT", _("parliament")
    MISSION = "MISSION", _("diplomatic mission")
    COMMISSION = "COMMISSION", _("national commission for UNESCO")
    OTHER = "OTHER", _("other office")


class Body(models.TextChoices):
    """The intergovernmental organisation that gave a mandate."""

    UN = "UN", _("United Nations")
    UNESCO = (
        "UNESCO",
        _("United Nations Educational, Scientific and Cultural Organization (UNESCO)"),
    )
    OAS = "OAS", _("Organization of American States")
    # AU is Australia, in the same column of a file.
    AFU = "AFU", _("African Union")
    OSCE = "OSCE", _("Organization for Security and Co-operation in Europe")
    COE = "COE", _("Council of Europe")


class PostKind(models.TextChoices):
    """What somebody in a post is."""

    MANDATE_HOLDER = "MANDATE_HOLDER", _("holder of the mandate")
    HEAD = "HEAD", _("head of the office")
    MINISTER = "MINISTER", _("minister")
    PROSECUTOR = "PROSECUTOR", _("prosecutor")
    JUDGE = "JUDGE", _("judge")
    AMBASSADOR = "AMBASSADOR", _("ambassador")
    DESK = "DESK", _("desk that takes letters")
    OTHER = "OTHER", _("other post")


class Channel(models.TextChoices):
    """How a post is reached."""

    EMAIL = "EMAIL", _("e-mail")
    POST = "POST", _("post")
    TELEPHONE = "TELEPHONE", _("telephone")
    WEB_FORM = "WEB_FORM", _("web form")


class Purpose(models.TextChoices):
    """What an address may be used for; one of official exchange is never shown."""

    PUBLIC = "PUBLIC", _("open to the public")
    OFFICIAL = "OFFICIAL", _("official exchange only")


class ReturnState(models.TextChoices):
    """Whether what was sent to an address last came back."""

    ARRIVES = "ARRIVES", _("arrives")
    DELAYED = "DELAYED", _("came back, may arrive later")
    RETURNED = "RETURNED", _("comes back for good")


class Origin(models.TextChoices):
    """Whether a statement came with the program or was proposed here."""

    SHIPPED = "SHIPPED", _("ships with the program")
    PROPOSED = "PROPOSED", _("proposed in this installation")


class NameOrigin(models.TextChoices):
    """Whose words an office's name is in a language."""

    OWN = "OWN", _("the body's own name")
    PROJECT = "PROJECT", _("translated by this project")


class Point(models.TextChoices):
    """What is known of an office, point by point; its first word is its topic."""

    TAKES_ALLEGATIONS = "TAKES_ALLEGATIONS", _("accounts of a violation that happened")
    TAKES_URGENT = "TAKES_URGENT", _("accounts of a danger that is near")
    TAKES_LETTERS = "TAKES_LETTERS", _("letters and information")
    TAKES_ALERTS = "TAKES_ALERTS", _("alerts for publication")
    FROM_ANYONE = "FROM_ANYONE", _("anyone who knows of the case")
    FROM_PEOPLE = "FROM_PEOPLE", _("individuals")
    FROM_NGOS = "FROM_NGOS", _("non-governmental organisations")
    FROM_STATES = "FROM_STATES", _("governments")
    FROM_ORGANISATIONS = "FROM_ORGANISATIONS", _("intergovernmental organisations")
    FROM_MEDIA = "FROM_MEDIA", _("media organisations")
    FROM_PARTNERS = "FROM_PARTNERS", _("its partner organisations only")
    IF_SIGNED = "IF_SIGNED", _("The sender gives name and address.")
    IF_TOLD_WHOLE = (
        "IF_TOLD_WHOLE",
        _("It says who was harmed, when, where and how."),
    )
    IF_ANY_STATE = (
        "IF_ANY_STATE",
        _("It may concern any State, whatever treaties that State has joined."),
    )
    IF_MEMBER_STATE = (
        "IF_MEMBER_STATE",
        _("It concerns a State that belongs to the organisation."),
    )
    IF_SOURCES_AGREE = (
        "IF_SOURCES_AGREE",
        _("Several sources confirm the killing and its possible link with the work."),
    )
    IF_VERIFIED = (
        "IF_VERIFIED",
        _("The partner that submits it has checked the facts."),
    )
    NOTE_CONFIDENTIAL = (
        "NOTE_CONFIDENTIAL",
        _("Who sent it is kept confidential as a rule."),
    )
    NOTE_NO_RULING = (
        "NOTE_NO_RULING",
        _("It does not decide individual complaints."),
    )
    NOTE_PETITIONS = (
        "NOTE_PETITIONS",
        _("Petitions go to the Commission, which it advises."),
    )
    DOES_APPEAL = "DOES_APPEAL", _("sends the State an urgent appeal")
    DOES_ALLEGE = "DOES_ALLEGE", _("puts the allegations to the State by letter")
    DOES_CONDEMN = "DOES_CONDEMN", _("condemns the killing in public")
    DOES_ASK = "DOES_ASK", _("asks the State every year about the judicial follow-up")
    DOES_SPEAK = "DOES_SPEAK", _("speaks out in public")
    DOES_CONTACT = "DOES_CONTACT", _("takes it up with the State directly")
    DOES_WARN = "DOES_WARN", _("gives the participating States early warning")
    DOES_VISIT = "DOES_VISIT", _("visits countries")
    DOES_REPORT = "DOES_REPORT", _("reports on it")
    DOES_ADVISE = "DOES_ADVISE", _("advises on cases and precautionary measures")
    DOES_SERVE = "DOES_SERVE", _("passes it to the experts it serves")
    DOES_PASS_ON = (
        "DOES_PASS_ON",
        _("publishes the alert and asks the State concerned to answer it"),
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
    OFFICE_HEADER = (
        "OFFICE_HEADER",
        _(
            "The columns “%(value)s” are missing, unknown or there twice. Take the"
            " header of the template."
        ),
    )
    OFFICE_CODE = (
        "OFFICE_CODE",
        _(
            "“%(value)s” is no code of an office or post. Use small letters, digits"
            " and hyphens, as ml-justice."
        ),
    )
    JURISDICTION = (
        "JURISDICTION",
        _(
            "“%(value)s” is no State, division or organisation known here. Use a code"
            " such as ML, ML-1 or UN."
        ),
    )
    CHOICE = ("CHOICE", _("“%(value)s” is none of the codes that this column takes."))
    LONG_CELL = ("LONG_CELL", _("“%(value)s …” is longer than its column holds."))
    HOLDER_SOURCE = (
        "HOLDER_SOURCE",
        _(
            "The holder of %(value)s has no source with its day. Say where and when it"
            " was stated, or leave the holder out."
        ),
    )
    NO_SOURCE = (
        "NO_SOURCE",
        _("What is said of %(value)s has no source. Say where it was read."),
    )
    NO_HOLDER = (
        "NO_HOLDER",
        _("%(value)s has days but no holder. Name the holder, or write VACANT."),
    )
    HOLDER_DAYS = (
        "HOLDER_DAYS",
        _("The holder of %(value)s leaves before coming. Correct the days."),
    )
    DAY = ("DAY", _("“%(value)s” is no day. Write it as 2026-11-02."))
    FUTURE = (
        "FUTURE",
        _("%(value)s has not come yet. Give the day on which it was found so."),
    )
    EMAIL = ("EMAIL", _("“%(value)s” is no e-mail address. Correct it."))
    WEB = (
        "WEB",
        _("“%(value)s” is no web address. It begins with https:// or http://."),
    )
    TELEPHONE = (
        "TELEPHONE",
        _("“%(value)s” is no telephone number. Write it with its country, as +223."),
    )
    HALF_CONTACT = (
        "HALF_CONTACT",
        _(
            "The contact of %(value)s is not whole. Give channel, address and purpose,"
            " or none of them."
        ),
    )
    TWO_PURPOSES = (
        "TWO_PURPOSES",
        _(
            "“%(value)s” is an address of official exchange, and given here as open to"
            " the public. It cannot be both."
        ),
    )
    DISAGREES = (
        "DISAGREES",
        _("Two rows say different things of %(value)s. Let them agree."),
    )
    KNOWN_OTHERWISE = (
        "KNOWN_OTHERWISE",
        _(
            "%(value)s is there already, of another kind or jurisdiction. Both are for"
            " good: take another code."
        ),
    )
    AS_SHIPPED = (
        "AS_SHIPPED",
        _(
            "%(value)s ships with the program and is not said otherwise by a file."
            " Leave it as it is, or use another code."
        ),
    )
