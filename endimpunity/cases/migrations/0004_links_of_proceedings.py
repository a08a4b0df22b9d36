"""When a case or a source was linked to a proceeding.

The two tables are those that Django made for the links; they get a moment.
What was linked before it was kept is taken to be as old as the later of the two
that it links.
"""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def _linked(name: str, column: str, to: str) -> migrations.CreateModel:
    return migrations.CreateModel(
        name=name,
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
            (
                "proceeding",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="cases.proceeding",
                ),
            ),
            (
                column,
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=to,
                ),
            ),
        ],
        options={
            "db_table": f"cases_proceeding_{column}s",
            "unique_together": {("proceeding", column)},
        },
    )


def _through(field: str, to: str, through: str) -> migrations.AlterField:
    return migrations.AlterField(
        model_name="proceeding",
        name=field,
        field=models.ManyToManyField(related_name="+", through=through, to=to),
    )


def _date_links(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name, column in (
        ("ProceedingCase", "case"),
        ("ProceedingCitation", "citation"),
    ):
        links = apps.get_model("cases", name).objects.using(
            schema_editor.connection.alias,
        )
        for link in links.select_related("proceeding", column).order_by("id"):
            link.recorded_at = max(
                link.proceeding.recorded_at,
                getattr(link, column).recorded_at,
            )
            link.save(update_fields=["recorded_at"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_statement_method")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                _linked("ProceedingCase", "case", "cases.case"),
                _linked("ProceedingCitation", "citation", "cases.citation"),
                _through("cases", "cases.case", "cases.ProceedingCase"),
                _through("citations", "cases.citation", "cases.ProceedingCitation"),
            ],
        ),
        migrations.AddField(
            model_name="proceedingcase",
            name="recorded_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="proceedingcitation",
            name="recorded_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(_date_links, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="proceedingcase",
            name="recorded_at",
            field=models.DateTimeField(),
        ),
        migrations.AlterField(
            model_name="proceedingcitation",
            name="recorded_at",
            field=models.DateTimeField(),
        ),
    ]
