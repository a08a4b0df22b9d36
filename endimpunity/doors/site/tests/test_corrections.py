"""Where a reader asks for a correction or a removal."""

import pytest

from endimpunity.doors.site.tests.reading import text


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("corrections@registry.example", "mailto:corrections@registry.example"),
        ("https://registry.example/ask", "https://registry.example/ask"),
    ],
)
def test_the_about_page_leads_to_those_who_run_the_installation(
    client, rooms, settings, given, link
):
    settings.ENDIMPUNITY_CORRECTIONS = given
    answer = client.get("/en/about/")
    assert f'href="{link}"' in answer.content.decode()
    assert given in text(answer)


@pytest.mark.parametrize("given", ["", "javascript:alert(1)", "nobody", "a@b@c"])
def test_what_is_no_address_is_no_link(client, rooms, settings, given):
    settings.ENDIMPUNITY_CORRECTIONS = given
    assert "asked for here" not in text(client.get("/en/about/"))
