"""A case in sentences, composed from its facts alone: every language says the same.

Nothing free-written enters, but names: free text stays in the language that it was
written in and stands beside, marked with it.
"""

from collections.abc import Iterable
from datetime import date

from babel.lists import format_list
from django.utils.translation import gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import dates, tolls, wording
from endimpunity.doors.site.deeds import deed
from endimpunity.doors.site.locales import locale_of
from endimpunity.doors.site.places import PlaceNames

# The registry's own reading of dated events, a sentence each.
_STANDINGS = {
    "NOT_STATED": _("The registry has recorded no judicial follow-up."),
    "NO_CONVICTION_KNOWN": _("No conviction is known."),
    "CONVICTION_NOT_FINAL": _(
        "There was a conviction; that it is final is not known.",
    ),
    "CONVICTION_FINAL": _("There was a conviction, and it is final."),
    "ANNULLED": _("There was a conviction, and it was annulled."),
}
# What lists write in the column of outlets of who worked for none.
_NO_OUTLET = frozenset(
    {"freelance", "freelancer", "free-lance", "freelance journalist"}
)
# After these a page does not count the years: a court or a State has spoken.
_SPOKEN = frozenset({"CONVICTION_FINAL", "FULL_JUSTICE", "RESOLVED"})

# Words of standing by whose they are, with what each means; for the methods page.
STANDINGS_OF = (
    (
        _("This registry, from dated events"),
        (
            ("NOT_STATED", _("No dated step of an inquiry or a trial is recorded.")),
            (
                "NO_CONVICTION_KNOWN",
                _("Steps are recorded, and none of them is a conviction."),
            ),
            (
                "CONVICTION_NOT_FINAL",
                _("At least one conviction stands; no source says that it is final."),
            ),
            (
                "CONVICTION_FINAL",
                _("At least one conviction stands and is final."),
            ),
            (
                "ANNULLED",
                _("The last conviction was annulled, or its trial began again."),
            ),
        ),
    ),
    (
        _("The Committee to Protect Journalists"),
        (
            ("COMPLETE_IMPUNITY", _("Nobody was convicted.")),
            (
                "PARTIAL_IMPUNITY",
                _("Some of those responsible were convicted, not all."),
            ),
            (
                "FULL_JUSTICE",
                _("Those responsible were convicted, who ordered it among them."),
            ),
        ),
    ),
    (
        _("UNESCO, from what States report"),
        (
            ("NEW_REQUEST", _("The State was asked for the first time.")),
            ("NO_INFORMATION", _("The State has not answered so far.")),
            (
                "ONGOING_UNRESOLVED",
                _("The State answered, and the case is not concluded."),
            ),
            ("RESOLVED", _("The State reports that the case is concluded.")),
            ("ARCHIVED", _("The State closed the case without resolving it.")),
            (
                "BEYOND_JURISDICTION",
                _("The State reports that it cannot try the case."),
            ),
        ),
    ),
)


def between_sentences() -> str:
    """Return what stands between two sentences of the page's language."""
    # Translators: two sentences of a paragraph; Chinese sets no space between them
    pattern = pgettext("two sentences", "%(first)s %(second)s")
    return pattern % {"first": "", "second": ""}


def in_a_row(told: Iterable[str]) -> str:
    """Return sentences as one text."""
    return between_sentences().join(told)


def of_line(line: cases_published.CaseLine, places: PlaceNames) -> tuple[str, ...]:
    """Return a case in a list in sentences: what happened, where justice stands."""
    return _happened(line, "", places), _standing(line)


def account(
    case: cases_published.CaseCard,
    places: PlaceNames,
) -> tuple[str, ...]:
    """Return who was harmed, how, and how many with them, a sentence each."""
    line = case.line
    told = [_happened(line, case.sex, places)]
    outlets = [one for one in line.outlets if one.casefold() not in _NO_OUTLET]
    if outlets:
        told.append(_worked(case, outlets, places))
    told += tolls.told(case.tolls)
    return tuple(told)


def justice(
    case: cases_published.CaseCard,
    places: PlaceNames,
    *,
    today: date,
) -> tuple[str, ...]:
    """Return what justice did, a sentence each.

    Args:
        case: its card.
        places: the names of places in the page's language.
        today: the day that is asked about, from which full years are counted.
    """
    told = [_standing(case.line)]
    if case.proceedings:
        told.append(_proceedings(case, places))
    latest = _latest_step(case)
    if latest:
        told.append(latest)
    if case.line.standing not in _SPOKEN:
        told += _since(case.line.date, today)
    return tuple(told)


