"""Addresses kept under an older comparison are compared as new ones are."""

from typing import Any

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from endimpunity.directory import operations, queries
from endimpunity.directory.models import Contact
from endimpunity.directory.tests.factories import an_office_file, an_office_row

MIGRATION = ("directory", "0004_addresses_are_compared_again")
SPELLINGS = [
    ("https://example.org/Form", "PUBLIC"),
    ("https://EXAMPLE.org/Form/", "OFFICIAL"),
    ("http://example.org/Form#a", "PUBLIC"),
    ("https://example.org/other", "PUBLIC"),
]


def test_one_of_the_spellings_stands_on_and_it_is_the_official_one(
    reference, system, now
):
    for number, (_, purpose) in enumerate(SPELLINGS):
        row = an_office_row(
            channel="WEB_FORM", address=f"https://example.org/{number}", purpose=purpose
        )
        operations.import_offices(content=an_office_file(row), by=system, at=now)
        # As it was kept before: by its letters.
        old = SPELLINGS[number][0]
        Contact.objects.filter(address=row["address"]).update(
            address=old, address_key=old
        )
    deed: Any = MigrationLoader(None).disk_migrations[MIGRATION].operations[0]
    for _ in range(2):
        deed.code(apps, None)
        forms = Contact.objects.filter(channel="WEB_FORM", recorded_to=None)
        assert set(forms.values_list("address", flat=True)) == {
            "https://EXAMPLE.org/Form/",
            "https://example.org/other",
        }
    assert list(queries.official_addresses()) == ["https://example.org/Form"]
    assert Contact.objects.filter(channel="WEB_FORM").count() == len(SPELLINGS)
