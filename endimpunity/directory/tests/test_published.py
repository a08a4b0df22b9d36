"""What a stranger reads of a State."""

from datetime import date

import pytest

from endimpunity.directory import published

pytestmark = pytest.mark.usefixtures("reference")
DAY = date(2024, 11, 2)


def test_a_card_says_who_a_state_is_on_a_day():
    card = published.state_card("ML", language="fr", on=DAY)
    assert card == published.StateCard(
        code="ML",
        name="Mali",
        kind="STATE",
        unesco_member=True,
        unesco_group="V(a)",
        m49_region="Afrique",
    )


def test_a_card_leaves_blank_what_is_not_known():
    card = published.state_card("XK", language="ar", on=DAY)
    assert card is not None
    assert (card.name, card.unesco_member) == ("كوسوفو", False)
    assert (card.unesco_group, card.m49_region) == ("", "")


def test_an_unknown_code_has_no_card():
    assert published.state_card("QQ", language="en", on=DAY) is None


def test_names_are_those_of_the_directory():
    assert published.state_names("en")["CI"]
