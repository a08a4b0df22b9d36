"""The division that a line's place names, empty until `migrate` reads it."""

from django.db import migrations, models

import endimpunity.foundation.sort_keys


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_assertions_by_subject"),
    ]

    operations = [
        migrations.AddField(
            model_name="publicline",
            name="division",
            field=endimpunity.foundation.sort_keys.SortKeyField(
                blank=True,
                default="",
                max_length=6,
            ),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name="publicline",
            index=models.Index(
                fields=["division", "sort_key", "case"],
                name="lines_of_a_division",
            ),
        ),
    ]
