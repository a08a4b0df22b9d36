# Written by Django 5.2; the system actor by hand.

import django.db.models.functions.text
import uuid
from django.contrib.auth.hashers import make_password
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# The key and address never change: a journal names the actor by them.
SYSTEM_KEY = uuid.UUID("00000000-0000-4000-8000-000000000001")


def add_system_actor(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the actor of what the program does by itself; nobody can log in as it."""
    apps.get_model("accounts", "User").objects.using(
        schema_editor.connection.alias,
    ).create(
        key=SYSTEM_KEY,
        email="system@endimpunity.invalid",
        name="EndImpunity",
        kind="SYSTEM",
        is_active=False,
        password=make_password(None),
    )


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="last login"
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("PERSON", "person"),
                            ("SYSTEM", "the program itself"),
                        ],
                        default="PERSON",
                        max_length=6,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("email"),
                        name="one_user_an_email",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "SYSTEM")),
                        fields=("kind",),
                        name="one_system_actor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "SYSTEM"), _negated=True),
                            ("is_active", False),
                            _connector="OR",
                        ),
                        name="system_never_logs_in",
                    ),
                ],
            },
        ),
        migrations.RunPython(add_system_actor, migrations.RunPython.noop),
    ]
