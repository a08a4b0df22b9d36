"""Reading starter files."""

from pathlib import Path

import pytest

from endimpunity.cases.rules import starter_values
from endimpunity.cases.rules.starter import UnreadableStarterError, read_starter
from endimpunity.cases.rules.starter_schema import SHAPES
from endimpunity.cases.vocabulary import (
    CondemnationWord,
    Method,
    ProceedingKind,
    TollGroup,
    UpcomingKind,
)

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "starter-schema.md"
GOOD = """
schema = 1
slug = "invented"
read_on = 2026-01-01
[citation.a]
label = "A paper"
url = "https://a.example/"
stated = "2025-05"
[citation.b]
label = "Another paper"
url = "https://b.example/"
[attack]
reason = "A test."
[attack.facts]
country = "BR"
date = "2025-05-04"
place = "Anytown"
[attack.cite]
country = ["a", "b"]
date = ["a", "b"]
place = ["a", "b"]
[[case]]
slug = "ada"
reason = "A test."
[case.facts]
name = "Ada Invented"
role = "OTHER"
age = 40
media = ["RADIO"]
[case.cite]
name = ["a", "b"]
role = ["a", "b"]
age = ["a", "b"]
media = ["a", "b"]
[[toll]]
slug = "all"
group = "ALL_KILLED"
low = 1
high = 2
cite = ["a", "b"]
[[proceeding]]
slug = "trial"
jurisdiction = "BR"
court = "A court"
kind = "TRIAL"
cases = ["ada"]
cite = ["a", "b"]
[proceeding.accused]
1 = "said to have paid"
[[proceeding.event]]
slug = "charged"
kind = "CHARGED"
date = ""
accused = [1]
what = "Accused 1 was charged."
cite = ["a", "b"]
[[proceeding.upcoming]]
slug = "hearing"
kind = "HEARING"
date = "2026-12"
what = "A hearing is set."
cite = ["a", "b"]
[[statement]]
slug = "day"
publisher = "A paper"
method = "GENERAL"
about = "date"
code = "2025-05-03"
text = "A day before."
stated = "2025-05"
cite = ["a"]
"""


def test_a_file_is_read():
    starter = read_starter(GOOD)
    assert starter.slug == "invented"
    assert starter.tables["case"][0]["facts"]["name"] == "Ada Invented"


