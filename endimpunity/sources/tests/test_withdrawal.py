import pytest

from endimpunity.sources.rules.withdrawal import in_scope, scope_fault


def test_an_empty_scope_is_the_whole_list():
    assert in_scope({"name": "A"}, {})


def test_every_field_of_a_scope_must_hold():
    values = {"motive": "CONFIRMED", "role": "JOURNALIST"}
    assert in_scope(values, {"motive": "CONFIRMED", "role": "JOURNALIST"})
    assert not in_scope(values, {"motive": "CONFIRMED", "role": "MEDIA_WORKER"})


def test_what_is_unknown_is_not_in_scope():
    assert not in_scope({"motive": None}, {"motive": "CONFIRMED"})
    assert not in_scope({}, {"motive": "CONFIRMED"})


def test_a_truth_is_compared_as_a_word():
    assert in_scope({"conflict": True}, {"conflict": "true"})


@pytest.mark.parametrize(
    ("scope", "sentence"),
    [
        ({"motiv": "CONFIRMED"}, 'no field with codes: did you mean "motive"? Allowed'),
        ({"qqqq": "CONFIRMED"}, "no field with codes. Allowed are: manner"),
        ({"motive": "CONFIRMD"}, ': did you mean "CONFIRMED"? Allowed are: CONFIRMED'),
        ({"motive": "7"}, "no value of motive. Allowed are: CONFIRMED"),
    ],
)
def test_what_is_wrong_with_a_scope_is_said_in_whole_sentences(scope, sentence):
    assert sentence in scope_fault(scope)
