"""Two publishers who contradict one another stand side by side, each with its day."""

import re

import pytest

from endimpunity.doors.site.tests import factories

CASE = "cases/b3n8rwz4gh"


def sayings(one, other, *, coded):
    return (
        factories.a_saying(value=one, since="2020-01-01", coded=coded),
        factories.a_saying(
            publisher="Council of Instances",
            publisher_code="CIN",
            value=other,
            since="2021-02-03",
            coded=coded,
        ),
    )


@pytest.fixture
def contradicted(rooms):
    """Show a case on whose day and motive two publishers contradict one another."""
    differences = (
        factories.a_difference(
            field="date",
            sayings=sayings("2019-03-01", "2019-03-04", coded=False),
        ),
        factories.a_difference(
            field="motive",
            sayings=sayings("UNCONFIRMED", "CONFIRMED", coded=True),
        ),
    )
    case = factories.an_empty_case(differences=differences)
    rooms.answer("case_card", case)
    return rooms


@pytest.mark.parametrize(
    ("language", "days", "motives"),
    [
        ("en", ("1 March 2019", "4 March 2019"), ("unconfirmed", "confirmed")),
        ("fr", ("1er mars 2019", "4 mars 2019"), ("non confirmé", "confirmé")),
    ],
)
def test_a_page_shows_both_on_the_day_and_the_motive_each_with_its_day(
    client,
    contradicted,
    language,
    days,
    motives,
):
    html = client.get(f"/{language}/{CASE}/").content.decode()
    section = html[html.index('id="differences"') :]
    told = re.findall(
        r'<section class="difference">(.*?)</section>', section, re.DOTALL
    )
    assert len(told) == 2
    for difference, values in zip(told, (days, motives), strict=True):
        # Joined again by plain spaces: those that never break a line are split at.
        words = " ".join(re.sub(r"<[^>]+>", " ", difference).lower().split())
        one, other = words.split("council of instances")
        assert "league of examples" in one
        assert values[0].lower() in one
        assert values[1].lower() in other
        assert "2020" in one
        assert "2021" in other
        assert "2021" not in one
    for code in ("LEX", "CIN"):
        assert section.count(f'href="/{language}/publishers/{code}/"') >= 2


def test_the_same_is_told_as_data(client, contradicted):
    told = client.get(f"/en/{CASE}.json").json()["case"]["differences"]
    assert [
        (one["field"], [(it["publisher_code"], it["since"]) for it in one["sayings"]])
        for one in told
    ] == [
        (field, [("LEX", "2020-01-01"), ("CIN", "2021-02-03")])
        for field in ("date", "motive")
    ]
