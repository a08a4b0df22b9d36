# Written by Django 5.2.

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Deed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("deed", models.CharField(max_length=100)),
                ("actor_key", models.UUIDField()),
                ("done_at", models.DateTimeField()),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("detail", models.JSONField(default=dict)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["subject", "id"], name="deed_by_subject"),
                    models.Index(fields=["done_at", "id"], name="deed_by_moment"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("deed", ""), _negated=True),
                        name="deed_is_named",
                    )
                ],
            },
        ),
    ]