def test_a_fact_has_the_same_key_everywhere():
    assert read_starter(GOOD).key("toll", "all") == read_starter(GOOD).key(
        "toll", "all"
    )


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("schema = 1", "schema = 2", "schema is not 1"),
        ("schema = 1", "schema = ", "not TOML"),
        ("read_on = 2026-01-01", "", "invented: there is no read_on"),
        ('"https://a.example/"', '"a.example"', "citation a: url is no address"),
        ("[citation.a]", "[citation.a]\nread_on = 2026", "a: read_on is no day"),
        ("[citation.a]", "[citation.c]", "invented: unknown citation a"),
        (
            "[attack]",
            '[citation.c]\nlabel = "C"\nurl = "https://c.example/"\n[attack]',
            "invented: cited nowhere c",
        ),
        ('country = "BR"', 'country = "QQ"', "attack: country is unknown: QQ"),
        ('"2025-05-04"', '"4 May"', "attack: date is no day: 4 May"),
        ('name = "Ada Invented"', 'nam = "Ada"', "case ada: unknown field nam"),
        ('name = ["a", "b"]', "", "case ada: nothing is cited for name"),
        (
            'age = ["a", "b"]',
            'age = ["a", "b"]\nsex = ["a", "b"]',
            "case ada: cited, .*: sex",
        ),
        ('role = "OTHER"', 'role = "SPY"', "case ada: role is unknown: SPY"),
        ("age = 40", "age = 400", "case ada: age is no age"),
        ('group = "ALL_KILLED"', 'group = "SOME"', "toll all: group is unknown: SOME"),
        (
            'high = 2\ncite = ["a", "b"]',
            "high = 2\ncite = []",
            "toll all: nothing is cited",
        ),
        (
            'high = 2\ncite = ["a", "b"]',
            'high = 2\ncite = ["a"]',
            "toll all: only one source is cited",
        ),
        (
            'role = ["a", "b"]',
            'role = ["a"]',
            "case ada: role: only one source is cited",
        ),
        (
            'what = "Accused 1 was charged."\ncite = ["a", "b"]',
            'what = "Accused 1 was charged."\ncite = ["b", "b"]',
            "event charged: only one source is cited",
        ),
        ('place = "Anytown"', 'place = "near Anytown"', 'place holds "near", .*alone'),
        (
            'place = "Anytown"',
            'place = "the outskirts of Anytown"',
            'place holds "outskirts"',
        ),
        (
            'media = ["RADIO"]',
            'media = ["Radio"]',
            "case ada: media is unknown: Radio",
        ),
        ("schema = 1", 'schema = 1\nended = ["toll"]', "ended is no path: toll"),
        (
            "schema = 1",
            'schema = 1\nended = ["toll/all"]',
            "invented: ended, and still told: toll/all",
        ),
        (
            "schema = 1",
            'schema = 1\nended = ["proceeding/trial/charged"]',
            "ended, and still told: proceeding/trial/charged",
        ),
        ("high = 2", 'high = 2\nname = "x"', "toll all: unknown key name"),
        ("high = 2", "high = 0", "toll all: high is below low"),
        ('jurisdiction = "BR"', "", "proceeding trial: there is no jurisdiction"),
        ('cases = ["ada"]', 'cases = ["eve"]', "proceeding trial: unknown case eve"),
        ("accused = [1]", "accused = [2]", "event charged: unknown accused 2"),
        (
            "accused = [1]",
            'accused = [1]\naccused_of = "other"',
            "event charged: unknown proceeding other",
        ),
        ('1 = "said', 'one = "said', "accused are not numbered"),
        ('kind = "HEARING"', 'kind = "PARTY"', "upcoming hearing: kind is unknown"),
        ('code = "2025-05-03"', 'code = "May"', "statement day: code is no day"),
        (
            'about = "date"\ncode = "2025-05-03"',
            'about = "summary"\ncode = "Shot."',
            "statement day: code is not for a code",
        ),
        (
            'about = "date"\ncode = "2025-05-03"',
            'about = "age"\ncode = "forty"',
            "statement day: code is no number",
        ),
        (
            'about = "date"\ncode = "2025-05-03"',
            'about = "CONVICTED"\ncode = "in May"',
            "statement day: code is no day",
        ),
        (
            'about = "date"\ncode = "2025-05-03"',
            'about = "media"\ncode = "Radio"',
            "statement day: code is unknown: Radio",
        ),
        ('about = "date"', 'about = "luck"', "statement day: about is unknown: luck"),
        ('slug = "day"', 'slug = "A Day"', "slug is no slug"),
    ],
)
def test_what_the_schema_does_not_know_is_refused_with_the_place(good, bad, told):
    assert good in GOOD
    with pytest.raises(UnreadableStarterError, match=told):
        read_starter(GOOD.replace(good, bad, 1))


def test_a_slug_given_twice_is_refused():
    again = GOOD[GOOD.index("[[toll]]") : GOOD.index("[[proceeding]]")]
    with pytest.raises(UnreadableStarterError, match="invented, toll: given twice"):
        read_starter(GOOD + again)


def test_a_source_may_be_quoted_with_a_value_and_no_words():
    for about, code in (
        ("date", "2025-05-03"),
        ("age", "41"),
        ("outlets", "The Other Paper"),
        ("ALL_KILLED", "3"),
        ("CONVICTED", "2025-06"),
    ):
        quoted = GOOD.replace('text = "A day before."\n', "")
        quoted = quoted.replace('about = "date"', f'about = "{about}"')
        quoted = quoted.replace('code = "2025-05-03"', f'code = "{code}"')
        (one,) = read_starter(quoted).tables["statement"]
        assert "text" not in one


def test_a_voices_own_word_may_rest_on_the_one_page_that_has_it():
    (one,) = read_starter(GOOD).tables["statement"]
    assert one["cite"] == ["a"]


def test_a_statement_says_something():
    mute = GOOD.replace('text = "A day before."\n', "")
    mute = mute.replace('about = "date"\n', "").replace('code = "2025-05-03"\n', "")
    with pytest.raises(UnreadableStarterError, match="neither a code nor a text"):
        read_starter(mute)


def test_the_reference_tells_every_key_and_code():
    told = REFERENCE.read_text(encoding="utf-8")
    keys = {key for shape in SHAPES.values() for key in (*shape.must, *shape.may)}
    codes = {
        code
        for choices in (
            TollGroup,
            CondemnationWord,
            ProceedingKind,
            UpcomingKind,
            Method,
        )
        for code in choices.values
    }
    tables = {"event", "upcoming", "accused"}
    missing = {
        word
        for word in keys | codes | set(starter_values.FACTS)
        if f"`{word}`" not in told and f"[{word}" not in told and word not in tables
    }
    assert missing == set()
