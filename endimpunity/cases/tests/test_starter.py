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
[attack]
reason = "A test."
[attack.facts]
country = "BR"
date = "2025-05-04"
[attack.cite]
country = ["a"]
date = ["a"]
[[case]]
slug = "ada"
reason = "A test."
[case.facts]
name = "Ada Invented"
role = "OTHER"
age = 40
[case.cite]
name = ["a"]
role = ["a"]
age = ["a"]
[[toll]]
slug = "all"
group = "ALL_KILLED"
low = 1
high = 2
cite = ["a"]
[[proceeding]]
slug = "trial"
jurisdiction = "BR"
court = "A court"
kind = "TRIAL"
cases = ["ada"]
cite = ["a"]
[proceeding.accused]
1 = "said to have paid"
[[proceeding.event]]
slug = "charged"
kind = "CHARGED"
date = ""
accused = [1]
what = "Accused 1 was charged."
cite = ["a"]
[[proceeding.upcoming]]
slug = "hearing"
kind = "HEARING"
date = "2026-12"
what = "A hearing is set."
cite = ["a"]
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
        ("[citation.a]", "[citation.b]", "invented: unknown citation a"),
        (
            "[attack]",
            '[citation.b]\nlabel = "B"\nurl = "https://b.example/"\n[attack]',
            "invented: cited nowhere b",
        ),
        ('country = "BR"', 'country = "QQ"', "attack: country is unknown: QQ"),
        ('"2025-05-04"', '"4 May"', "attack: date is no day: 4 May"),
        ('name = "Ada Invented"', 'nam = "Ada"', "case ada: unknown field nam"),
        ('name = ["a"]', "", "case ada: nothing is cited for name"),
        ('age = ["a"]', 'age = ["a"]\nsex = ["a"]', "case ada: cited, .*: sex"),
        ('role = "OTHER"', 'role = "SPY"', "case ada: role is unknown: SPY"),
        ("age = 40", "age = 400", "case ada: age is no age"),
        ('group = "ALL_KILLED"', 'group = "SOME"', "toll all: group is unknown: SOME"),
        ('high = 2\ncite = ["a"]', "high = 2\ncite = []", "toll all: nothing is cited"),
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
        ('text = "A day before."', "", "statement day: about date, .* no text"),
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
