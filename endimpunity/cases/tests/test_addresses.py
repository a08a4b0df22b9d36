"""Public addresses of cases."""

import pytest

from endimpunity.cases.queries import addresses
from endimpunity.cases.tests.factories import own_case
from endimpunity.cases.vocabulary import PUBLIC_ID_ALPHABET

pytestmark = pytest.mark.django_db


def test_addresses_are_many_different_and_spell_no_word():
    drawn = addresses.unused_public_ids(5_000)
    assert len(set(drawn)) == 5_000
    assert {len(one) for one in drawn} == {10}
    assert set("".join(drawn)) == set(PUBLIC_ID_ALPHABET)
    assert not set(PUBLIC_ID_ALPHABET) & set("aeiouy01l")


def test_every_sign_is_as_likely_as_another():
    drawn = "".join(addresses.unused_public_ids(20_000))
    counts = [drawn.count(sign) for sign in PUBLIC_ID_ALPHABET]
    # 200,000 signs, 7,407 each; six standard deviations are 506.
    assert max(abs(count - 7_407) for count in counts) < 506


def test_an_address_that_a_case_has_is_not_given_again(system, monkeypatch):
    taken = own_case(system).public_id
    drawn = iter([{taken, "bcdfghjkmn"}, {"zxwvtsrqpn"}])
    monkeypatch.setattr(addresses, "_draw", lambda _count: next(drawn))
    assert set(addresses.unused_public_ids(2)) == {"bcdfghjkmn", "zxwvtsrqpn"}
