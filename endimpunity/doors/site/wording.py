"""Codes in words: each code in the vocabulary that it belongs to."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from endimpunity.cases import vocabulary as cases_vocabulary
from endimpunity.directory import vocabulary as directory_vocabulary
from endimpunity.sources import vocabulary as sources_vocabulary

VOCABULARIES: Mapping[str, type[TextChoices]] = {
    "body": directory_vocabulary.Body,
    "channel": directory_vocabulary.Channel,
    "condemnation": cases_vocabulary.CondemnationWord,
    "employment": sources_vocabulary.Employment,
    "event": cases_vocabulary.EventKind,
    "group": cases_vocabulary.TollGroup,
    "impunity": sources_vocabulary.Impunity,
    "licence": sources_vocabulary.LicencePolicy,
    "local_foreign": sources_vocabulary.LocalForeign,
    "manner": sources_vocabulary.Manner,
    "media": sources_vocabulary.Medium,
    "method": cases_vocabulary.Method,
    "motive": sources_vocabulary.Motive,
    "office": directory_vocabulary.OfficeKind,
    "point": directory_vocabulary.Point,
    "post": directory_vocabulary.PostKind,
    "proceeding": cases_vocabulary.ProceedingKind,
    "role": sources_vocabulary.Role,
    "sex": sources_vocabulary.Sex,
    "standing": cases_vocabulary.Standing,
    "unesco_status": sources_vocabulary.UnescoStatus,
    "upcoming": cases_vocabulary.UpcomingKind,
    "violation": sources_vocabulary.Violation,
    "violations": sources_vocabulary.Violation,
}

# What a list calls its columns, as a reader calls them.
FIELD_LABELS = {
    "acknowledgements": _("acknowledgements by the State"),
    "age": _("age"),
    "beats": _("reported on"),
    "captive": _("held captive before"),
    "conflict": _("in armed conflict"),
    "area": _("area"),
    "context": _("circumstances"),
    "country": _("country"),
    "date": _("date"),
    "employment": _("employment"),
    "event": _("event"),
    "external_id": _("the publisher's number"),
    "impunity": _("impunity"),
    "local_foreign": _("local or foreign"),
    "manner": _("manner of death"),
    "media": _("kind of medium"),
    "motive": _("link with the work"),
    "name": _("name"),
    "name_native": _("name in its own script"),
    "nationality": _("nationality"),
    "outlets": _("outlet"),
    "perpetrators": _("suspected by the source"),
    "place": _("place"),
    "requests": _("requests to the State"),
    "resolved_year": _("year of resolution"),
    "responses": _("responses by the State"),
    "role": _("role"),
    "sex": _("sex"),
    "summary": _("account"),
    "threatened": _("threatened before"),
    "tortured": _("tortured"),
    "unesco_status": _("status under UNESCO's method"),
    "url": pgettext_lazy("an address on the web", "link"),
    "violation": _("what was done"),
    "violations": _("what was done"),
    "year": _("year"),
}

# The reasons that the program gives by itself.
_OWN_REASONS = {
    sources_vocabulary.ALONE_REASON,
    cases_vocabulary.STARTER_REASON,
    cases_vocabulary.NO_LONGER_LISTED,
}


def own_reason(reason: str) -> str:
    """Return a reason that the program gave in the page's language, "" for others."""
    return gettext(reason) if reason in _OWN_REASONS else ""


def in_words(code: str, kind: str) -> str:
    """Return the label of a code, beginning with a capital; unknown codes as text.

    Args:
        code: as a card holds it.
        kind: the name of a vocabulary, or "field" for the name of a field.
    """
    if kind == "field":
        return capfirst(str(FIELD_LABELS.get(code) or _label_of_one_field(code)))
    return capfirst(label_of(code, kind))


def label_of(code: str, kind: str) -> str:
    """Return the label of a code as it stands inside a sentence."""
    vocabulary = VOCABULARIES.get(kind)
    if vocabulary is not None and code in vocabulary.values:
        return str(vocabulary(code).label)
    return _plain(code)


def _label_of_one_field(code: str) -> str:
    """Return what a voice speaks of besides fields: a toll, the day of an event."""
    kind = "group" if code in VOCABULARIES["group"].values else "event"
    return label_of(code, kind)


def media_in_words(value: str) -> str:
    """Say kinds of media, those that are known in the page's language.

    A list states them in words of its own: "Radio" is a known one.
    """
    comma = pgettext("between items of a list", ", ")
    return capfirst(
        comma.join(label_of(_medium(one), "media") for one in value.split(", "))
    )


def _medium(stated: str) -> str:
    known = VOCABULARIES["media"].values
    return stated.upper() if stated.upper() in known else stated


def _plain(code: str) -> str:
    """Return a code that no vocabulary holds as its writer would have said it."""
    return code.replace("_", " ").lower() if code.isupper() else code
