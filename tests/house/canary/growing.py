"""Give every empty table a row, made from its columns alone."""

from datetime import UTC, date, datetime
from typing import Any

from django.db import DatabaseError, models, transaction

from tests.house.canary.columns import text_columns

DAY = date(2020, 1, 1)
MOMENT = datetime(2020, 1, 1, tzinfo=UTC)
# What a column that must hold something can hold, by its kind; dates before
# moments, and moments before days, as one is a kind of the other in Django.
FILLERS: tuple[tuple[type["models.Field[Any, Any]"], object], ...] = (
    (models.DateTimeField, MOMENT),
    (models.DateField, DAY),
    (models.BooleanField, False),
    (models.IntegerField, 1),
    (models.FloatField, 1.0),
)


def grow(all_models: list[type[models.Model]]) -> None:
    """Add one row to every empty table that a row can be made for.

    Tables below come first, so that what points down finds what it points at. A
    row that constraints refuse is left out: its table is then seen to be empty.
    """
    for model in all_models:
        if model._default_manager.exists():
            continue
        try:
            with transaction.atomic():
                model._default_manager.create(**_values(model))
        except (DatabaseError, ValueError):
            continue


def _values(model: type[models.Model]) -> dict[str, object]:
    texts = {it.field.name for it in text_columns([model])}
    values: dict[str, object] = {}
    for field in model._meta.concrete_fields:
        if field.is_relation:
            if not field.null:
                values[field.attname] = _anything(field.related_model)
        elif not (field.null or field.has_default() or field.primary_key):
            values[field.name] = "text" if field.name in texts else _filler(field)
    return values


def _anything(model: Any) -> object:  # a model, or Django's "self"
    return model._default_manager.order_by("pk").values_list("pk", flat=True).first()


def _filler(field: "models.Field[Any, Any]") -> object:
    if field.choices:
        return next(iter(field.flatchoices))[0]
    for kind, filler in FILLERS:
        if isinstance(field, kind):
            return filler
    return ""
