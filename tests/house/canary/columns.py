"""Every text that a table can hold, found in the registry of models."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

# A planted word is this long; a shorter column holds codes and no words.
SHORTEST = 16


@dataclass(frozen=True, kw_only=True)
class Column:
    """One text or JSON column of one table.

    Attributes:
        model: the table.
        field: the column.
    """

    model: type[models.Model]
    field: "models.Field[Any, Any]"

    @property
    def label(self) -> str:
        """Return the column's name: accounts.User.email."""
        return f"{self.model._meta.label}.{self.field.name}"

    @property
    def is_json(self) -> bool:
        """Tell whether the column holds a structure of texts."""
        return isinstance(self.field, models.JSONField)


def own_models() -> list[type[models.Model]]:
    """Return the program's own tables, links between them left out."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("endimpunity.")
    ]


def text_columns(all_models: Iterable[type[models.Model]]) -> Iterator[Column]:
    """Yield every column a secret could lie in.

    Keys, columns of declared codes, and those too short for a word are left out:
    they name a row or a code, never a person.
    """
    for model in all_models:
        for field in model._meta.concrete_fields:
            kinds = (models.CharField, models.TextField, models.JSONField)
            if not isinstance(field, kinds) or field.primary_key or field.choices:
                continue
            if (field.max_length or SHORTEST) >= SHORTEST:
                yield Column(model=model, field=field)
