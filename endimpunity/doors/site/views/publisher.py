"""One publisher's list, in its own voice."""

from django.http import Http404, HttpRequest, HttpResponse

from endimpunity.cases import published as cases_published
from endimpunity.doors.site.answering import Answer, answer
from endimpunity.doors.site.asking import asked, lens_of, read_only
from endimpunity.sources import published as sources_published


@read_only
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a publisher's list says, as far as its licence and policy allow."""
    lens = lens_of(request)
    publisher = sources_published.publisher_card(code, lens=lens)
    if publisher is None:
        return _closed(request, code)
    after = asked(request, "after")
    records = sources_published.records_of(code, lens=lens, after=after)
    cases = cases_published.cases_of_records(
        [record.record for record in records.items],
        lens=lens,
    )
    entries = [(record, cases.get(record.record, "")) for record in records.items]
    return answer(
        request,
        Answer(
            template="site/publisher.html",
            cards={
                "publisher": publisher,
                "records": records,
                "cases": {one.address: case for one, case in entries if case},
            },
            frame={"after": after, "entries": entries},
        ),
    )


def _closed(request: HttpRequest, code: str) -> HttpResponse:
    """Say of a list that was shown that it is not any more, and why."""
    card = sources_published.closed_list(code, lens=lens_of(request))
    if card is None:
        raise Http404
    gone = Answer(template="site/closed.html", cards={"gone": card}, status=410)
    return answer(request, gone)
