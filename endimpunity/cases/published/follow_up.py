"""What justice did and who says what, as the registry recorded it."""

from collections.abc import Container, Iterable
from datetime import date, datetime

from django.db.models import F, Q

from endimpunity.cases.models import (
    Citation,
    Condemnation,
    Disagreement,
    Proceeding,
    ProceedingCase,
    ProceedingCitation,
    ProceedingEvent,
    Statement,
    Toll,
    Upcoming,
)
from endimpunity.cases.published.cards import (
    CondemnationCard,
    DisagreementCard,
    EventCard,
    ProceedingCard,
    SourceCard,
    StatementCard,
    TollCard,
    UpcomingCard,
)
from endimpunity.cases.published.facts import citation_cards
from endimpunity.cases.published.lines import date_card
from endimpunity.cases.rules.standing import Place, happened_by, place_in_time
from endimpunity.cases.vocabulary import WRITTEN_IN
from endimpunity.foundation.lens import Lens
from endimpunity.foundation.web_addresses import web_address


def toll_cards(attacks: Iterable[int], standing: Q) -> tuple[TollCard, ...]:
    """Return how many people attacks are said to have harmed."""
    rows = Toll.objects.filter(standing, attack__in=attacks).order_by("id")
    return tuple(
        TollCard(
            group=row.group,
            low=row.low,
            high=row.high,
            sources=citation_cards(row.citations.all()),
        )
        for row in rows.prefetch_related("citations")
    )


def condemnation_cards(
    attacks: Iterable[int],
    cases: Iterable[int],
    standing: Q,
) -> tuple[CondemnationCard, ...]:
    """Return the public words of bodies on an attack, or on this person alone."""
    rows = Condemnation.objects.filter(
        standing,
        Q(case=None) | Q(case__in=cases),
        attack__in=attacks,
    )
    return tuple(
        CondemnationCard(
            body=row.body,
            date=date_card(row.date_earliest, row.date_latest, row.date_text),
            number=row.number,
            word=row.word,
            url=web_address(row.url),
        )
        for row in rows.order_by("id")
    )


def proceeding_cards(
    cases: Iterable[int],
    standing: Q,
    reviewed_at: datetime,
    lens: Lens,
) -> tuple[ProceedingCard, ...]:
    """Return the proceedings about cases with the events that touch them.

    Nobody accused is named: there is no place for a name. A proceeding recorded
    after the last review waits for the next, and so does a source that was first
    cited for it, or a case that was first linked to it, after that review.

    Args:
        cases: the cases that are read as one.
        standing: which recorded facts count, as of `queries.standing`.
        reviewed_at: when the case was last published.
        lens: the registry's lens.
    """
    wanted = list(cases)
    reviewed = min(reviewed_at, lens.known_at)
    linked = ProceedingCase.objects.filter(
        case__in=wanted,
        recorded_at__lte=reviewed,
    )
    rows = Proceeding.objects.filter(
        id__in=linked.values("proceeding"),
        recorded_at__lte=reviewed,
    ).order_by("id")
    cited = _cited_for([row.pk for row in rows], reviewed)
    return tuple(
        ProceedingCard(
            jurisdiction=row.jurisdiction_id,
            court=row.court,
            kind=row.kind,
            events=_events(row, wanted, standing, lens, reviewed),
            sources=citation_cards(cited.get(row.pk, ())),
            upcoming=_upcoming(row, standing, lens, reviewed),
        )
        for row in rows
    )


def _cited_for(
    proceedings: Iterable[int],
    reviewed: datetime,
) -> dict[int, list[Citation]]:
    """Return what was cited for each of these proceedings by a moment."""
    found: dict[int, list[Citation]] = {}
    for link in (
        ProceedingCitation.objects.filter(
            proceeding__in=proceedings,
            recorded_at__lte=reviewed,
        )
        .select_related("citation")
        .order_by("id")
    ):
        found.setdefault(link.proceeding_id, []).append(link.citation)
    return found