def _happened(
    line: cases_published.CaseLine,
    sex: str,
    places: PlaceNames,
) -> str:
    name = _name(line, places.language)
    # Nobody who is not named is told apart by their sex.
    person, sex = (name, sex) if name else (gettext("A person not named here"), "")
    told = {
        "deed": deed(line.violation, sex, person),
        "day": _when(line.date),
        "place": _where(line.where, places),
    }
    if told["place"]:
        # Translators: as in: Ada Invented was killed in Anytown, Mali, 2 May 2015.
        return gettext("%(deed)s in %(place)s, %(day)s.") % told
    # Translators: as in: Ada Invented was killed, 2 May 2015.
    return gettext("%(deed)s, %(day)s.") % told


def _name(line: cases_published.CaseLine, language: str) -> str:
    """Return a person's name, in its own script where that is the reader's."""
    if line.native_name and line.native_language == language:
        return line.native_name
    return line.name or line.native_name


def _when(day: cases_published.DateCard) -> str:
    return dates.in_words(
        date.fromisoformat(day.earliest) if day.earliest else None,
        date.fromisoformat(day.latest) if day.latest else None,
    )


def _where(where: cases_published.PlaceCard, places: PlaceNames) -> str:
    code = where.country or where.area
    parts = [where.place, places.name(code) if code else ""]
    comma = pgettext("between a place and its country", ", ")
    return comma.join(part for part in parts if part)


def _worked(
    case: cases_published.CaseCard,
    named: list[str],
    places: PlaceNames,
) -> str:
    outlets = format_list(named, locale=locale_of(places.language))
    role = {fact.field: fact.value for fact in case.facts}.get("role")
    told = {"outlets": outlets}
    if role == "JOURNALIST":
        return gettext("Work: journalism, for %(outlets)s.") % told
    if role == "MEDIA_WORKER":
        return gettext("Work: media work, for %(outlets)s.") % told
    return gettext("Work: for %(outlets)s.") % told


def _standing(line: cases_published.CaseLine) -> str:
    own = _STANDINGS.get(line.standing)
    if own is not None and not line.standing_by:
        return str(own)
    told = {
        "publisher": line.standing_by,
        "standing": wording.in_words(line.standing, "standing"),
    }
    # Translators: as in: According to the Committee ...: complete impunity.
    return gettext("According to %(publisher)s: %(standing)s.") % told


def _proceedings(case: cases_published.CaseCard, places: PlaceNames) -> str:
    codes = dict.fromkeys(one.jurisdiction for one in case.proceedings)
    names = [places.name(code) for code in codes if code]
    number = len(case.proceedings)
    told = {
        "number": number,
        "places": format_list(names, locale=locale_of(places.language)),
    }
    if not names:
        return (
            ngettext(
                "%(number)s proceeding is recorded.",
                "%(number)s proceedings are recorded.",
                number,
            )
            % told
        )
    return (
        ngettext(
            "%(number)s proceeding is recorded: %(places)s.",
            "%(number)s proceedings are recorded: %(places)s.",
            number,
        )
        % told
    )


def _latest_step(case: cases_published.CaseCard) -> str:
    dated = [
        event
        for proceeding in case.proceedings
        for event in proceeding.events
        if event.date.latest
    ]
    if not dated:
        return ""
    last = max(dated, key=lambda event: (event.date.latest, event.date.earliest))
    # Translators: as in: Latest step recorded: appealed, 12 January 2026.
    return gettext("Latest step recorded: %(step)s, %(day)s.") % {
        "step": str(wording.label_of(last.kind, "event")),
        "day": _when(last.date),
    }


def _since(day: cases_published.DateCard, today: date) -> list[str]:
    """Say how many full years have passed, at least, since an attack."""
    if not day.latest or not day.earliest:
        return []
    fewest = _full_years(date.fromisoformat(day.latest), today)
    most = _full_years(date.fromisoformat(day.earliest), today)
    if fewest < 1:
        return []
    sure = ngettext(
        "%(years)s year has passed since the attack.",
        "%(years)s years have passed since the attack.",
        fewest,
    )
    at_least = ngettext(
        "At least %(years)s year has passed since the attack.",
        "At least %(years)s years have passed since the attack.",
        fewest,
    )
    return [(sure if fewest == most else at_least) % {"years": fewest}]


def _full_years(since: date, today: date) -> int:
    before = (today.month, today.day) < (since.month, since.day)
    return today.year - since.year - before
