from endimpunity.sources.rules.withdrawal import in_scope


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
