import pytest

from endimpunity.doors.site.wording import FIELD_LABELS, VOCABULARIES, in_words
from endimpunity.sources.vocabulary import FIELDS


@pytest.mark.parametrize("kind", sorted(VOCABULARIES))
def test_every_code_has_words(kind):
    for code in VOCABULARIES[kind].values:
        assert in_words(code, kind) != code


def test_every_field_a_list_may_state_has_words():
    assert set(FIELDS) <= set(FIELD_LABELS)


def test_words_begin_with_a_capital():
    assert in_words("MEDIA_WORKER", "role") == "Media worker"


def test_a_code_that_no_vocabulary_holds_is_still_readable():
    assert in_words("SHOT_AT_SEA", "manner") == "Shot at sea"
    assert in_words("SHOT_AT_SEA", "no such vocabulary") == "Shot at sea"


def test_text_that_is_no_code_stays_as_it_is():
    assert in_words("At the family's request", "withdrawal") == (
        "At the family's request"
    )


def test_resolved_and_convicted_are_never_the_same_word():
    standing = {
        code: in_words(code, "standing") for code in ("RESOLVED", "FULL_JUSTICE")
    }
    convicted = {
        in_words("CONVICTED", "event"),
        in_words("CONVICTION_FINAL", "standing"),
    }
    assert not convicted & set(standing.values())
