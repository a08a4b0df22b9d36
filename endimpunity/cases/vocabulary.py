"""Words of the cases room; the closed lists that its tables are checked against."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

# Reasons that the program gives by itself: kept in English, and said in each page's
# language. A person's reason stays in that person's words.
STARTER_REASON = gettext_noop(
    "Part of the starter registry: written by the project from published pages, each"
    " fact with its sources, and shown by an installation of one person.",
)
NO_LONGER_LISTED = gettext_noop(
    "The list that this case was taken from no longer holds it.",
)

# What the registry writes in its own words is in this language, and shown as such.
WRITTEN_IN = "en"

# Lower-case consonants and digits without those that are mistaken for one another
# (0 o, 1 l i) and without vowels, so that no address spells a word.
PUBLIC_ID_ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
# 27 to the 10th power is 2e14 addresses: among a million cases the chance that a
# guess meets one is one in two hundred million.
PUBLIC_ID_LENGTH = 10

# The full-text table of SQLite; PostgreSQL has an index over the lines themselves.
WORDS_TABLE = "cases_words"


class Subject(models.TextChoices):
    """What an assertion of the registry is about."""

    ATTACK = "ATTACK", _("attack")
    PERSON = "PERSON", _("person")
    CASE = "CASE", _("case")


class NameKind(models.TextChoices):
    """Which of a person's names this is."""

    USUAL = "USUAL", _("usual name")
    NATIVE = "NATIVE", _("name in its own script")
    OTHER = "OTHER", _("other name")


class TollGroup(models.TextChoices):
    """Whom a toll counts."""

    ALL_KILLED = "ALL_KILLED", _("all people killed")
    MEDIA_KILLED = "MEDIA_KILLED", _("journalists and media workers killed")
    INJURED = "INJURED", _("people injured")


class ProceedingKind(models.TextChoices):
    """What a court or prosecutor was doing."""

    INQUIRY = "INQUIRY", _("inquiry")
    TRIAL = "TRIAL", _("trial")
    APPEAL = "APPEAL", _("appeal")
    INTERNATIONAL = "INTERNATIONAL", _("international proceeding")
    OTHER = "OTHER", _("other proceeding")


class EventKind(models.TextChoices):
    """What happened in a proceeding; a closed list."""

    OPENED = "OPENED", _("opened")
    ARRESTED = "ARRESTED", _("arrested")
    CHARGED = "CHARGED", _("charged")
    TRIED = "TRIED", _("trial held")
    CONVICTED = "CONVICTED", _("convicted")
    ACQUITTED = "ACQUITTED", _("acquitted")
    APPEALED = "APPEALED", _("appealed")
    FINAL = "FINAL", _("judgment final")
    ANNULLED = "ANNULLED", _("judgment annulled")
    RETRIED = "RETRIED", _("tried again")
    PARDONED = "PARDONED", _("pardoned")
    ESCAPED = "ESCAPED", _("escaped")
    DIED = "DIED", _("suspect died")
    ARCHIVED = "ARCHIVED", _("archived")
    TIME_BARRED = "TIME_BARRED", _("time-barred")
    TRANSFERRED = "TRANSFERRED", _("transferred")
    EVIDENCE_WITHHELD = "EVIDENCE_WITHHELD", _("evidence withheld")
    ASSISTANCE_REFUSED = "ASSISTANCE_REFUSED", _("assistance refused")
    RULED_UNRELATED = "RULED_UNRELATED", _("ruled unrelated to journalism")


class CondemnationWord(models.TextChoices):
    """The word a body chose."""

    CONDEMNED = "CONDEMNED", _("condemned")
    DEPLORED = "DEPLORED", _("deplored")


class UpcomingKind(models.TextChoices):
    """What a source says is to come."""

    HEARING = "HEARING", _("hearing")
    VERDICT = "VERDICT", _("verdict")
    PRESCRIPTION = "PRESCRIPTION", _("time bar")
    OTHER = "OTHER", pgettext_lazy("something to come", "other")


class Method(models.TextChoices):
    """Under whose method a statement was made."""

    CPJ = "CPJ", _("by the Committee to Protect Journalists' method")
    UNESCO = "UNESCO", _("by UNESCO's method")
    GENERAL = "GENERAL", _("told in the registry's words")


class PublicationState(models.TextChoices):
    """How far a case is on its way to the world; a case without a row is a draft."""

    DRAFT = "DRAFT", _("draft")
    REVIEWED = "REVIEWED", _("reviewed")
    PUBLISHED = "PUBLISHED", _("published")
    WITHDRAWN = "WITHDRAWN", _("withdrawn")


class Standing(models.TextChoices):
    """Where justice stands, in sober words.

    The first five are the registry's own reading of dated events. The others are
    a publisher's words and shown with its name: *resolved* and *convicted* are
    never exchanged.
    """

    NOT_STATED = "NOT_STATED", _("no judicial follow-up recorded")
    NO_CONVICTION_KNOWN = "NO_CONVICTION_KNOWN", _("no conviction known")
    CONVICTION_NOT_FINAL = (
        "CONVICTION_NOT_FINAL",
        _("conviction, not known to be final"),
    )
    CONVICTION_FINAL = "CONVICTION_FINAL", _("conviction, final")
    ANNULLED = "ANNULLED", _("conviction annulled")
    COMPLETE_IMPUNITY = "COMPLETE_IMPUNITY", _("complete impunity")
    PARTIAL_IMPUNITY = "PARTIAL_IMPUNITY", _("partial impunity")
    FULL_JUSTICE = "FULL_JUSTICE", _("full justice")
    NEW_REQUEST = "NEW_REQUEST", _("new request")
    NO_INFORMATION = "NO_INFORMATION", _("no information received so far")
    ONGOING_UNRESOLVED = "ONGOING_UNRESOLVED", _("ongoing or unresolved")
    RESOLVED = "RESOLVED", _("resolved")
    ARCHIVED = "ARCHIVED", _("unresolved, archived")
    BEYOND_JURISDICTION = (
        "BEYOND_JURISDICTION",
        _("reported as beyond national jurisdiction"),
    )
