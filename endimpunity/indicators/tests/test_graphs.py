import pytest

from endimpunity.indicators.maths.graphs import coefficients, decomposable_graphs


@pytest.mark.parametrize(
    ("lists", "graphs"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822)]
)
def test_there_are_as_many_decomposable_graphs_as_are_known(lists, graphs):
    assert len(decomposable_graphs(lists)) == graphs


def test_a_graph_counts_its_cliques_less_what_they_share():
    graphs = decomposable_graphs(3)
    (chain,) = [it for it in graphs if set(it.cliques) == {0b011, 0b110}]
    row = coefficients((chain,), 3)[0]
    assert {at: row[at] for at in range(1, 8) if row[at]} == {0b011: 1, 0b110: 1, 2: -1}


def test_a_square_is_no_decomposable_graph():
    square = {0b0011, 0b0110, 0b1100, 0b1001}
    assert not any(set(it.cliques) == square for it in decomposable_graphs(4))


@pytest.mark.parametrize("lists", [0, 7])
def test_no_lists_and_too_many_are_refused(lists):
    with pytest.raises(ValueError, match="1 to 6 lists"):
        decomposable_graphs(lists)
