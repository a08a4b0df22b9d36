"""Every definition of a figure, a file each, and the one place that lists them."""

from collections.abc import Mapping
from types import MappingProxyType

from endimpunity.foundation.lens import Lens
from endimpunity.indicators.rules.definition import Definition
from endimpunity.indicators.rules.definitions import (
    case_response_rate,
    conviction_share_cpj,
    conviction_share_known,
    conviction_share_unesco,
    cpj_complete_share,
    cpj_index,
    deadliest_attacks,
    impunity_share,
    killings,
    resolved_share,
    response_delay,
    response_rate,
    sdg_16_10_1_journalists,
    state_profile,
    time_to_conviction,
    time_to_resolution,
    time_to_resolution_interval,
    unanswered_requests,
    undercount,
)
from endimpunity.indicators.rules.facts import Facts
from endimpunity.indicators.rules.figures import Figure
from endimpunity.indicators.rules.options import Options
from endimpunity.indicators.rules.refusals import UnableToCount
from endimpunity.indicators.rules.windows import ALL_TIME, Period

#: By name, in the order in which the reference tells them.
DEFINITIONS: Mapping[str, Definition] = MappingProxyType(
    {
        it.DEFINITION.name: it.DEFINITION
        for it in (
            killings,
            resolved_share,
            impunity_share,
            conviction_share_unesco,
            conviction_share_cpj,
            conviction_share_known,
            response_rate,
            case_response_rate,
            unanswered_requests,
            response_delay,
            cpj_index,
            cpj_complete_share,
            time_to_resolution,
            time_to_conviction,
            time_to_resolution_interval,
            sdg_16_10_1_journalists,
            deadliest_attacks,
            undercount,
            state_profile,
        )
    }
)
_AS_ASKED = Options()


def definition_named(name: str) -> Definition:
    """Return a definition by its name.

    Raises:
        UnableToCount: there is none.
    """
    if name not in DEFINITIONS:
        known = ", ".join(DEFINITIONS)
        raise UnableToCount(f'No definition is called "{name}". There are: {known}.')
    return DEFINITIONS[name]


def figure(
    name: str,
    facts: Facts,
    lens: Lens,
    period: Period = ALL_TIME,
    options: Options = _AS_ASKED,
) -> Figure:
    """Return a figure by the name of its definition.

    Raises:
        UnableToCount: there is none of that name, or it is refused.
    """
    return definition_named(name).compute(facts, lens, period, options)
