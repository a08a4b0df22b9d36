"""Reading starter files."""

import re
from importlib import resources

import pytest

from endimpunity.cases.rules.starter import UnreadableStarterError, read_starter

GOOD = """
schema = 1
slug = "invented"
read_on = 2026-01-01
[citation.a]
label = "A paper"
url = "https://a.example/"
[attack]
reason = "A test."
[attack.facts]
country = "BR"
[attack.cite]
country = ["a"]
[[case]]
slug = "ada"
reason = "A test."
[case.facts]
name = "Ada Invented"
[case.cite]
name = ["a"]
[[toll]]
slug = "all"
group = "ALL_KILLED"
low = 1
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
        ("schema = 1", "schema = 2", "schema"),
        ("[citation.a]", "[citation.b]", "a"),
        ('name = "Ada Invented"', 'nam = "Ada Invented"', "nam"),
        ('group = "ALL_KILLED"', 'group = "SOME"', "SOME"),
        ('cite = ["a"]', "cite = []", "nothing is cited"),
        ('slug = "all"', 'slug = "all"\nname = "x"', "name"),
        ("schema = 1", "schema = ", "not TOML"),
        ('name = ["a"]', "", "name"),
    ],
)
def test_what_the_schema_does_not_know_is_refused(good, bad, told):
    with pytest.raises(UnreadableStarterError, match=told):
        read_starter(GOOD.replace(good, bad))


def test_every_shipped_citation_is_used_and_names_no_one_but_the_dead():
    folder = resources.files("endimpunity.cases") / "data" / "starter"
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        starter = read_starter(text)
        cited = set(re.findall(r'"([a-z0-9-]+)"', "".join(re.findall(r"\[.*\]", text))))
        assert starter.citations.keys() <= cited, file.name
        for citation in starter.citations.values():
            assert citation["url"].startswith(("http://", "https://"))
