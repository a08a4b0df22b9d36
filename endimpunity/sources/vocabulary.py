"""Words of the sources room: the codes of a record and of an import."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

# Why a policy made alone stands. Kept in English, and said in each page's language.
ALONE_REASON = gettext_noop(
    "This installation is kept by one person. What the publisher's licence policy"
    " allows is shown, without a second reading.",
)

# Every field a list may state, in the order of docs/reference/fields.md.
FIELDS = (
    "name",
    "name_native",
    "date",
    "year",
    "country",
    "place",
    "outlets",
    "nationality",
    "sex",
    "age",
    "role",
    "employment",
    "local_foreign",
    "media",
    "beats",
    "manner",
    "motive",
    "impunity",
    "unesco_status",
    "resolved_year",
    "requests",
    "responses",
    "acknowledgements",
    "violation",
    "event",
    "conflict",
    "perpetrators",
    "captive",
    "threatened",
    "tortured",
    "url",
    "external_id",
    "summary",
)


class Manner(models.TextChoices):
    """How a person died, in the publisher's words."""

    MURDER = "MURDER", _("murder")
    CROSSFIRE = "CROSSFIRE", _("crossfire or combat")
    DANGEROUS_ASSIGNMENT = "DANGEROUS_ASSIGNMENT", _("dangerous assignment")
    UNKNOWN = "UNKNOWN", _("unknown")
    OTHER = "OTHER", _("other")


class Motive(models.TextChoices):
    """Whether the publisher holds the work to be the reason."""

    CONFIRMED = "CONFIRMED", _("confirmed")
    UNCONFIRMED = "UNCONFIRMED", _("unconfirmed")
    UNKNOWN = "UNKNOWN", _("unknown")


class Role(models.TextChoices):
    """What the person did for a medium."""

    JOURNALIST = "JOURNALIST", _("journalist")
    MEDIA_WORKER = "MEDIA_WORKER", _("media worker")
    OTHER = "OTHER", _("other")


class Impunity(models.TextChoices):
    """What justice has done, by the Committee to Protect Journalists' method."""

    COMPLETE_IMPUNITY = "COMPLETE_IMPUNITY", _("complete impunity")
    PARTIAL_IMPUNITY = "PARTIAL_IMPUNITY", _("partial impunity")
    FULL_JUSTICE = "FULL_JUSTICE", _("full justice")


class UnescoStatus(models.TextChoices):
    """The status UNESCO gives a case, resting on the State's own responses."""

    NEW_REQUEST = "NEW_REQUEST", _("new request")
    NO_INFORMATION = "NO_INFORMATION", _("no information received so far")
    ONGOING_UNRESOLVED = "ONGOING_UNRESOLVED", _("ongoing or unresolved")
    RESOLVED = "RESOLVED", _("resolved")
    ARCHIVED = "ARCHIVED", _("unresolved, archived")
    BEYOND_JURISDICTION = (
        "BEYOND_JURISDICTION",
        _("reported by the State as beyond its jurisdiction"),
    )


class Sex(models.TextChoices):
    """The sex a publisher states."""

    MALE = "MALE", _("male")
    FEMALE = "FEMALE", _("female")
    OTHER = "OTHER", _("other")
    UNKNOWN = "UNKNOWN", _("unknown")


class Employment(models.TextChoices):
    """Whether the person was employed by a medium."""

    STAFF = "STAFF", _("staff")
    FREELANCE = "FREELANCE", _("freelance")
    UNKNOWN = "UNKNOWN", _("unknown")


class LocalForeign(models.TextChoices):
    """Whether the person worked in the own country."""

    LOCAL = "LOCAL", _("local")
    FOREIGN = "FOREIGN", _("foreign")
    UNKNOWN = "UNKNOWN", _("unknown")


class Violation(models.TextChoices):
    """What was done to a person; the order is that of gravity."""

    KILLING = "KILLING", _("killing")
    ENFORCED_DISAPPEARANCE = "ENFORCED_DISAPPEARANCE", _("enforced disappearance")
    TORTURE = "TORTURE", _("torture")
    KIDNAPPING = "KIDNAPPING", _("kidnapping")
    ARBITRARY_DETENTION = "ARBITRARY_DETENTION", _("arbitrary detention")
    ASSAULT = "ASSAULT", _("assault")
    THREAT = "THREAT", _("threat")
    LEGAL_HARASSMENT = "LEGAL_HARASSMENT", _("legal harassment")
    DIGITAL_ATTACK = "DIGITAL_ATTACK", _("digital attack")
    OTHER_HARMFUL_ACT = "OTHER_HARMFUL_ACT", _("other harmful act")


class LicencePolicy(models.TextChoices):
    """How much of a publisher's list may be shown to the world."""

    NONE = "NONE", _("nothing")
    FACTS_AND_LINK = "FACTS_AND_LINK", _("facts and a link")
    FULL = "FULL", _("everything")


class Outcome(models.TextChoices):
    """What became of one row of a file."""

    IMPORTED = "IMPORTED", _("imported")
    QUARANTINED = "QUARANTINED", _("in quarantine")
    SKIPPED = "SKIPPED", _("skipped")


class SnapshotState(models.TextChoices):
    """What became of one file."""

    IMPORTED = "IMPORTED", _("imported")
    REFUSED = "REFUSED", _("refused")
    TAKEN_BACK = "TAKEN_BACK", _("taken back")


class Verdict(models.TextChoices):
    """A judgement on two entries."""

    SAME = "SAME", _("the same")
    DIFFERENT = "DIFFERENT", _("different")
    UNSURE = "UNSURE", _("unsure")
