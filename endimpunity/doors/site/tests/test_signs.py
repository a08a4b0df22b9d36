"""The signs between words are the language's own: no comma or space of English."""

import re

import pytest
from django.utils.translation import override

from endimpunity.doors.site import figures
from endimpunity.doors.site.drawing import charts
from endimpunity.doors.site.templatetags import site_words
from endimpunity.doors.site.tests import factories
from endimpunity.doors.site.tests.reading import text
from endimpunity.sources import published as sources_published

NARROW = "\u202f"
CASE = "cases/b3n8rwz4gh/"


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("en", "Ada Example. EndImpunity, case b3n8rwz4gh. As of "),
        ("ar", "Ada Example، EndImpunity، الحالة b3n8rwz4gh، بتاريخ "),
        ("zh-hans", "Ada Example。EndImpunity，案件b3n8rwz4gh。截至"),  # noqa: RUF001  # Chinese
    ],
)
def test_a_citation_is_set_as_its_language_sets_it(client, rooms, language, cited):
    html = client.get(f"/{language}/{CASE}").content.decode()
    [citation] = re.findall(r'<p class="citation">(.*?)</p>', html, re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", "", citation).split())
    assert words.startswith(cited)
    assert words.endswith(f"http://testserver/{language}/{CASE}")


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Hearing: 12 January 2027"),
        ("fr", f"Audience{NARROW}: 12 janvier 2027"),
        ("zh-hans", "开庭：2027年1月12日"),  # noqa: RUF001  # Chinese
    ],
)
def test_what_is_to_come_stands_before_its_day(language, told):
    with override(language):
        assert site_words.upcoming_in_words(factories.an_upcoming()) == told


@pytest.mark.parametrize(
    ("language", "pair"),
    [("en", "A: 3, B: 2"), ("fr", f"A{NARROW}: 3, B{NARROW}: 2"), ("ar", "A: 3، B: 2")],
)
def test_a_chart_in_words_has_the_signs_of_its_language(language, pair):
    rows = [charts.Bar(label="A", count=3), charts.Bar(label="B", count=2)]
    with override(language):
        assert figures._standings_in_words(rows) == pair  # noqa: SLF001  # what a reader hears


@pytest.mark.parametrize(
    ("language", "between"),
    [("en", r"Not second-read\.</strong> No second"), ("zh-hans", r"。</strong>\w")],
)
def test_that_nobody_read_it_a_second_time_is_one_message(
    client,
    rooms,
    language,
    between,
):
    line = factories.a_line(two_persons=False)
    rooms.answer("case_card", factories.a_case(line=line))
    assert re.search(between, client.get(f"/{language}/{CASE}").content.decode())


def test_a_closed_list_and_its_day_are_one_message(client, rooms):
    rooms.answer_of_sources("publisher_card", None)
    closed = sources_published.ClosedListCard(
        code="LEX",
        name="League of Examples",
        since="2024-05-02",
        reason="",
    )
    rooms.answer_of_sources("closed_list", closed)
    chinese = text(client.get("/zh-hans/publishers/LEX/"))
    assert "League of Examples 。" in chinese
    assert "Examples ." not in chinese


def test_no_space_stands_between_two_chinese_sentences_of_the_foot(client, rooms):
    html = client.get("/zh-hans/about/").content.decode()
    foot = html[html.index("<footer") :]
    [held, *_] = re.findall(r"<p>(.+?)</p>", foot, re.DOTALL)
    assert held.count("。") == 3
    assert not re.search(r"。\s", held)
