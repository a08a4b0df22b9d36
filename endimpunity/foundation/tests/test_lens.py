"""A lens that could not be computed again is not made."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime

import pytest

from endimpunity.foundation.lens import REGISTRY, Audience, Lens

AS_OF = date(2016, 10, 31)
KNOWN_AT = datetime(2016, 11, 2, tzinfo=UTC)


def test_the_registry_and_a_publisher_can_speak():
    assert Lens(voice=REGISTRY, as_of=AS_OF, known_at=KNOWN_AT).is_registry
    assert not Lens(voice="CPJ", as_of=AS_OF, known_at=KNOWN_AT).is_registry


def test_equal_lenses_are_one_key():
    one = Lens(voice="CPJ", as_of=AS_OF, known_at=KNOWN_AT)
    assert {one: 1}[Lens(voice="CPJ", as_of=AS_OF, known_at=KNOWN_AT)] == 1
    with pytest.raises(FrozenInstanceError):
        one.voice = REGISTRY  # type: ignore[misc]  # the fault tested


@pytest.mark.parametrize("voice", ["", "cpj", "C P J", "CPJ\n", "2CPJ"])
def test_a_voice_that_is_no_code_is_refused(voice):
    with pytest.raises(ValueError, match="A voice is REGISTRY or"):
        Lens(voice=voice, as_of=AS_OF, known_at=KNOWN_AT)


@pytest.mark.parametrize("known_at", [datetime(2016, 11, 2), AS_OF])  # noqa: DTZ001  # the fault tested
def test_a_moment_without_a_time_zone_is_refused(known_at):
    with pytest.raises(ValueError, match="needs a time zone"):
        Lens(voice="CPJ", as_of=AS_OF, known_at=known_at)


def test_a_moment_is_no_day_of_the_world():
    with pytest.raises(ValueError, match="as_of is a day"):
        Lens(voice="CPJ", as_of=KNOWN_AT, known_at=KNOWN_AT)


def test_the_audiences_are_two():
    assert list(Audience) == ["PUBLIC", "STAFF"]
