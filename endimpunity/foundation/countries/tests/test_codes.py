"""The tables of codes agree with the standard and with themselves."""

from datetime import date, timedelta

import pycountry

from endimpunity.foundation.countries import AREAS, COUNTRIES, Kind

FORMER = {c.alpha3: c for c in COUNTRIES.values() if c.kind is Kind.FORMER}


def test_codes_in_force_are_those_of_the_standard():
    ours = {
        (c.code, c.alpha3, c.numeric)
        for c in COUNTRIES.values()
        if c.kind is not Kind.FORMER and c.code != "XK"
    }
    standard = {(c.alpha_2, c.alpha_3, int(c.numeric)) for c in pycountry.countries}
    assert ours == standard


def test_former_codes_are_those_of_the_standard():
    assert set(FORMER) == {c.alpha_3 for c in pycountry.historic_countries}


def test_two_letters_belong_to_their_last_holder():
    standing = {c.alpha_2 for c in pycountry.countries}
    for old in pycountry.historic_countries:
        ours = FORMER[old.alpha_3]
        if old.alpha_2 in standing:
            assert ours.code == old.alpha_4
    assert COUNTRIES["CS"].name == "Serbia and Montenegro"
    assert COUNTRIES["CSHH"].name == "Czechoslovakia"


def test_a_former_country_ends_no_later_than_its_code():
    for old in pycountry.historic_countries:
        ours = FORMER[old.alpha_3]
        withdrawn = old.withdrawal_date
        assert ours.existed_to is not None
        assert ours.existed_to.isoformat() <= withdrawn.ljust(10, "~")


def test_every_follower_is_a_country():
    for country in COUNTRIES.values():
        assert set(country.followed_by) <= set(COUNTRIES)
    assert all(set(codes) <= set(COUNTRIES) for codes in AREAS.values())


def test_yugoslavia_is_two_states_under_one_code():
    yugoslavia = COUNTRIES["YU"]
    assert yugoslavia.name_on(date(1991, 9, 1)).startswith("Socialist")
    assert yugoslavia.name_on(date(1999, 4, 23)).startswith("Federal")
    assert yugoslavia.name_on(date(2010, 1, 1)) == "Yugoslavia"
    assert yugoslavia.existed_on(date(1999, 4, 23))
    assert not yugoslavia.existed_on(date(2003, 2, 4))


def test_serbia_and_montenegro_follows_yugoslavia_without_a_gap():
    before, after = COUNTRIES["YU"].existed_to, COUNTRIES["CS"].existed_from
    assert before is not None
    assert after == before + timedelta(days=1)


def test_members_of_the_united_nations_and_unesco_are_states():
    # 193 members of the United Nations, two observer States, and two members of
    # UNESCO that are neither (Cook Islands, Niue).
    states = [c for c in COUNTRIES.values() if c.kind is Kind.STATE]
    assert len(states) == 193 + 2 + 2
