"""What a publisher's licence policy lets the world see of its list."""

from endimpunity.sources.vocabulary import FIELDS, LicencePolicy

# Facts nobody owns, as a reader needs them to find the entry at its publisher:
# name, date, place, outlet, status, link. What was done, and whether the publisher
# holds the motive confirmed, are part of the status: without them a detention
# passes for a killing, and a doubt for a finding.
FACTS_AND_LINK = (
    "name",
    "name_native",
    "date",
    "year",
    "country",
    "area",
    "place",
    "outlets",
    "violation",
    "motive",
    "impunity",
    "unesco_status",
    "url",
)
# Free text may name living suspects or witnesses: staff only until released.
FREE_TEXT = ("event", "summary", "perpetrators")


def fields_under(licence: str) -> tuple[str, ...]:
    """Return the fields that may be published under a licence policy."""
    if licence == LicencePolicy.FACTS_AND_LINK:
        return FACTS_AND_LINK
    if licence == LicencePolicy.FULL:
        return (*(name for name in FIELDS if name not in FREE_TEXT), "area")
    return ()
