"""One office: what it takes, from whom, who holds it, and how it is reached."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.directory import published as directory_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import lens_of, read_only
from endimpunity.doors.site.locales import page_language


@read_only
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an office as its sources have it today."""
    office = directory_published.office_card(
        slug,
        language=page_language(),
        on=lens_of(request).as_of,
    )
    if office is None:
        raise Http404
    return answer(
        request,
        Answer(template="site/office.html", cards={"office": office}),
    )
