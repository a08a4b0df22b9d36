import numpy as np

from endimpunity.indicators.maths.chance import uniforms

EXPECTED = [0.1595842002218813, 0.41088408497106427, 0.34680801669898625]


def test_one_description_gives_the_same_draws_for_ever():
    # Written down once: whatever changes them changes figures that were published.
    assert uniforms("cpj-index 2016", 3).tolist() == EXPECTED
    assert uniforms("cpj-index 2016", 9)[:3].tolist() == EXPECTED


def test_another_description_gives_other_draws():
    assert uniforms("a", 4).tolist() != uniforms("b", 4).tolist()


def test_draws_look_uniform_between_0_and_1():
    drawn = uniforms("many", 100_000)
    assert drawn.min() > 0
    assert drawn.max() < 1
    assert np.allclose(np.quantile(drawn, [0.1, 0.5, 0.9]), [0.1, 0.5, 0.9], atol=0.01)
