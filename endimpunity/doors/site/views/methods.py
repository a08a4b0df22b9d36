"""How what the pages say was arrived at, word by word."""

from django.http import HttpRequest, HttpResponse

from endimpunity.doors.site import prose
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import read_only


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show what each word of justice means, and whose word it is."""
    cards = {"standings": prose.words_of_justice(), "methods": prose.methods()}
    return answer(request, Answer(template="site/methods.html", cards=cards))
