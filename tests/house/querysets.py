"""Whose rows a query is about, and by what it orders them, read from the source."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from tests.house.tree import modules, parse

Model: TypeAlias = type[models.Model]
Scope: TypeAlias = ast.Module | ast.FunctionDef
ORDERING = {"order_by", "earliest", "latest"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


@dataclass(frozen=True, kw_only=True)
class Ordering:
    """One call that orders rows.

    Attributes:
        names: what it orders by, as written.
        model: whose rows; None where the source does not tell.
    """

    names: tuple[str, ...]
    model: Model | None


@dataclass(kw_only=True)
class Querysets:
    """What a package's source tells of the rows that its queries are about.

    Attributes:
        by_class: the models of a class's name.
        by_function: the models of whose querysets the functions of a name return.
    """

    by_class: dict[str, list[Model]]
    by_function: dict[str, set[Model]] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Path, all_models: Iterable[Model]) -> "Querysets":
        """Read which functions of a package return whose rows."""
        by_class: dict[str, list[Model]] = {}
        for model in all_models:
            by_class.setdefault(model.__name__, []).append(model)
        known = cls(by_class=by_class)
        for path in modules(package, tests=False):
            for node in ast.walk(parse(path)):
                if isinstance(node, ast.FunctionDef) and node.returns:
                    told = known._annotated(node.returns, room_of(path, package))
                    if told:
                        known.by_function.setdefault(node.name, set()).add(told)
        return known

    def orderings(self, path: Path, package: Path) -> Iterator[Ordering]:
        """Yield every call of a module that orders rows."""
        room = room_of(path, package)
        for scope, node in _calls(parse(path)):
            if isinstance(node.func, ast.Attribute) and node.func.attr in ORDERING:
                yield Ordering(
                    names=tuple(_names(node.args, scope)),
                    model=self._model(node.func.value, scope, room, frozenset()),
                )

    def _model(
        self,
        node: ast.expr,
        scope: Scope,
        room: str,
        seen: frozenset[str],
    ) -> Model | None:
        """Return whose rows an expression holds."""
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr) if attr in MANAGERS:
                return self._class(name, room)
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id=module), attr=name), attr=attr
            ) if attr in MANAGERS:
                return self._class(name, module.removesuffix("_models"))
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if (
                name in self.by_function
            ):
                found = self.by_function[name]
                return next(iter(found)) if len(found) == 1 else None
            case ast.Call(func=ast.Attribute(value=inner)) | ast.Subscript(value=inner):
                return self._model(inner, scope, room, seen)
            case ast.Name(id=name) if name not in seen:
                return self._named(name, scope, room, seen | {name})
        return None

    def _named(
        self,
        name: str,
        scope: Scope,
        room: str,
        seen: frozenset[str],
    ) -> Model | None:
        """Return whose rows a variable or a parameter holds, if always the same's."""
        found = {self._annotated(said, room) for said in _annotations(name, scope)}
        found |= {self._model(it, scope, room, seen) for it in _assigned(name, scope)}
        told = found - {None}
        return told.pop() if len(told) == 1 else None

    def _annotated(self, node: ast.expr, room: str) -> Model | None:
        match node:
            case ast.Subscript(value=ast.Name(id="QuerySet"), slice=ast.Name(id=name)):
                return self._class(name, room)
            case _:
                return None

    def _class(self, name: str, room: str) -> Model | None:
        """Return the model of a name: the room's own, or the only one there is."""
        found = self.by_class.get(name, [])
        own = [it for it in found if it._meta.app_label == room]
        likely = own or found
        return likely[0] if len(likely) == 1 else None


def field_at(model: Model, name: str) -> "models.Field[Any, Any] | None":
    """Return the column that a name such as -snapshot__stated_on leads to.

    None where it leads to none: it is then an annotation, which the query computes.
    """
    here: Any = None
    for part in name.lstrip("-+").split("__"):
        if part == "pk":
            here = model._meta.pk
        else:
            try:
                here = model._meta.get_field(part)
            except FieldDoesNotExist:
                return None
        model = here.related_model or model
    column: models.Field[Any, Any] | None = here
    return column


def room_of(path: Path, package: Path) -> str:
    return path.relative_to(package).parts[0]


def _calls(tree: ast.Module) -> Iterator[tuple[Scope, ast.Call]]:
    """Yield each call with the outermost function that it stands in."""
    waiting: list[tuple[Scope, ast.AST]] = [(tree, tree)]
    while waiting:
        scope, node = waiting.pop(0)
        if isinstance(node, ast.Call):
            yield scope, node
        if isinstance(node, ast.FunctionDef) and isinstance(scope, ast.Module):
            scope = node
        waiting.extend((scope, inner) for inner in ast.iter_child_nodes(node))


def _annotations(name: str, scope: Scope) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        match node:
            case ast.arg(arg=said, annotation=ast.expr() as annotation) if said == name:
                yield annotation
            case ast.AnnAssign(target=ast.Name(id=said), annotation=annotation) if (
                said == name
            ):
                yield annotation
            case _:
                pass


def _assigned(name: str, scope: Scope) -> Iterator[ast.expr]:
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=said)], value=value) if said == name:
                yield value
            case _:
                pass


def _names(args: Iterable[ast.expr], scope: Scope) -> Iterator[str]:
    """Yield each name that a call orders by, those in a variable as well."""
    for node in ast.walk(ast.Tuple(elts=list(args))):
        match node:
            case ast.Constant(value=str() as name):
                yield name
            case ast.Name(id=name):
                for value in _assigned(name, scope):
                    yield from (
                        it.value
                        for it in ast.walk(value)
                        if isinstance(it, ast.Constant) and isinstance(it.value, str)
                    )
            case _:
                pass
