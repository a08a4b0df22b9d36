"""What was published last, for a reader's feed reader."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext, pgettext

from endimpunity.cases import published as cases_published
from endimpunity.doors.site import sentences
from endimpunity.doors.site.asking import (
    lens_of,
    place_names_of,
    read_only,
    registry_of,
)
from endimpunity.doors.site.locales import page_language
from endimpunity.doors.site.notice import notice_of


class _Cases(Feed):  # type: ignore[type-arg]  # the stubs name no item
    """The cases published last of some of all."""

    feed_type = Atom1Feed

    def __init__(
        self,
        request: HttpRequest,
        lines: tuple[cases_published.CaseLine, ...],
        *,
        title: str,
        link: str,
    ) -> None:
        """Follow a page.

        Args:
            request: the reader's.
            lines: the cases, the latest first.
            title: whose cases these are.
            link: the page that the feed follows.
        """
        registry = registry_of(request)
        self._places = place_names_of(request)
        self._invented = registry.invented
        self._lines = lines
        self.title = self._marked(title)
        self.subtitle = notice_of(registry).statement
        self.link = link
        self.language = page_language()

    def _marked(self, title: str) -> str:
        """Return a title that shows by itself that nobody in it exists."""
        if not self._invented:
            return title
        marked = pgettext("of a feed or its entry", "Invented: %(title)s")
        return marked % {"title": title}

    def items(self) -> tuple[cases_published.CaseLine, ...]:
        """Return the cases, the latest first."""
        return self._lines

    def item_title(self, item: cases_published.CaseLine) -> str:
        """Return whom a case is about."""
        name = item.name or item.native_name or gettext("Name not published")
        return self._marked(name)

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
    feed = _Cases(
        request,
        cases_published.latest_published(lens=lens_of(request)),
        title=gettext("EndImpunity: cases published last"),
        link=reverse("site:front"),
    )
    return feed(request)


@read_only
def unresolved(request: HttpRequest) -> HttpResponse:
    """Answer with the unresolved cases published last."""
    feed = _Cases(
        request,
        cases_published.latest_published(lens=lens_of(request), unresolved=True),
        title=gettext("EndImpunity: unresolved cases published last"),
        link=reverse("site:unresolved"),
    )
    return feed(request)


@read_only
def of_country(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with a country's cases published last."""
    places = place_names_of(request)
    if code and not places.knows(code):
        raise Http404
    feed = _Cases(
        request,
        cases_published.latest_published(lens=lens_of(request), place_code=code),
        title=gettext("EndImpunity: cases published last, %(place)s")
        % {"place": places.name(code)},
        link=reverse("site:country", args=[code]),
    )
    return feed(request)
