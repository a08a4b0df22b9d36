from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0005_statement_about"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="publicline",
            name="lines_counted",
        ),
        migrations.AddIndex(
            model_name="publicline",
            index=models.Index(
                fields=[
                    "place_code",
                    "violation",
                    "standing",
                    "date_earliest",
                    "date_latest",
                    "alone",
                    "published_at",
                ],
                name="lines_counted",
            ),
        ),
    ]
