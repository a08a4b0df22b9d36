"""What the program itself says is said in the reader's language, and is so marked."""

import pytest
from django.conf import settings
from django.utils import translation

from endimpunity.cases import published as cases_published
from endimpunity.cases.vocabulary import NO_LONGER_LISTED, STARTER_REASON
from endimpunity.doors.site import wording
from endimpunity.doors.site.tests import factories
from endimpunity.sources.vocabulary import ALONE_REASON

CASE = "cases/b3n8rwz4gh/"
ENGLISH = 'lang="en" dir="ltr"'


def shown(client, address):
    return client.get(address).content.decode()


def test_whom_a_publisher_counts_is_said_in_the_readers_language(client, rooms):
    said = {"en": "People killed at harbours.", "fr": "Les personnes tuées au port."}
    card = factories.a_publisher(counts_by_language=said)
    rooms.answer_of_sources("publisher_card", card)
    assert "<p>Les personnes tuées au port.</p>" in shown(client, "/fr/publishers/LEX/")
    assert f"<p {ENGLISH}>People killed at harbours.</p>" in shown(
        client, "/ru/publishers/LEX/"
    )


def test_what_is_known_in_english_alone_is_marked_as_english(client, rooms):
    for language in ("fr", "ar"):
        page = shown(client, f"/{language}/publishers/LEX/")
        assert f"<p {ENGLISH}>People killed at harbours.</p>" in page


@pytest.mark.parametrize("reason", [ALONE_REASON, STARTER_REASON])
def test_the_programs_own_reason_for_showing_is_translated(client, rooms, reason):
    policy = factories.a_policy(reason=reason)
    rooms.answer("case_card", factories.a_case(policy=policy))
    assert reason not in shown(client, f"/ar/{CASE}")
    assert "Facts are free" not in shown(client, f"/ar/{CASE}")


def test_a_persons_own_reason_stays_in_that_persons_words(client, rooms):
    page = shown(client, f"/fr/{CASE}")
    assert f"<p {ENGLISH}>Facts are free to repeat.</p>" in page


def test_the_programs_own_reason_for_withdrawing_is_translated(client, rooms):
    gone = cases_published.TombstoneCard(
        public_id="b3n8rwz4gh",
        reason=NO_LONGER_LISTED,
        since="2024-01-02",
    )
    rooms.answer("case_card", gone)
    assert "La liste dont ce cas a été tiré ne le contient plus." in shown(
        client, f"/fr/{CASE}"
    )


@pytest.mark.parametrize("reason", [ALONE_REASON, STARTER_REASON, NO_LONGER_LISTED])
def test_every_own_reason_is_in_every_language(reason):
    said = set()
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            said.add(wording.own_reason(reason))
    assert len(said) == len(settings.LANGUAGES)
    assert wording.own_reason("at the family's request") == ""
