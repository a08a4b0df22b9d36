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


class CpjReading(models.TextChoices):
    """What dated events let one say by CPJ's method; full justice is never among it."""

    COMPLETE_IMPUNITY = "COMPLETE_IMPUNITY", _("complete impunity")
    AT_LEAST_PARTIAL = "AT_LEAST_PARTIAL", _("at least partial justice")


class GeneralState(models.TextChoices):
    """How far justice has got where no publisher's method applies."""

    NO_INQUIRY_KNOWN = "NO_INQUIRY_KNOWN", _("no inquiry known")
    INQUIRY = "INQUIRY", _("inquiry")
    CHARGED = "CHARGED", _("charged")
    TRIED = "TRIED", _("before a court")
    CONVICTED = "CONVICTED", _("convicted")
    ACQUITTED = "ACQUITTED", _("acquitted")
    CLOSED = "CLOSED", _("closed without a judgment")
    TIME_BARRED = "TIME_BARRED", _("time-barred")


class ExchangeKind(models.TextChoices):
    """What passed between an organisation and a State about a case."""

    REQUEST = "REQUEST", _("request to the State")
    ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT", _("acknowledgement by the State")
    RESPONSE = "RESPONSE", _("response by the State")


class Said(models.TextChoices):
    """What a State's response says of one case."""

    NOTHING = "NOTHING", _("nothing on this case")
    UNTOLD = "UNTOLD", _("not known what it says of this case")
    NOT_RESOLVED = "NOT_RESOLVED", _("not that the case is resolved")
    ONGOING_UNRESOLVED = "ONGOING_UNRESOLVED", _("ongoing or unresolved")
    RESOLVED = "RESOLVED", _("resolved")
    ARCHIVED = "ARCHIVED", _("unresolved, archived")
    BEYOND_JURISDICTION = (
        "BEYOND_JURISDICTION",
        _("reported as beyond national jurisdiction"),
    )


class ResolvedBy(models.TextChoices):
    """Why a State reports a case as resolved; only the first is a conviction."""

    CONVICTION = "CONVICTION", _("the State reports a conviction")
    SUSPECT_DIED = "SUSPECT_DIED", _("the State reports that the suspect died")
    RULED_UNRELATED = (
        "RULED_UNRELATED",
        _("the State reports a ruling that the death was unrelated to journalism"),
    )


class StatusWhy(models.TextChoices):
    """Why a derived status is what it is."""

    NOT_OF_THIS_METHOD = "NOT_OF_THIS_METHOD", _("the method does not count this case")
    NEVER_ASKED = "NEVER_ASKED", _("no request to the State is recorded")
    FIRST_ASKED_IN_OPEN_ROUND = (
        "FIRST_ASKED_IN_OPEN_ROUND",
        _("first asked about in the round that is open"),
    )
    ASKED_AND_NOT_TOLD = (
        "ASKED_AND_NOT_TOLD",
        _("asked about, and no response on this case is recorded"),
    )
    RESPONSE_SAYS_SO = "RESPONSE_SAYS_SO", _("the State's latest response says so")
    RESPONSE_UNTOLD = (
        "RESPONSE_UNTOLD",
        _("the State responded, and what it said of this case is not known"),
    )
    NO_EVENT = "NO_EVENT", _("no event of a proceeding is recorded")
    NO_CONVICTION = "NO_CONVICTION", _("no conviction is recorded")
    CONVICTION_STANDS = "CONVICTION_STANDS", _("a conviction stands")
    CONVICTION_ENDED = (
        "CONVICTION_ENDED",
        _("no conviction stands any longer: an annulment, an acquittal or a new trial"),
    )
    LATEST_EVENT = "LATEST_EVENT", _("the latest event that decides")
    DATES_LEAVE_OPEN = "DATES_LEAVE_OPEN", _("the dates known leave it open")


class DiscrepancyKind(models.TextChoices):
    """How a State's word and what is known from elsewhere part."""

    REPORTED_ONLY = (
        "REPORTED_ONLY",
        _("reported by the State and found nowhere else"),
    )
    FOUND_ONLY = (
        "FOUND_ONLY",
        _("found elsewhere and not reported by the State so far"),
    )
    REPORTED_AND_ANNULLED = (
        "REPORTED_AND_ANNULLED",
        _("reported by the State as resolved, and the conviction ended since"),
    )


class Finding(models.TextChoices):
    """What a State reports of a killing, or others found, that can end a case."""

    RESOLVED = "RESOLVED", _("resolved")
    CONVICTION = "CONVICTION", _("a conviction that stands")
    SUSPECT_DIED = "SUSPECT_DIED", _("suspect died")
    RULED_UNRELATED = "RULED_UNRELATED", _("ruled unrelated to journalism")
    CLOSED = "CLOSED", _("closed without a judgment")


class YearListOddity(models.TextChoices):
    """How a record's lists of years and its status do not fit one another."""

    RESPONSE_WITHOUT_REQUEST = (
        "RESPONSE_WITHOUT_REQUEST",
        _("a response is listed, and no request"),
    )
    STATUS_WITHOUT_REQUEST = (
        "STATUS_WITHOUT_REQUEST",
        _("a status is stated, and no request is listed"),
    )
    STATUS_WITHOUT_RESPONSE = (
        "STATUS_WITHOUT_RESPONSE",
        _("the status rests on a response, and none is listed"),
    )
    RESPONSE_SAYS_NOTHING = (
        "RESPONSE_SAYS_NOTHING",
        _("a response is listed, and the status says that no information came"),
    )
    RESOLVED_AFTER_LAST_RESPONSE = (
        "RESOLVED_AFTER_LAST_RESPONSE",
        _("resolved in a year after the last response that is listed"),
    )
