"""How known lists spell the codes, as `loose` writes them."""

from endimpunity.sources.rules.mapping.checking import CODES

_CROSSFIRE = ("crossfire", "crossfire combat related", "crossfire or combat", "combat")

# Each code also spells itself: "COMPLETE_IMPUNITY" is "complete impunity".
SPELLINGS: dict[str, dict[str, str]] = {
    "manner": {
        "murdered": "MURDER",
        **dict.fromkeys(_CROSSFIRE, "CROSSFIRE"),
        "on dangerous assignment": "DANGEROUS_ASSIGNMENT",
    },
    "motive": {
        "motive confirmed": "CONFIRMED",
        "motive unconfirmed": "UNCONFIRMED",
        "not confirmed": "UNCONFIRMED",
        "motive unknown": "UNKNOWN",
    },
    "role": {
        "journalists": "JOURNALIST",
        "media workers": "MEDIA_WORKER",
        "media support worker": "MEDIA_WORKER",
        "media support workers": "MEDIA_WORKER",
        "media assistant": "MEDIA_WORKER",
    },
    # "Impunity for murder: yes" of the layout of 2016.
    "impunity": {
        "yes": "COMPLETE_IMPUNITY",
        "complete": "COMPLETE_IMPUNITY",
        "partial": "PARTIAL_IMPUNITY",
        "partial justice": "PARTIAL_IMPUNITY",
        "no": "FULL_JUSTICE",
    },
    "unesco_status": {
        "no information received so far": "NO_INFORMATION",
        "no information received": "NO_INFORMATION",
        "ongoing or unresolved": "ONGOING_UNRESOLVED",
        "ongoing": "ONGOING_UNRESOLVED",
        "unresolved": "ONGOING_UNRESOLVED",
        "unresolved archived": "ARCHIVED",
        "ongoing unresolved reported by member state as killed by foreign actors"
        " beyond national jurisdiction": "BEYOND_JURISDICTION",
    },
    "sex": {
        "m": "MALE",
        "man": "MALE",
        "f": "FEMALE",
        "woman": "FEMALE",
        "non binary": "OTHER",
    },
    "employment": {
        "freelancer": "FREELANCE",
        "freelancers": "FREELANCE",
        "employed": "STAFF",
        "not indicated": "UNKNOWN",
    },
    "local_foreign": {"foreigner": "FOREIGN", "not indicated": "UNKNOWN"},
    # The classes of the U.S. Press Freedom Tracker. A stop, a search or a denial is
    # harmful and none of the graver acts; a chilling statement need not threaten.
    "violation": {
        "killed": "KILLING",
        "murder": "KILLING",
        "disappearance": "ENFORCED_DISAPPEARANCE",
        "missing": "ENFORCED_DISAPPEARANCE",
        "abduction": "KIDNAPPING",
        "kidnapped": "KIDNAPPING",
        "detention": "ARBITRARY_DETENTION",
        "imprisonment": "ARBITRARY_DETENTION",
        "arrest": "ARBITRARY_DETENTION",
        "arrest criminal charge": "ARBITRARY_DETENTION",
        "arrest detention": "ARBITRARY_DETENTION",
        "physical attack": "ASSAULT",
        "attack": "ASSAULT",
        "harassment": "OTHER_HARMFUL_ACT",
        "subpoena legal order": "LEGAL_HARASSMENT",
        "leak case": "LEGAL_HARASSMENT",
        "prior restraint": "LEGAL_HARASSMENT",
        "border stop": "OTHER_HARMFUL_ACT",
        "chilling statement": "OTHER_HARMFUL_ACT",
        "denial of access": "OTHER_HARMFUL_ACT",
        "equipment damage": "OTHER_HARMFUL_ACT",
        "equipment search or seizure": "OTHER_HARMFUL_ACT",
        "other incident": "OTHER_HARMFUL_ACT",
    },
}
for _field, _codes in CODES.items():
    SPELLINGS[_field].update({c.replace("_", " ").casefold(): c for c in _codes})

BOOLEANS: dict[str, bool] = {
    "yes": True,
    "true": True,
    "y": True,
    "1": True,
    "conflict zone": True,
    "no": False,
    "false": False,
    "n": False,
    "0": False,
    "not a conflict zone": False,
}
