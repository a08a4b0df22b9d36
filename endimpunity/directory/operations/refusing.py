"""How a file's problems are told: all of them counted, the first ones named."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from endimpunity.directory.rules.reading import Problem

# More than a person corrects at one sitting.
_NAMED = 20


def tell(problems: Sequence[Problem]) -> str:
    """Return the sentence of a refusal, with lines and what to do about each."""
    count = len(problems)
    told = [_sentence(problem) for problem in problems[:_NAMED]]
    if count > _NAMED:
        told.append(_("And %(count)d more.") % {"count": count - _NAMED})
    head = ngettext(
        "Nothing was imported: the file has %(count)d problem.",
        "Nothing was imported: the file has %(count)d problems.",
        count,
    ) % {"count": count}
    return " ".join((head, *told))


def _sentence(problem: Problem) -> str:
    what = str(problem.fault.label) % {"value": problem.value}
    if problem.line == 0:
        return what
    return _("Line %(line)d: %(what)s") % {"line": problem.line, "what": what}
