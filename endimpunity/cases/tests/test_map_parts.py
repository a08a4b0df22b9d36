"""The list of all addresses, cut into parts for the map of all pages."""

import pytest

from endimpunity.cases import published
from endimpunity.cases.models import Case
from endimpunity.cases.tests.factories import lens, opened, said

pytestmark = pytest.mark.django_db


def test_a_part_past_the_end_is_empty_however_far(system):
    assert published.addresses(0, lens=lens()) == (0, ())
    opened(system, said())
    case = Case.objects.get()
    parts, _ = published.addresses(0, lens=lens())
    last, in_last = published.addresses(parts - 1, lens=lens())
    assert (last, in_last) == (parts, (case.public_id,))
    assert published.addresses(parts, lens=lens()) == (parts, ())
    assert published.addresses(9_999_999_999_999_999, lens=lens()) == (parts, ())


def test_a_map_that_nobody_has_is_not_there(client, system):
    opened(system, said())
    answer = client.get("/sitemap-cases-9999999999999999.xml")
    assert answer.status_code == 404
