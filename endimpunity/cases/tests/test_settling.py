"""Which voice decides a field."""

from endimpunity.cases.rules.fields import facts_of_record, whole_year
from endimpunity.cases.rules.settling import facts_of, settle


def test_the_registry_goes_before_the_lists():
    settled = settle([{"name": "Ours"}, {"name": "Theirs", "role": "JOURNALIST"}])
    assert facts_of(settled) == {"name": "Ours", "role": "JOURNALIST"}
    assert settled["name"].voice == 0
    assert settled["role"].voice == 1


def test_the_registrys_unknown_stands_before_what_lists_say():
    settled = settle([{"sex": None}, {"sex": "MALE"}])
    assert settled["sex"].value is None


def test_a_blank_of_one_list_leaves_the_word_to_the_next():
    voices = [{}, facts_of_record({"role": None}), facts_of_record({"role": "OTHER"})]
    assert settle(voices)["role"].value == "OTHER"


def test_a_country_and_an_area_come_from_one_voice():
    settled = settle([{}, {"area": "IL+PS"}, {"country": "PS"}])
    assert facts_of(settled) == {"area": "IL+PS"}


def test_an_entry_without_a_violation_is_a_killing():
    assert facts_of_record({})["violations"] == ["KILLING"]
    assert facts_of_record({"violation": "THREAT"})["violations"] == ["THREAT"]


def test_a_year_alone_is_any_of_its_days():
    assert facts_of_record({"year": 2012, "date": None})["date"] == whole_year(2012)


def test_free_text_of_a_list_never_becomes_a_fact():
    said = {"summary": "free text", "perpetrators": ["free text"], "unread": {"x": "y"}}
    assert "free text" not in str(facts_of_record(said))
