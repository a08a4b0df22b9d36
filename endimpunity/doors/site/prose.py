"""What is said of the registry and its methods, section by section.

A page lays it out, and the JSON beside it has the same words.
"""

# ruff: noqa: RUF001  # sentences for readers have the apostrophes of print
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from endimpunity.doors.site import wording
from endimpunity.doors.site.sentences import STANDINGS_OF


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some paragraphs under a heading, whose key is its place within the page."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of justice, a code of `Standing`, with what it means."""

    code: str
    label: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class WordsOf:
    """The words of justice that are somebody's own."""

    whose: str
    words: tuple[Word, ...]


_SAMPLE = (
    _(
        "It is a sample of documented cases, not a census. A person who is"
        " missing here may well have been killed; a case without news of"
        " justice may well have some. It therefore gives no world total, no"
        " rate and no ranking of States.",
    ),
    _(
        "“Resolved” and “convicted” are never the same word here: a State"
        " may report a case as resolved because a suspect died. Convictions"
        " can be annulled. What is unknown is called unknown.",
    ),
)
# Key, heading and paragraphs of each section.
_ABOUT = (
    (
        "counted",
        _("What is counted"),
        _(
            "A case is one person harmed in one attack: a journalist, a media"
            " worker, or someone attacked for what they expressed. People who"
            " were killed and people who were harmed in another way are counted"
            " apart, and the two numbers are not added up. A case stands in the"
            " country where it happened, whoever is responsible.",
        ),
    ),
    (
        "sample",
        _("A sample, not a census"),
        *_SAMPLE,
    ),
    (
        "justice",
        _("Judicial follow-up"),
        _(
            "What a case’s page says of justice is derived from dated events"
            " and from statements, each with its source. None of it is final: a"
            " conviction can be annulled, a trial can start again, a suspect can"
            " die.",
        ),
        _(
            "“Resolved” is a word of UNESCO’s method and rests only on what a"
            " State itself reports; “complete impunity”, “partial impunity” and"
            " “full justice” are words of the Committee to Protect Journalists."
            " They are shown as their owners’ words.",
        ),
    ),
    (
        "dates",
        _("Dates and silence"),
        _(
            "When a day is not known, the page says between which days it lies"
            " and keeps the source’s own words. When a list is silent on"
            " something, that is never read as “no”.",
        ),
    ),
    (
        "published",
        _("What is published, and by whom"),
        _(
            "Nothing that comes in is published by itself. A second person"
            " publishes a case, or a reasoned publishing policy allows certain"
            " facts of one publisher’s list. Where one person alone decided, the"
            " page says so. People accused of a crime are not named.",
        ),
    ),
    (
        "corrections",
        _("Corrections and removals"),
        _(
            "Anyone may ask for a correction or a removal: a family, a person"
            " named, a colleague, a State. Write to those who run this"
            " installation, with the address of the page, what is wrong, and how"
            " you know. Every request is answered with a reason.",
        ),
        _(
            "If speaking up could put you or someone else in danger, do not"
            " write from a device or an address that others can watch.",
        ),
    ),
    (
        "open",
        _("Open to all"),
        _(
            "The program is free software under the Apache License 2.0. Each"
            " publisher’s list keeps its own licence, which its page states.",
        ),
    ),
)
_METHODS = (
    (
        "derived",
        _("From events to a word"),
        _(
            "The registry’s own word is computed from the dated steps on the"
            " page each time the page is made, up to the day that is asked"
            " about. Nothing is typed in by hand, and no word is for ever: an"
            " acquittal or an annulment ends a conviction, a new trial opens the"
            " case again.",
        ),
    ),
    (
        "intervals",
        _("Dates that are not certain"),
        _(
            "A date is kept as the days between which it lies. Two sources"
            " disagree on a date only where no day fits both; a month and a day"
            " within it agree.",
        ),
    ),
    (
        "disagree",
        _("When sources differ"),
        _(
            "The registry’s own finding stands first where it has one, then the"
            " publishers in the order in which they reached this registry. All"
            " who contradict one another are shown side by side, each with the"
            " day of its statement.",
        ),
    ),
    (
        "languages",
        _("Six languages"),
        _(
            "The sentences of a case are composed from its facts, so that every"
            " language says the same. What was written freely stays in the"
            " language it was written in and is marked; it is never passed off"
            " as translated.",
        ),
    ),
    (
        "data",
        _("The same as data"),
        _(
            "Beside each page with cases lies the same as JSON: put “.json” in"
            " place of the last slash of its address. The newest cases come as a"
            " feed. Addresses stay: what is withdrawn says so, and what was"
            " joined to another leads there.",
        ),
    ),
)


def about() -> tuple[Section, ...]:
    """Return what this is, and who answers for it."""
    return tuple(_section(*one) for one in _ABOUT)


def methods() -> tuple[Section, ...]:
    """Return how what the pages say was arrived at."""
    return tuple(_section(*one) for one in _METHODS)


def words_of_justice() -> tuple[WordsOf, ...]:
    """Return what each word of justice means, under whose it is."""
    return tuple(
        WordsOf(
            whose=str(whose),
            words=tuple(
                Word(
                    code=code,
                    label=wording.in_words(code, "standing"),
                    meaning=str(meaning),
                )
                for code, meaning in words
            ),
        )
        for whose, words in STANDINGS_OF
    )


def sample() -> tuple[str, ...]:
    """Return what it means that the registry is a sample, in paragraphs."""
    return tuple(str(one) for one in _SAMPLE)


def _section(key: str, heading: object, *paragraphs: object) -> Section:
    """Return a section in the language of the page that asks for it."""
    return Section(
        key=key,
        heading=str(heading),
        paragraphs=tuple(str(one) for one in paragraphs),
    )
