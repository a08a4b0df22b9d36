from endimpunity.sources.rules.changes import (
    Change,
    Recoding,
    changes_between,
    news_and_recodings,
)

DAY = {"text": "2018-04-30", "earliest": "2018-04-30", "latest": "2018-04-30"}


def change(field="manner", before=None, after="UNKNOWN", *, first=False):
    return Change(field=field, before=before, after=after, first=first)


def test_a_date_written_otherwise_is_no_change():
    words = {**DAY, "text": "April 30, 2018"}
    assert changes_between({"date": DAY}, {"date": words}) == []


def test_outlets_in_another_order_are_no_change():
    assert changes_between({"outlets": ["A", "B"]}, {"outlets": ["B", "A"]}) == []


def test_a_silent_column_changes_nothing():
    assert changes_between({"impunity": "FULL_JUSTICE"}, {"name": "A"}) == [
        change("name", None, "(text)", first=True),
    ]


def test_a_blank_cell_where_there_was_a_code_is_a_change():
    assert changes_between({"impunity": "FULL_JUSTICE"}, {"impunity": None}) == [
        change("impunity", "FULL_JUSTICE", None),
    ]


def test_a_blank_cell_in_a_new_column_is_none():
    assert changes_between({}, {"url": None, "outlets": [], "name": ""}) == []


def test_the_year_of_a_known_day_is_no_news():
    assert changes_between({"date": DAY}, {"year": 2018}) == []
    assert len(changes_between({"date": DAY}, {"year": 2019})) == 1


def test_a_reversal_is_told_with_both_codes():
    assert changes_between(
        {"impunity": "PARTIAL_IMPUNITY"},
        {"impunity": "COMPLETE_IMPUNITY"},
    ) == [change("impunity", "PARTIAL_IMPUNITY", "COMPLETE_IMPUNITY")]


def test_a_column_changed_everywhere_at_once_is_a_recoding():
    everywhere = [(change(), (f"C{index}", "2001")) for index in range(30)]
    news, recodings = news_and_recodings(everywhere, recognised=100)
    assert news == {}
    assert recodings == [
        Recoding(field="manner", before=None, after="UNKNOWN", rows=30),
    ]


def test_one_verdict_on_many_is_news():
    verdict = change("impunity", "COMPLETE_IMPUNITY", "PARTIAL_IMPUNITY")
    news, recodings = news_and_recodings([(verdict, ("PH", "2009"))] * 39, 700)
    assert news == {"impunity": 39}
    assert recodings == []


def test_a_few_changes_are_news():
    few = [(change(), (f"C{index}", "2001")) for index in range(19)]
    assert news_and_recodings(few, recognised=30) == ({"manner": 19}, [])


def test_a_column_spoken_of_for_the_first_time_is_news():
    first = change("url", None, "(text)", first=True)
    many = [(first, (f"C{index}", "2001")) for index in range(90)]
    assert news_and_recodings(many, recognised=90) == ({"url": 90}, [])


def test_every_change_is_counted_once():
    mixed = [(change(), (f"C{index}", "2001")) for index in range(30)]
    mixed += [(change("impunity", "FULL_JUSTICE", None), ("PH", "2009"))] * 5
    news, recodings = news_and_recodings(mixed, recognised=100)
    assert sum(news.values()) + sum(one.rows for one in recodings) == len(mixed)
