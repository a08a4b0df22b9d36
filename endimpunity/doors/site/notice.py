"""What the registry says of itself beside whatever it tells, in every form."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.sentences import in_a_row


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What a program must know of the registry before it builds on an answer.

    Attributes:
        invented: whether everyone in it is invented, for a demonstration.
        sample: whether it is a sample, over which no rate or total is computed.
        alone: whether one person alone approved what is shown.
        published: how many cases are shown.
        left_out: how many are held and not shown.
        statement: the same in the language of the answer, for its readers.
    """

    invented: bool
    sample: bool
    alone: bool
    published: int
    left_out: int
    statement: str


def notice_of(registry: cases_published.RegistryCard) -> Notice:
    """Return what is said beside everything, whoever reads it."""
    told = [everyone_is_invented()] if registry.invented else []
    told += holding(registry)
    if registry.alone:
        told.append(one_person_alone())
    return Notice(
        invented=registry.invented,
        sample=registry.sample,
        alone=registry.alone,
        published=registry.published,
        left_out=registry.left_out,
        statement=in_a_row(told),
    )


def everyone_is_invented() -> str:
    """Say it above the content of every page of a demonstration."""
    return gettext(
        "Everyone named here is invented: this installation shows a demonstration.",
    )


def one_person_alone() -> str:
    """Say that what is shown has been read by one person."""
    return gettext(
        "On this installation one person alone approved what is published; no second"
        " person has read it.",
    )


def holding(registry: cases_published.RegistryCard) -> list[str]:
    """Say how many cases are shown and how many are not, a sentence each."""
    told = [
        ngettext(
            "%(cases)s published case.",
            "%(cases)s published cases.",
            registry.published,
        )
        % {"cases": registry.published},
    ]
    if registry.left_out:
        more = ngettext(
            "%(cases)s more case is held and not published.",
            "%(cases)s more cases are held and not published.",
            registry.left_out,
        )
        told.append(more % {"cases": registry.left_out})
    if registry.sample:
        told.append(
            gettext(
                "This is a sample: no world total, rate or ranking can be drawn from"
                " it.",
            ),
        )
    return told