def _upcoming(
    proceeding: Proceeding,
    standing: Q,
    lens: Lens,
    reviewed: datetime,
) -> tuple[UpcomingCard, ...]:
    """Return what is announced and not past on the day that is asked about."""
    rows = Upcoming.objects.filter(
        standing,
        Q(date_latest=None) | Q(date_latest__gte=lens.as_of),
        proceeding=proceeding,
    )
    return tuple(
        UpcomingCard(
            date=date_card(row.date_earliest, row.date_latest, row.date_text),
            kind=row.kind,
            what=row.what,
            sources=_cited_by(reviewed, row.citations.all()),
        )
        for row in rows.order_by(
            F("date_earliest").asc(nulls_last=True),
            "id",
        ).prefetch_related("citations")
    )


def _events(
    proceeding: Proceeding,
    cases: list[int],
    standing: Q,
    lens: Lens,
    reviewed: datetime,
) -> tuple[EventCard, ...]:
    rows = (
        ProceedingEvent.objects.filter(
            standing,
            proceeding=proceeding,
            cases__in=cases,
        )
        .distinct()
        .order_by("id")
        .prefetch_related("accused", "citations")
    )
    found = sorted(
        (
            row
            for row in rows
            if happened_by(lens.as_of, row.date_earliest, row.date_latest)
        ),
        key=_in_time,
    )
    return tuple(
        EventCard(
            date=date_card(row.date_earliest, row.date_latest, row.date_text),
            kind=row.kind,
            what=row.what,
            people=row.people,
            accused=tuple(sorted(one.number for one in row.accused.all())),
            sources=_cited_by(reviewed, row.citations.all()),
        )
        for row in found
    )


def _in_time(row: ProceedingEvent) -> Place:
    """Return where an event stands on a page; what has no day comes last."""
    return place_in_time(
        row.date_earliest,
        row.date_latest,
        row.pk,
        undated=date.max,
    )


def _cited_by(reviewed: datetime, rows: Iterable[Citation]) -> tuple[SourceCard, ...]:
    return citation_cards(row for row in rows if row.recorded_at <= reviewed)


def statements_of(
    attacks: Iterable[int],
    cases: Iterable[int],
    standing: Q,
) -> list[Statement]:
    """Return what publishers and States said that no list of records holds."""
    return list(
        Statement.objects.filter(
            standing,
            Q(case__in=cases) | Q(case=None, attack__in=attacks),
            part=None,
        )
        .select_related("publisher")
        .prefetch_related("citations")
        .order_by(F("stated_earliest").asc(nulls_last=True), "id"),
    )


def voice_of(row: Statement) -> str:
    """Return whose statement it is."""
    return row.publisher.name if row.publisher else row.publisher_label


def statement_cards(
    rows: Iterable[Statement],
    told: Container[str],
) -> list[StatementCard]:
    """Return statements as cards.

    Args:
        rows: the statements.
        told: fields told side by side; a value of one of them in no words of its
            own is not told twice.
    """
    return [
        StatementCard(
            publisher=voice_of(row),
            publisher_code=row.publisher_id or "",
            method=row.method,
            says=row.text or row.code,
            coded=not row.text,
            stated_on=row.stated_edtf,
            until="",
            sources=citation_cards(row.citations.all()),
            about=row.about,
            code=row.code,
        )
        for row in rows
        if row.text or row.about not in told
    ]


def disagreements(
    attacks: Iterable[int],
    standing: Q,
) -> tuple[DisagreementCard, ...]:
    """Return where sources differ in what no field holds, with the sources."""
    rows = Disagreement.objects.filter(standing, attack__in=attacks).order_by("id")
    return tuple(
        DisagreementCard(
            text=row.text,
            language=WRITTEN_IN,
            sources=citation_cards(row.citations.all()),
        )
        for row in rows.prefetch_related("citations")
    )
