"""The page of the reference that tells every definition, made from the definitions."""

from endimpunity.indicators.rules.definition import Definition
from endimpunity.indicators.rules.definitions import DEFINITIONS

_HEAD = """\
# Definitions of figures

What every figure means, made from `indicators/rules/definitions/`, the one place where
it is written; a test holds that this page is current. A figure carries its definition
and version, the lens and the audience, its period, numerator and denominator, the
cases counted and those left out with the reason, and an interval or the reason why
there is none.

**Periods.** A case lies *surely* in a period that holds every day it can have been,
and *possibly* in one that holds some such day. Both count. Those whose stated days
reach out of the period are listed in `in_by_overlap`; those that reach out of it at an
end that no source states, but only the list's own coverage or its day, in
`in_by_default`. A breakdown by time is a partition: a case lies in the cell that
contains it, in `SPANS` or in `UNDATED`.

**Comparing.** Two figures of different definition, version, denominator, period or
audience are not compared; the refusal says which of them differ.

**Samples.** Over a list that declares itself a sample no share, rate, rank or total is
computed.
"""


def definitions_page() -> str:
    """Return the page in Markdown."""
    lines = [_HEAD, "| name | version | title |", "|---|---|---|"]
    lines += [
        f"| [`{it.name}`](#{it.name}) | {it.version} | {it.title} |"
        for it in DEFINITIONS.values()
    ]
    sections = [_section(it) for it in DEFINITIONS.values()]
    return "\n".join([*lines, "", *sections])


def _section(it: Definition) -> str:
    over = "Refused." if it.of_the_whole else "Counted, and said."
    base = f"{it.base[:1].upper()}{it.base[1:]}."
    whose = (
        f"By {it.whose} published method; what is computed here is not published by"
        f" {it.owner_short}."
    )
    paragraphs = [
        f"## {it.name}",
        f"{it.title}. Version {it.version}.",
        f"**Formula.** {it.formula}",
        *([f"**Divided by.** {base}"] if it.base else []),
        *([f"**Whose.** {whose}"] if it.owner else []),
        f"**Source.** {it.source}",
        f"**Over a sample.** {over}",
        f"**Options.** {', '.join(f'`{one}`' for one in it.takes) or 'None'}.",
        "**Traps.**",
        "\n".join(f"- {trap}" for trap in it.traps),
        f"**Example.** {it.example.text} Value: `{it.example.result}`.\n",
    ]
    return "\n\n".join(paragraphs)
