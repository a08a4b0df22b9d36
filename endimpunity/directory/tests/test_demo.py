"""The States of the invented world."""

import pycountry
import pytest

from endimpunity.directory import queries
from endimpunity.directory.demo import add_states, invented_states
from endimpunity.directory.models import State
from endimpunity.directory.vocabulary import LANGUAGES
from endimpunity.foundation import countries
from endimpunity.foundation.countries.names import fold, name_table
from endimpunity.foundation.invention import TONGUES


def test_their_codes_are_a_users_own_and_nobody_elses():
    codes = {one.code for one in invented_states()}
    assert codes == countries.INVENTED
    assert not codes & set(countries.COUNTRIES)
    for code in codes:
        assert code in {"AA", "ZZ"} or code[0] == "X" or "QM" <= code <= "QZ"
        assert pycountry.countries.get(alpha_2=code) is None
        assert pycountry.countries.get(alpha_3=f"{code}A") is None


def test_they_have_names_in_six_languages_that_no_country_has():
    for one in invented_states():
        assert set(one.names) == set(LANGUAGES)
        assert one.tongue in TONGUES
        for name in one.names.values():
            assert fold(name) not in name_table()


@pytest.mark.django_db
def test_adding_them_marks_the_installation_and_shows_their_names(system, now):
    assert queries.invented_world() == ""
    add_states(world="3 cases of seed 9", by=system, at=now)
    assert queries.invented_world() == "3 cases of seed 9"
    assert State.objects.filter(code__in=countries.INVENTED).count() == len(
        countries.INVENTED
    )
    assert queries.state_names("fr")["XM"] == "Orlévie"
    assert queries.state_names("en")["FR"] == "France"
