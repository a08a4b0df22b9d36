"""What was published last, for a reader's feed reader."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import sentences
from endimpunity.doors.site.asking import lens_of, place_names_of, read_only
from endimpunity.doors.site.locales import page_language


class _Cases(Feed):  # type: ignore[type-arg]  # the stubs name no item
    """The cases published last, of everywhere or of one country."""

    feed_type = Atom1Feed

    def __init__(self, request: HttpRequest, place_code: str | None) -> None:
        self._places = place_names_of(request)
        self._place_code = place_code
        self._lines = cases_published.latest_published(
            lens=lens_of(request),
            place_code=place_code,
        )
        self.language = page_language()

    def title(self) -> str:
        """Return whose cases these are."""
        if self._place_code is None:
            return gettext("EndImpunity: cases published last")
        place = self._places.name(self._place_code)
        return gettext("EndImpunity: cases published last, %(place)s") % {
            "place": place,
        }

    def link(self) -> str:
        """Return the page that the feed follows."""
        if self._place_code is None:
            return reverse("site:front")
        return reverse("site:country", args=[self._place_code])

    def items(self) -> tuple[cases_published.CaseLine, ...]:
        """Return the cases, the latest first."""
        return self._lines

    def item_title(self, item: cases_published.CaseLine) -> str:
        """Return whom a case is about."""
        return item.name or item.native_name or gettext("Name not published")

    def item_description(self, item: cases_published.CaseLine) -> str:
        """Return what happened, in a sentence, and where justice stands."""
        return sentences.in_a_row(sentences.of_line(item, self._places))

    def item_link(self, item: cases_published.CaseLine) -> str:
        """Return the case's page."""
        return reverse("site:case", args=[item.public_id])

    def item_guid(self, item: cases_published.CaseLine) -> str:
        """Return an identity that is one in all languages and on every host."""
        return f"urn:endimpunity:case:{item.public_id}"

    def item_pubdate(self, item: cases_published.CaseLine) -> datetime:
        """Return when it was published."""
        return datetime.fromisoformat(item.published_at)

    item_updateddate = item_pubdate


@read_only
def latest(request: HttpRequest) -> HttpResponse:
    """Answer with the cases published last."""
    return _Cases(request, None)(request)


@read_only
def of_country(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with a country's cases published last."""
    if code and not place_names_of(request).knows(code):
        raise Http404
    return _Cases(request, code)(request)
