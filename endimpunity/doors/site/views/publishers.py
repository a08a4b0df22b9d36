"""The publishers whose lists the registry keeps beside its own voice."""

from django.http import HttpRequest, HttpResponse

from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import lens_of, read_only
from endimpunity.sources import published as sources_published


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show each publisher, whom it counts, and where its list is."""
    publishers = sources_published.publishers(lens=lens_of(request))
    return answer(
        request,
        Answer(template="site/publishers.html", cards={"publishers": publishers}),
    )
