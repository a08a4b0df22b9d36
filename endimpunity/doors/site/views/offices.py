"""Where to write: the intergovernmental offices that take letters."""

from django.http import HttpRequest, HttpResponse

from endimpunity.directory import published as directory_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import read_only
from endimpunity.doors.site.locales import page_language
from endimpunity.doors.site.places import alphabetical
from endimpunity.doors.site.wording import in_words


@read_only
def page(request: HttpRequest) -> HttpResponse:
    """Show each office under the organisation that gave its mandate, by name."""
    language = page_language()

    def place(line: directory_published.OfficeLine) -> tuple[str, ...]:
        words = in_words(line.body, "body"), line.name
        return tuple(alphabetical(word, language) for word in words)

    mandates = sorted(directory_published.mandates(language=language), key=place)
    return answer(
        request,
        Answer(template="site/offices.html", cards={"mandates": mandates}),
    )
