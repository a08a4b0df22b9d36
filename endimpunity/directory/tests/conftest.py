"""The reference data that ships: migrating laid it, and a few tests begin before."""

import pytest
from django.apps import apps

from endimpunity.directory import operations
from endimpunity.directory.models import State


@pytest.fixture
def reference(system, now):
    """See to it that what ships is there."""
    if not State.objects.exists():
        operations.load_reference(by=system, at=now)


@pytest.fixture
def _nothing(db):
    """Begin with a directory that knows no State."""
    # What points down goes before what it points at: at most as many rounds as tables.
    waiting = list(apps.get_app_config("directory").get_models())
    while waiting:
        held = {
            field.related_model
            for model in waiting
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model is not model
        }
        for model in [one for one in waiting if one not in held]:
            model._default_manager.all().delete()
            waiting.remove(model)
