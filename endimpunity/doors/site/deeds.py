"""What was done to a person, in a clause, by violation and by the person's sex.

Many languages bend the verb by the person's sex. Where no source states it, the
translations use a form that states none.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    # A text translated when it is asked for; a class of its own in the stubs only.
    from django.utils.functional import _StrPromise as Lazy

_OF_A_MAN = {
    "KILLING": pgettext_lazy("a man", "%(name)s was killed"),
    "ENFORCED_DISAPPEARANCE": pgettext_lazy("a man", "%(name)s was made to disappear"),
    "TORTURE": pgettext_lazy("a man", "%(name)s was tortured"),
    "KIDNAPPING": pgettext_lazy("a man", "%(name)s was kidnapped"),
    "ARBITRARY_DETENTION": pgettext_lazy("a man", "%(name)s was arbitrarily detained"),
    "ASSAULT": pgettext_lazy("a man", "%(name)s was assaulted"),
    "THREAT": pgettext_lazy("a man", "%(name)s was threatened"),
    "LEGAL_HARASSMENT": pgettext_lazy("a man", "%(name)s was harassed by legal means"),
    "DIGITAL_ATTACK": pgettext_lazy("a man", "%(name)s was attacked by digital means"),
    "OTHER_HARMFUL_ACT": pgettext_lazy("a man", "%(name)s was harmed"),
}
_OF_A_WOMAN = {
    "KILLING": pgettext_lazy("a woman", "%(name)s was killed"),
    "ENFORCED_DISAPPEARANCE": pgettext_lazy(
        "a woman", "%(name)s was made to disappear"
    ),
    "TORTURE": pgettext_lazy("a woman", "%(name)s was tortured"),
    "KIDNAPPING": pgettext_lazy("a woman", "%(name)s was kidnapped"),
    "ARBITRARY_DETENTION": pgettext_lazy(
        "a woman", "%(name)s was arbitrarily detained"
    ),
    "ASSAULT": pgettext_lazy("a woman", "%(name)s was assaulted"),
    "THREAT": pgettext_lazy("a woman", "%(name)s was threatened"),
    "LEGAL_HARASSMENT": pgettext_lazy(
        "a woman", "%(name)s was harassed by legal means"
    ),
    "DIGITAL_ATTACK": pgettext_lazy(
        "a woman", "%(name)s was attacked by digital means"
    ),
    "OTHER_HARMFUL_ACT": pgettext_lazy("a woman", "%(name)s was harmed"),
}
_OF_A_PERSON = {
    "KILLING": pgettext_lazy("sex not stated", "%(name)s was killed"),
    "ENFORCED_DISAPPEARANCE": pgettext_lazy(
        "sex not stated", "%(name)s was made to disappear"
    ),
    "TORTURE": pgettext_lazy("sex not stated", "%(name)s was tortured"),
    "KIDNAPPING": pgettext_lazy("sex not stated", "%(name)s was kidnapped"),
    "ARBITRARY_DETENTION": pgettext_lazy(
        "sex not stated", "%(name)s was arbitrarily detained"
    ),
    "ASSAULT": pgettext_lazy("sex not stated", "%(name)s was assaulted"),
    "THREAT": pgettext_lazy("sex not stated", "%(name)s was threatened"),
    "LEGAL_HARASSMENT": pgettext_lazy(
        "sex not stated", "%(name)s was harassed by legal means"
    ),
    "DIGITAL_ATTACK": pgettext_lazy(
        "sex not stated", "%(name)s was attacked by digital means"
    ),
    "OTHER_HARMFUL_ACT": pgettext_lazy("sex not stated", "%(name)s was harmed"),
}
_BY_SEX: Mapping[str, "Mapping[str, Lazy]"] = {
    "MALE": _OF_A_MAN,
    "FEMALE": _OF_A_WOMAN,
}
# Where a policy does not open what was done.
_UNTOLD = pgettext_lazy("sex not stated", "%(name)s was attacked")


def deed(violation: str, sex: str, name: str) -> str:
    """Return what was done to a person, without a full stop.

    Args:
        violation: a code of `Violation`; "" is not told.
        sex: a code of `Sex`; "" where no source states it.
        name: as the page shows it.
    """
    by_violation = _BY_SEX.get(sex, _OF_A_PERSON)
    return str(by_violation.get(violation, _UNTOLD)) % {"name": name}
