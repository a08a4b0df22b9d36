"""What the registry is, whom it shows, how to correct it."""

from django.http import HttpRequest, HttpResponse

from endimpunity.doors.site import prose
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import read_only
from endimpunity.doors.site.context import corrections


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Say what this is and who answers for it."""
    cards = {"about": prose.about(), "corrections": corrections()}
    return answer(request, Answer(template="site/about.html", cards=cards))
