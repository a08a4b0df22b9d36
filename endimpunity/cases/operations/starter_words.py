"""Load what is said of a starter attack beside its fields and proceedings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from endimpunity.accounts.models import User
from endimpunity.cases.models import (
    Condemnation,
    Disagreement,
    ProceedingEvent,
    Statement,
    Toll,
)
from endimpunity.cases.models.recorded import Recorded
from endimpunity.cases.operations import keeping, recording
from endimpunity.cases.rules.starter import Starter, day
from endimpunity.cases.vocabulary import CondemnationWord, Method, TollGroup

_MODELS: Mapping[str, type[Recorded]] = {
    "toll": Toll,
    "condemnation": Condemnation,
    "statement": Statement,
    "disagreement": Disagreement,
    "proceeding": ProceedingEvent,
}


@dataclass(frozen=True, kw_only=True)
class StarterWords:
    """The tolls, condemnations, statements and disagreements of one starter file.

    Attributes:
        starter: the file.
        attack_id: its attack.
        cases: its cases by slug.
        cited: its citations by name.
        by: the actor.
        at: the moment.
    """

    starter: Starter
    attack_id: int
    cases: Mapping[str, int]
    cited: Mapping[str, int]
    by: User
    at: datetime

    def load(self) -> bool:
        """Record all of it; return whether anything changed."""
        tables = self.starter.tables
        changed = [
            *map(self._toll, tables["toll"]),
            *map(self._condemnation, tables["condemnation"]),
            *map(self._statement, tables["statement"]),
            *map(self._disagreement, tables["disagreement"]),
            *map(self._end, self.starter.ended),
        ]
        return any(changed)

    def _end(self, path: str) -> bool:
        """End what an earlier release told and this one does not."""
        table, *slugs = path.split("/")
        return keeping.end(
            model=_MODELS[table],
            key=self.starter.key(table, *slugs),
            by=self.by,
            at=self.at,
        )

    def _cite(self, names: Iterable[str]) -> list[int]:
        return [self.cited[name] for name in names]

    def _case(self, table: Mapping[str, Any]) -> int | None:
        return self.cases[table["case"]] if "case" in table else None

    def _toll(self, table: Mapping[str, Any]) -> bool:
        return recording.state_toll(
            key=self.starter.key("toll", table["slug"]),
            attack_id=self.attack_id,
            group=TollGroup(table["group"]),
            low=table["low"],
            high=table.get("high"),
            stated_edtf=table.get("stated", ""),
            citation_ids=self._cite(table["cite"]),
            by=self.by,
            at=self.at,
        )

    def _condemnation(self, table: Mapping[str, Any]) -> bool:
        return recording.record_condemnation(
            key=self.starter.key("condemnation", table["slug"]),
            attack_id=self.attack_id,
            case_id=self._case(table),
            body=table["body"],
            on=day(table["date"]),
            word=CondemnationWord(table["word"]),
            number=table.get("number", ""),
            url=table.get("url", ""),
            citation_ids=self._cite(table["cite"]),
            by=self.by,
            at=self.at,
        )

    def _statement(self, table: Mapping[str, Any]) -> bool:
        return recording.record_statement(
            key=self.starter.key("statement", table["slug"]),
            attack_id=self.attack_id,
            case_id=self._case(table),
            publisher_label=table["publisher"],
            method=Method(table["method"]),
            about=table.get("about", ""),
            code=table.get("code", ""),
            text=table.get("text", ""),
            on=day(table["stated"]),
            citation_ids=self._cite(table["cite"]),
            by=self.by,
            at=self.at,
        )

    def _disagreement(self, table: Mapping[str, Any]) -> bool:
        return recording.record_disagreement(
            key=self.starter.key("disagreement", table["slug"]),
            attack_id=self.attack_id,
            text=table["text"],
            citation_ids=self._cite(table["cite"]),
            by=self.by,
            at=self.at,
        )
