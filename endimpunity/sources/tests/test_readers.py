import pytest

from endimpunity.sources.tests.columns import read, value


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("name_native", " \u200fمنى  يوسف\n", "منى يوسف"),
        ("outlets", "Radio One,TV Two", ["Radio One", "TV Two"]),
        ("outlets", "Noticias, Voz e Imagen", ["Noticias, Voz e Imagen"]),
        ("outlets", "Sham FM; Al-Watan", ["Sham FM", "Al-Watan"]),
        ("outlets", "One,Two,", ["One", "Two"]),
        ("outlets", "One\r\nTwo\n", ["One", "Two"]),
        ("outlets", "One,One", ["One"]),
        ("outlets", "Radio 1,000", ["Radio 1,000"]),
        ("outlets", "['One', 'Two']", ["One", "Two"]),
        ("outlets", "Unknown", None),
        ("outlets", "N/A,Radio One", ["Radio One"]),
        ("media", "Print, Radio", ["Print", "Radio"]),
        ("media", "Print,Radio", ["Print", "Radio"]),
        ("beats", "Human Rights, War", ["Human Rights", "War"]),
        (
            "perpetrators",
            "Criminal Group;Mob Violence",
            ["Criminal Group", "Mob Violence"],
        ),
        ("nationality", '["American", "Israeli"]', ["American", "Israeli"]),
        ("nationality", "Iraqi", ["Iraqi"]),
        ("manner", "Crossfire/Combat-Related", "CROSSFIRE"),
        ("manner", "Crossfire / Combat Related", "CROSSFIRE"),
        ("manner", " murder ", "MURDER"),
        ("manner", "DANGEROUS_ASSIGNMENT", "DANGEROUS_ASSIGNMENT"),
        ("manner", "Unknown", "UNKNOWN"),
        ("manner", "N/A", None),
        ("manner", "", None),
        ("motive", "Motive Unconfirmed", "UNCONFIRMED"),
        ("role", "Media Workers", "MEDIA_WORKER"),
        ("impunity", "Yes", "COMPLETE_IMPUNITY"),
        ("impunity", "Partial Justice", "PARTIAL_IMPUNITY"),
        ("impunity", "No", "FULL_JUSTICE"),
        ("impunity", "Unknown", None),
        ("sex", "female", "FEMALE"),
        ("employment", "Freelancer", "FREELANCE"),
        ("employment", "Not indicated", "UNKNOWN"),
        ("local_foreign", "Foreign", "FOREIGN"),
        ("unesco_status", "Unresolved \u2013 Archived", "ARCHIVED"),
        (
            "violation",
            "Physical Attack, Arrest / Criminal Charge",
            "ARBITRARY_DETENTION",
        ),
        ("violation", "Denial of Access", "OTHER_HARMFUL_ACT"),
        ("tortured", "Yes\n", True),
        ("captive", " no", False),
        ("threatened", "N/A", None),
        ("conflict", "True", True),
        ("age", "34", 34),
        ("age", "34.0", 34),
        ("age", "None", None),
        ("year", "2012", 2012),
        ("resolved_year", "2018.0", 2018),
        ("url", "https://example.org/ana", "https://example.org/ana"),
        (
            "url",
            "{'id': 1, 'url': 'https://x.org/a', 'title': None}",
            "https://x.org/a",
        ),
        ("url", "None", None),
        ("url", "See https://x.org/a, please.", "https://x.org/a"),
        ("url", "(https://x.org/a_(b))", "https://x.org/a_(b)"),
        (
            "url",
            '<p>The <a href="https://x.org/a?b=1&amp;c=2">words</a></p>',
            "https://x.org/a?b=1&c=2",
        ),
        (
            "url",
            "<a href='https://x.org/a/'>https://x.org/a</a>",
            "https://x.org/a/",
        ),
        (
            "url",
            "https://x.org/a quotes https://en.unesco.org/dg.",
            "https://en.unesco.org/dg",
        ),
        (
            "url",
            "Kept: https://archive.x.org/2013/http://www.unesco.org/dg; https://x.org/a",
            "https://archive.x.org/2013/http://www.unesco.org/dg",
        ),
        ("event", "Two shot [1][2] in town [note 3]", "Two shot in town"),
        ("place", "Ain [Wikidata] town", "Ain town"),
        ("place", "Unknown", None),
        ("summary", " First.\r\n\r\nSecond  part. ", "First.\n\nSecond part."),
        ("external_id", "0012", "0012"),
        (
            "requests",
            "2010, 2012",
            [{"year": 2010, "url": None}, {"year": 2012, "url": None}],
        ),
        ("responses", "[]", []),
        ("acknowledgements", "", None),
    ],
)
def test_a_cell_becomes_a_value(field, text, expected):
    more = '[defaults]\ncountry = "PE"' if field == "place" else ""
    assert value(field, text, more) == expected


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("manner", "Car accident"),
        ("impunity", "Perhaps"),
        ("age", "about forty"),
        ("age", "340"),
        ("year", "the nineties"),
        ("tortured", "possibly"),
        ("url", "javascript:alert(1)"),
        ("url", "The Director-General condemned it."),
        ("url", "https://x.org/a and https://x.org/b"),
        ("url", "https://unesco.org/a and https://unesco.org/b"),
        ("url", "https://unesco.org.x.org/a and https://x.org/b"),
        ("requests", "[{'text_1': 'soon', 'text_2': ''}]"),
        ("responses", "[{'text_1': '2012', 'text_2': 'file:///x'}]"),
        ("date", "once upon a time"),
    ],
)
def test_a_value_that_nobody_knows_is_kept_as_text_and_counted(field, text):
    result = read(field, text)
    assert result.unknown == [(field, text)]
    assert result.values["unread"] == {field: text}
    if field == "date":
        assert result.values["date"]["text"] == text
        assert result.values["date"]["latest"] is None
    else:
        assert result.values[field] is None


def test_a_strict_mapping_puts_a_value_that_nobody_knows_in_quarantine():
    result = read("manner", "Car accident", "[strict]\nvalues = true")
    assert result.quarantine == '"Car accident" is no value of manner that is known.'
    assert result.values is None


def test_a_mapping_s_own_values_come_before_the_known_spellings():
    own = '[values.impunity]\n"YES" = "FULL_JUSTICE"\n"n/a" = "COMPLETE_IMPUNITY"\n'
    assert value("impunity", " yes", own) == "FULL_JUSTICE"
    assert value("impunity", "N/A", own) == "COMPLETE_IMPUNITY"
    assert value("impunity", "Partial", own) == "PARTIAL_IMPUNITY"
    assert value("impunity", "yes", '[values.impunity]\n"yes" = ""') is None


def test_dates_are_intervals_that_are_not_cut():
    assert value("date", " May 2,3 or 4, 2015 ") == {
        "text": "May 2,3 or 4, 2015",
        "earliest": "2015-05-02",
        "latest": "2015-05-04",
    }
    assert value("date", "2024") == {
        "text": "2024",
        "earliest": "2024-01-01",
        "latest": "2024-12-31",
    }
    assert value("date", "Unknown")["latest"] is None
    assert value("date", "N/A") is None


def test_a_mapping_states_the_order_of_numeric_dates():
    read_as = value("date", "4/5/18", '[dates]\norder = "DMY"')
    assert read_as["earliest"] == "2018-05-04"


@pytest.mark.parametrize(("field", "text"), [("date", "May 1, 2025"), ("year", "2025")])
def test_what_lies_after_the_day_of_the_list_is_quarantined(field, text):
    assert "after the day of the list" in read(field, text).quarantine
