"""The rooms' answers, given by the test instead of a database."""

from datetime import UTC, datetime

import pytest

from endimpunity.audit import published as audit_published
from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.tests import factories, office_factories, places_told
from endimpunity.sources import published as sources_published

NAMES = {
    "en": {"CI": "Côte d'Ivoire", "EG": "Egypt", "FR": "France", "ML": "Mali"},
    "fr": {"CI": "Côte d'Ivoire", "EG": "Égypte", "FR": "France", "ML": "Mali"},
    "ar": {"CI": "كوت ديفوار", "EG": "مصر", "FR": "فرنسا", "ML": "مالي"},
}
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
AREA = {"IL": "Israel", "PS": "Palestine"}


class Rooms:
    """What the rooms answer; a test changes the answer it is about."""

    def __init__(self, monkeypatch):
        self.asked = []
        monkeypatch.setattr(audit_published, "change_mark", self.change_mark)
        self.mark = audit_published.ChangeMark(deeds=1, latest_at=LONG_AGO)
        self._monkeypatch = monkeypatch
        self.answer("registry_card", places_told.a_registry())
        self.answer("latest_unresolved", (factories.a_line(),))
        self.answer("case_card", factories.a_case())
        self.answer("latest_published", (factories.a_line(),))
        self.answer("attack_card", factories.an_attack())
        self.answer("addresses", (1, ("b3n8rwz4gh",)))
        self.answer("attack_addresses", (1, (factories.an_attack().key,)))
        self.answer("unresolved_cases", factories.a_page(factories.a_line()))
        self.answer("cases_in", factories.a_page(factories.a_line()))
        self.answer("counts_in", places_told.place_counts())
        self.answer("divisions_in", places_told.division_counts())
        self.answer("cases_in_division", factories.a_page(factories.a_line()))
        self.answer("search", factories.a_page(factories.a_line()))
        self.answer("similarly_written", ())
        self.answer("cases_of_records", {7: "b3n8rwz4gh"})
        self.answer_of_sources("publisher_card", factories.a_publisher())
        self.answer_of_sources("closed_list", None)
        self.answer_of_sources("publishers", (factories.a_publisher(),))
        self.answer_of_sources("records_of", factories.a_page(factories.a_record()))
        self.answer_of_directory("mandates", (office_factories.an_office_line(),))
        monkeypatch.setattr(directory_published, "division_cards", self._divisions)
        self.answer_of_directory("office_card", office_factories.an_office())
        monkeypatch.setattr(
            directory_published,
            "state_names",
            lambda language: NAMES.get(language, NAMES["en"]) | AREA,
        )
        monkeypatch.setattr(directory_published, "states_named", self._named)

    @staticmethod
    def _named(query):
        names = NAMES.values()
        return tuple(
            code for code in NAMES["en"] if query in [one.get(code) for one in names]
        )

    @staticmethod
    def _divisions(state, *, language):
        return places_told.division_cards(language) if state == "ML" else ()

    def change_mark(self):
        return self.mark

    def answer(self, question, card):
        self._answer(cases_published, question, card)

    def answer_of_sources(self, question, card):
        self._answer(sources_published, question, card)

    def answer_of_directory(self, question, card):
        self._answer(directory_published, question, card)

    def _answer(self, room, question, card):
        def answered(*args, **named):
            self.asked.append((question, args, named))
            return card(*args, **named) if callable(card) else card

        self._monkeypatch.setattr(room, question, answered)


@pytest.fixture
def rooms(monkeypatch):
    return Rooms(monkeypatch)
