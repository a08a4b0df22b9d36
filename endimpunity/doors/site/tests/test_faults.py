"""What cannot be answered is told in words, in the form that was asked for."""

import pytest

from endimpunity.doors.site.tests.reading import text

ELSEWHERE = {"host": "evil.example"}


@pytest.mark.parametrize("page", ["/en/no-such-page/", "/no-such-page/"])
def test_a_wrong_address_gets_a_friendly_page(client, rooms, page):
    answer = client.get(page, follow=True)
    assert answer.status_code == 404
    assert "This page does not exist" in text(answer)


@pytest.mark.parametrize("address", ["/fr/no-such.json", "/fr/countries/QQ.json"])
def test_a_wrong_address_of_data_gets_data_in_the_readers_language(
    client,
    rooms,
    address,
):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    told = answer.json()
    assert (told["form"], told["language"]) == (1, "fr")
    assert told["error"]["status"] == 404
    assert told["error"]["title"] == "Cette page n’existe pas"  # noqa: RUF001  # French
    assert told["error"]["message"]


@pytest.mark.parametrize(
    "address",
    ["/es/search/", "/es/cases/b3n8rwz4gh/", "/robots.txt", "/sitemap.xml"],
)
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_a_reader_can_only_read_and_is_told_so(client, rooms, address, method):
    answer = getattr(client, method)(address, headers={"accept-language": "es"})
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert "No se puede enviar nada a esta dirección" in text(answer)


def test_who_sends_to_data_is_told_as_data(client, rooms):
    answer = client.post("/en/search.json", {"q": "Ada"})
    assert answer.status_code == 405
    assert answer.json()["error"]["title"] == "This page can only be read"


def test_a_request_for_another_host_is_told_whose_it_is_not(client, rooms):
    answer = client.get("/en/", headers=ELSEWHERE)
    assert answer.status_code == 400
    words = text(answer)
    assert "This address does not belong to this site" in words
    assert "the setting ENDIMPUNITY_ALLOWED_HOSTS" in words
    html = answer.content.decode()
    # Nothing leads back to the host that is not ours, and it is not repeated.
    assert '<a href="/' not in html
    assert "evil.example" not in html
    assert rooms.asked == []


@pytest.mark.parametrize(
    ("address", "headers", "told"),
    [
        ("/ru/countries/", {}, "Этот адрес не принадлежит этому сайту"),  # Russian
        ("/", {"accept-language": "zh-Hans"}, "此地址不属于本网站"),
    ],
)
def test_a_request_for_another_host_is_told_in_the_readers_language(
    client,
    rooms,
    address,
    headers,
    told,
):
    answer = client.get(address, headers=ELSEWHERE | headers)
    assert answer.status_code == 400
    assert told in text(answer)


def test_data_of_another_host_is_refused_as_data(client, rooms):
    answer = client.get("/fr/index.json", headers=ELSEWHERE)
    assert answer.status_code == 400
    told = answer.json()
    assert told["language"] == "fr"
    assert "ENDIMPUNITY_ALLOWED_HOSTS" in told["error"]["message"]
