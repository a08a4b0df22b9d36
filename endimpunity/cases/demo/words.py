"""The words of the invented world: codes by how often they are met, and sentences."""

from endimpunity.foundation.invention import Draws

VIOLATIONS: tuple[tuple[tuple[str, ...], float], ...] = (
    (("KILLING",), 56),
    (("KILLING", "KIDNAPPING"), 3),
    (("ENFORCED_DISAPPEARANCE",), 4),
    (("TORTURE",), 2),
    (("TORTURE", "ARBITRARY_DETENTION"), 2),
    (("KIDNAPPING",), 4),
    (("ARBITRARY_DETENTION",), 10),
    (("ASSAULT",), 9),
    (("THREAT",), 5),
    (("LEGAL_HARASSMENT",), 3),
    (("DIGITAL_ATTACK",), 1.5),
    (("OTHER_HARMFUL_ACT",), 0.5),
)
ROLES = (("JOURNALIST", 86.0), ("MEDIA_WORKER", 12.0), ("OTHER", 2.0))
MOTIVES = (("CONFIRMED", 58.0), ("UNCONFIRMED", 27.0), ("UNKNOWN", 15.0))
EMPLOYMENT = (("STAFF", 66.0), ("FREELANCE", 24.0), ("UNKNOWN", 10.0))
MANNERS = (
    ("MURDER", 68.0),
    ("CROSSFIRE", 17.0),
    ("DANGEROUS_ASSIGNMENT", 9.0),
    ("UNKNOWN", 4.0),
    ("OTHER", 2.0),
)
BEATS = (
    "local politics", "corruption", "the environment", "crime", "human rights",
    "the war", "sport", "culture", "mining", "courts", "elections", "land disputes",
)  # fmt: skip
MEDIA = ("Print", "Radio", "Television", "Online")

CONTEXTS = (
    "The attack came in the weeks before an election.",
    "Reporters in the region had been threatened before.",
    "The area was held by an armed group at the time.",
    "A demonstration was being reported on.",
)
NOT_TOLD = (
    "What the public works of {} cost, and who was paid.",
    "Who owns the quarries around {}.",
    "How the election was counted in {}.",
    "What became of those detained in {}.",
)

REASON = "Invented for a demonstration."
REVIEW = "Invented for a demonstration; read by a second invented reader."
REVISED = "Stated before the inquiry was known; invented for a demonstration."
WITHDRAWALS = (
    "The family asked that this case be taken down; invented for a demonstration.",
    "The entry named a person who was not harmed; invented for a demonstration.",
)
LINKED = "The same person, as two invented readers agreed, for a demonstration."
MERGED = "Two entries of one person in one attack; invented for a demonstration."

_DONE = {
    "KILLING": ("was killed", "were killed"),
    "ENFORCED_DISAPPEARANCE": ("was made to disappear", "were made to disappear"),
    "TORTURE": ("was tortured", "were tortured"),
    "KIDNAPPING": ("was abducted", "were abducted"),
    "ARBITRARY_DETENTION": ("was detained", "were detained"),
    "ASSAULT": ("was beaten", "were beaten"),
    "THREAT": ("was threatened", "were threatened"),
    "LEGAL_HARASSMENT": ("was taken to court", "were taken to court"),
    "DIGITAL_ATTACK": ("had an account broken into", "had their devices broken into"),
    "OTHER_HARMFUL_ACT": ("was harmed", "were harmed"),
}
_WHERE = (
    "on the way to work in {}",
    "while reporting in {}",
    "near the market of {}",
    "outside a home in {}",
    "at a road block before {}",
)


def summary(violation: str, count: int, town: str, state: str, draws: Draws) -> str:
    """Return what happened, in a sentence."""
    one, several = _DONE[violation]
    who = "A reporter" if count == 1 else f"{count} people of the press"
    done = one if count == 1 else several
    return f"{who} {done} {draws.pick(_WHERE).format(town)}, {state}."
