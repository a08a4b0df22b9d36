"""What a policy lets through."""

from endimpunity.cases.rules.allowance import let_through, opened
from endimpunity.sources.rules.licences import FACTS_AND_LINK
from endimpunity.sources.vocabulary import FIELDS


def test_facts_and_link_opens_these_and_no_others():
    assert opened(FACTS_AND_LINK) == {
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
    }


def test_plain_words_stand_for_fields():
    assert opened(["status", "outlet", "link"]) == {
        "impunity",
        "unesco_status",
        "outlets",
        "url",
    }


def test_no_policy_opens_free_text():
    everything = opened([*FIELDS, "unread", "people"])
    assert not everything & {"summary", "perpetrators", "event", "unread", "people"}


def test_what_is_not_allowed_is_not_there():
    assert let_through({"name": "A", "sex": "MALE"}, frozenset({"name"})) == {
        "name": "A"
    }
