"""What is said of a list that was open to the world and was closed."""

from datetime import timedelta

import pytest

from endimpunity.foundation.lens import REGISTRY, Lens
from endimpunity.sources import published
from endimpunity.sources.models import Publisher, PublishingPolicy
from endimpunity.sources.operations import end_policy

pytestmark = pytest.mark.django_db


def at(moment):
    return Lens(voice=REGISTRY, as_of=moment.date(), known_at=moment)


@pytest.fixture
def policy(system, now):
    made = Publisher.objects.create(
        code="LEX", name="League of Examples", licence="FULL", recorded_at=now
    )
    return PublishingPolicy.objects.create(
        publisher=made,
        version=1,
        fields=["name"],
        reason="A test.",
        alone=True,
        approved_at=now,
        approved_by=system,
    )


def test_a_list_that_was_never_open_or_still_is_was_not_closed(policy, now):
    assert published.closed_list("NOBODY", lens=at(now)) is None
    assert published.closed_list("LEX", lens=at(now)) is None


def test_a_closed_list_says_since_when_and_why(policy, system, now):
    later = now + timedelta(days=2)
    end_policy(publisher_code="LEX", reason="Asked to.", by=system, at=later)
    card = published.closed_list("LEX", lens=at(later))
    assert card is not None
    assert (card.name, card.since, card.reason) == (
        "League of Examples",
        later.date().isoformat(),
        "Asked to.",
    )
    # A lens of before knows of no closing.
    assert published.closed_list("LEX", lens=at(now)) is None
