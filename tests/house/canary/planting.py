"""Plant a secret of its own in every text of every row."""

import hashlib
import itertools
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.validators import URLValidator
from django.db import DatabaseError, models, transaction

from tests.house.canary.columns import Column

# Rows planted in one table: enough for every kind of row, and not a whole list.
MOST_ROWS = 200


@dataclass(kw_only=True)
class Planted:
    """What was planted, and what could not be.

    Attributes:
        secrets: where each secret lies, by the secret.
        reached: the columns that hold one.
        refused: the columns that the database refused to plant, with its words.
    """

    secrets: dict[str, str] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    refused: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def secret(self, label: str) -> str:
        """Return a new word that occurs nowhere else: sixteen letters and digits."""
        number = next(self._numbers)
        digest = hashlib.sha256(str(number).encode()).hexdigest()
        word = f"zq{digest[:14]}"
        self.secrets[word] = label
        return word


def plant(column: Column, planted: Planted, spared: Container[str]) -> None:
    """Overwrite a column of every row, whatever the operations would have said.

    A row whose column is empty is left so while others are not: constraints often
    tie the one to the kind of row.
    """
    manager = column.model._default_manager
    name, label = column.field.attname, column.label
    rows = list(manager.order_by("pk").values_list("pk", name)[:MOST_ROWS])
    filled = [(key, value) for key, value in rows if value]
    for key, value in filled or rows:
        sown = (
            _sown(value, label, planted, spared)
            if column.is_json
            else _worded(column.field, planted.secret(label))
        )
        try:
            with transaction.atomic():
                manager.filter(pk=key).update(**{name: sown})
        except DatabaseError as error:
            planted.refused[label] = " ".join(str(error).split())
        else:
            planted.reached.add(label)
    if label in planted.reached:
        planted.refused.pop(label, None)


def _worded(column: "models.Field[Any, Any]", secret: str) -> str:
    if any(isinstance(it, URLValidator) for it in column.validators):
        return f"https://{secret}.example/"
    return secret


def _sown(value: Any, label: str, planted: Planted, spared: Container[str]) -> Any:
    """Return a structure with every text in it replaced, and one key more."""
    if label in spared:
        return value
    if isinstance(value, dict):
        sown = {
            key: _sown(inner, f"{label}.{key}", planted, spared)
            for key, inner in value.items()
        }
        return sown | {planted.secret(label): planted.secret(label)}
    if isinstance(value, list):
        return [_sown(inner, label, planted, spared) for inner in value]
    if isinstance(value, str):
        return planted.secret(label)
    return value
