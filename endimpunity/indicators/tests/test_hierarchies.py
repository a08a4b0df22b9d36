import pytest

from endimpunity.indicators.maths.hierarchies import (
    generators,
    hierarchical_models,
    members,
    written,
)


@pytest.mark.parametrize(("lists", "models"), [(3, 8), (4, 113), (5, 6_893)])
def test_there_are_as_many_models_as_the_books_count(lists, models):
    found = hierarchical_models(lists)
    assert len(found) == len(set(found)) == models


def test_if_lists_interact_so_do_all_among_them():
    for model in hierarchical_models(4):
        for group in model:
            smaller = {group & ~(1 << at) for at in members(group)}
            assert {it for it in smaller if it.bit_count() > 1} <= model


def test_a_model_is_written_larger_groups_first_and_lone_lists_too():
    names = ("EXH", "ABA", "OSCE", "HRW")
    model = frozenset({0b0011, 0b0101, 0b0110, 0b0111, 0b1001})
    assert written(generators(model, 4), names) == "[EXH·ABA·OSCE][EXH·HRW]"
    assert written(generators(frozenset(), 4), names) == "[EXH][ABA][OSCE][HRW]"
