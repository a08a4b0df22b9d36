"""The numbers of figures as CSV, beside the pages that draw them."""

import csv
from collections.abc import Iterable
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.asking import (
    lens_of,
    place_names_of,
    read_only,
    registry_of,
)

# A spreadsheet takes a cell that begins so for a formula and computes it.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | int | None


@read_only
def countries(request: HttpRequest) -> HttpResponse:
    """Give each country's killings, in the order of the countries' page."""
    places = place_names_of(request)
    counts = places.in_order(registry_of(request).countries)
    return _csv(
        ("code", "name", "killings", "unresolved_killings"),
        (
            (it.code, places.name(it.code), it.killings, it.unresolved_killings)
            for it in counts
            if it.killings
        ),
    )


@read_only
def country(request: HttpRequest, code: str) -> HttpResponse:
    """Give a place's killings by year; no year where it is not certain."""
    if code and not place_names_of(request).knows(code):
        raise Http404
    counts = cases_published.counts_in(code, lens=lens_of(request))
    return _csv(
        ("year", "killings", "unresolved_killings"),
        ((it.year, it.killings, it.unresolved_killings) for it in counts.years),
    )


def _csv(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> HttpResponse:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")


def inert(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet computes."""
    if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS):
        return f"'{cell}"
    return cell
