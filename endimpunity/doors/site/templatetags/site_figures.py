"""Tags that draw: a page says which figure it wants, and where."""

from collections.abc import Sequence

from django import template
from django.conf import settings

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import figures, locating

Shown = dict[str, figures.Figure | None]

register = template.Library()


@register.inclusion_tag("site/parts/figure.html", takes_context=True)
def world_map(
    context: template.Context,
    counts: Sequence[cases_published.CountryCount],
) -> Shown:
    """Draw the unresolved killings of each country on a map, unless maps are off."""
    if not settings.ENDIMPUNITY_MAPS:
        return {"figure": None}
    return {"figure": figures.world_figure(counts, context["places"])}


@register.inclusion_tag("site/parts/figure.html", takes_context=True)
def locator_map(context: template.Context, code: str) -> Shown:
    """Draw where a country or area lies, unless maps are off."""
    if not settings.ENDIMPUNITY_MAPS:
        return {"figure": None}
    return {"figure": locating.locator_figure(code, context["places"])}


@register.inclusion_tag("site/parts/figure.html", takes_context=True)
def years_chart(
    context: template.Context,
    code: str,
    counts: cases_published.PlaceCounts,
) -> Shown:
    """Draw a place's killings by year."""
    return {"figure": figures.years_figure(code, counts, context["places"])}


@register.inclusion_tag("site/parts/figure.html", takes_context=True)
def standings_chart(
    context: template.Context,
    code: str,
    counts: cases_published.PlaceCounts,
) -> Shown:
    """Draw what justice has done about the killings of a place."""
    return {"figure": figures.standings_figure(code, counts, context["places"])}
