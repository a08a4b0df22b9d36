"""Addresses are compared by more than their letters: make their keys anew."""

from collections import defaultdict
from typing import Any

from django.db import migrations

from endimpunity.directory.rules.addresses import comparison_key


def compare_again(apps: Any, _schema_editor: Any) -> None:
    """Write every key anew; of two that turn out to be one, one stands on.

    That is the one of official exchange, else the first: nothing may be sent to the
    public by a spelling. The others are ended at the moment they were recorded.
    """
    contacts = apps.get_model("directory", "Contact").objects
    standing = defaultdict(list)
    for row in contacts.order_by("pk"):
        key = comparison_key(row.channel, row.address) or row.address_key
        if row.recorded_to is None:
            standing[row.post_id, row.channel, key].append(row)
        elif key != row.address_key:
            contacts.filter(pk=row.pk).update(address_key=key)
    for (_, _, key), rows in standing.items():
        rows.sort(key=lambda row: (row.purpose != "OFFICIAL", row.pk))
        for row in rows[1:]:
            contacts.filter(pk=row.pk).update(
                address_key=key, recorded_to=row.recorded_from
            )
        contacts.filter(pk=rows[0].pk).update(address_key=key)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_invented_names"),
    ]

    operations = [
        migrations.RunPython(compare_again, migrations.RunPython.noop),
    ]
