"""An import's account in sentences for the person at the terminal."""

from collections.abc import Iterator, Mapping
from typing import Any

# Lines of one kind printed before the rest is only counted.
SHOWN = 5


def import_sentences(
    facts: Mapping[str, Any], options: Mapping[str, Any]
) -> Iterator[str]:
    """Yield what an import did, the news first, and what to do next.

    Args:
        facts: the report with publisher, stated_on, published and seconds.
        options: the words of the call.
    """
    if facts["identical"]:
        yield (
            f"This very file of {facts['publisher']} is in already"
            f" ({facts['stated_on']}); nothing of it was read again."
        )
        if facts["mapping_unused"]:
            yield (
                "It was read by another mapping than the one given now, which was not"
                " used: a file is read once."
            )
    else:
        yield (
            f"{facts['rows']} rows: {facts['imported']} new records,"
            f" {facts['changed']} changed, {facts['unchanged']} unchanged,"
            f" {facts['quarantined']} in quarantine, {facts['skipped']} skipped"
            f" ({facts['seconds']} s)."
        )
        yield from _changes(facts)
        yield from _shortness(facts)
        yield from _doubts(facts)
    yield from _next(facts, options)


def _changes(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts["changes"]:
        listed = ", ".join(
            f"{field} {count}" for field, count in facts["changes"].items()
        )
        yield f"What changed, by field: {listed}."
    for one in facts["recodings"][:SHOWN]:
        yield (
            f"Recoded in bulk, apart from news: {one['field']} from"
            f" {one['from'] or 'blank'} to {one['to'] or 'blank'} in"
            f" {one['rows']} rows."
        )
    if facts["judged"]:
        yield (
            f"{facts['judged']} records were recognised though respelt, moved or"
            " rehoused; each is a judgement that can be undone (`endimpunity judge`)."
        )
    if facts["withdrawn"]:
        indistinct = facts["withdrawn_indistinct"]
        yield f"{facts['withdrawn']} records are no longer on the list" + (
            f"; {indistinct} of them equal in name, place, year and outlet to one"
            " that is: which of the two went, the list does not say."
            if indistinct
            else "."
        )

    for file, more in facts["withdrawn_later"].items():
        yield (
            f"With this file in its place, the complete list {file} withdraws {more}"
            " records more."
        )


def _shortness(facts: Mapping[str, Any]) -> Iterator[str]:
    for file, rows in facts["shorter_than"].items():
        yield (
            f"Warning: {file} before it had {rows} rows, and this file has"
            f" {facts['rows'] - facts['skipped']}. Look whether it was cut off on its"
            " way. It withdraws nothing, so that a later whole file fills the gap."
        )


def _doubts(facts: Mapping[str, Any]) -> Iterator[str]:
    for said, kind in ((facts["reasons"], ""), (facts["skipping"], " skipped")):
        for reason, rows in list(said.items())[:SHOWN]:
            numbers = ", ".join(str(row) for row in rows[:SHOWN])
            more = f" and {len(rows) - SHOWN} more" if len(rows) > SHOWN else ""
            yield f"Row {numbers}{more}{kind}: {reason}"
    for field, values in facts["unknown_values"].items():
        listed = ", ".join(repr(value) for value in list(values)[:SHOWN])
        yield (
            f"{sum(values.values())} values of {field} are not known ({listed});"
            " the field stays unknown, the text is kept."
        )
    if facts["country_unknown"]:
        yield f"{facts['country_unknown']} rows state no country."
    if facts["before_coverage"]:
        yield (
            f"{facts['before_coverage']} rows are dated before the day from which the"
            " publisher says its list reaches; they are taken as they are."
        )


def _next(facts: Mapping[str, Any], options: Mapping[str, Any]) -> Iterator[str]:
    if facts["quarantined"]:
        yield (
            f"To see those in quarantine: endimpunity quarantine --publisher"
            f" {facts['publisher']} --stated-on {facts['stated_on']}"
        )
    if facts["opened"]:
        yield (
            f"The list of {facts['publisher']} as stated on {facts['stated_on']} is"
            " open to the world, by the fields of its policy, which its pages say one"
            f" person alone decided: {facts['published']} cases newly published,"
            f" {facts['still_published']} as before."
        )
        if facts["handed_on"]:
            yield (
                f"{facts['handed_on']} of these the list does not hold any more, and"
                " another open list does: they are shown under that list's policy now."
            )
        if facts["no_longer_published"]:
            yield (
                f"{facts['no_longer_published']} cases are no longer published: the"
                " list does not hold them any more. Their addresses say so."
            )
    elif not options["publish"] and facts["rows"]:
        yield (
            "Nothing was published: the records are for staff only. To publish what"
            " the licence policy allows, give the same command again with --publish."
        )
