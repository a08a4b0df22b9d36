from endimpunity.sources.rules.reasons import by_frequency, in_sentences, where_met


def test_the_most_frequent_reason_comes_first_and_of_like_ones_the_earlier_row():
    reasons = {"c": [9], "b": [2], "none": [], "a": [3, 4]}
    counts = {"c": 1, "b": 1, "none": 0, "a": 2}
    assert by_frequency(reasons, counts) == ["a", "b", "c"]


def test_the_count_is_told_beside_the_rows_that_are_named():
    assert where_met([7], 1) == "in row 7"
    assert where_met([1, 2], 2) == "in 2 rows (1, 2)"
    assert where_met([1, 2], 40) == "in 40 rows (1, 2, …)"


def test_at_most_three_reasons_are_told_and_the_rest_is_counted():
    assert in_sentences({}) == ""
    assert in_sentences({"A.": [1, 2]}) == "In 2 rows (1, 2): A."
    reasons = {one: [at] for at, one in enumerate("abcd", start=1)}
    assert in_sentences(reasons) == (
        "In row 1: a. In row 2: b. In row 3: c. 1 more reason holds for 1 row."
    )
    reasons |= {"e": [5, 6]}
    assert in_sentences(reasons).endswith("2 more reasons hold for 2 rows.")
