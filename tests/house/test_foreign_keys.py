"""Foreign keys go down, are named as strings, and have no way back up."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from endimpunity.accounts.models import User
from tests.house.tree import PACKAGE, floors, modules, parse, plant

RELATIONS = {"ForeignKey", "OneToOneField", "ManyToManyField"}


def own_models(registry=apps) -> list[type[models.Model]]:
    return [
        model
        for model in registry.get_models(include_auto_created=False)
        if model.__module__.startswith("endimpunity.")
    ]


def wrong_relations(all_models) -> list[str]:
    """Return the relations that climb, lie sideways, or can be followed back."""
    found = []
    for model in all_models:
        for field in model._meta.get_fields():
            if not field.is_relation or field.auto_created:
                continue
            name = f"{model._meta.label}.{field.name}"
            here, there = (
                floors()[it._meta.app_label] for it in (model, field.related_model)
            )
            same_room = field.related_model._meta.app_label == model._meta.app_label
            if there >= here and not same_room:
                found.append(f"{name} points up")
            if not field.remote_field.hidden:
                found.append(f"{name} can be followed back")
    return found


def pointed_by_object(package: Path) -> list[str]:
    """Return the relations that import what they point at instead of naming it."""
    found = []
    for path in modules(package, tests=False):
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0]
            if called in RELATIONS and not isinstance(first, ast.Constant):
                found.append(f"{path.relative_to(package)}:{node.lineno}")
    return found


def test_every_foreign_key_goes_down_and_has_no_way_back():
    assert wrong_relations(own_models()) == []


def test_every_foreign_key_names_its_target_as_a_string():
    assert pointed_by_object(PACKAGE) == []


@pytest.mark.parametrize(
    ("room", "related_name", "wrong"),
    [
        ("audit", "+", ["audit.Planted.owner points up"]),
        ("cases", "+", []),
        ("cases", "planted", ["cases.Planted.owner can be followed back"]),
    ],
)
def test_a_key_that_climbs_or_leads_back_is_seen(room, related_name, wrong):
    with isolate_apps("endimpunity.audit", "endimpunity.cases"):
        meta = type("Meta", (), {"app_label": room})
        owner = models.ForeignKey(User, models.PROTECT, related_name=related_name)
        body = {"Meta": meta, "owner": owner, "__module__": "endimpunity.planted"}
        planted = type("Planted", (models.Model,), body)
    assert wrong_relations([planted]) == wrong


def test_a_key_that_imports_its_target_is_seen(tmp_path):
    source = (
        "one = models.ForeignKey('accounts.User', PROTECT)\n"
        "two = models.ForeignKey(User, PROTECT)\n"
    )
    package = plant(tmp_path, {"cases/models.py": source})
    assert pointed_by_object(package) == ["cases/models.py:2"]
