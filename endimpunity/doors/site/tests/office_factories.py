"""Cards of invented offices, as the directory would give them."""

from endimpunity.directory import published as directory_published


def _made(card, usual, said):
    return card(**(usual | said))


def an_office_source(**said):
    return _made(
        directory_published.OfficeSourceCard,
        {
            "label": "Journal of Examples",
            "url": "https://journal.example/1",
            "stated_on": "2024-03-12",
            "read_on": "2024-05-02",
        },
        said,
    )


def an_office_line(**said):
    return _made(
        directory_published.OfficeLine,
        {
            "slug": "ex-rapporteur",
            "name": "Rapporteur of Examples",
            "language": "en",
            "own_name": True,
            "kind": "RAPPORTEUR",
            "state": "",
            "division": "",
            "body": "OAS",
        },
        said,
    )


def a_holder(**said):
    return _made(
        directory_published.HolderCard,
        {
            "name": "Ada Example",
            "is_vacant": False,
            "since": "2024-04-01",
            "source": an_office_source(),
        },
        said,
    )


def a_contact(**said):
    return _made(
        directory_published.ContactCard,
        {
            "channel": "EMAIL",
            "address": "write@example.org",
            "steps": "",
            "steps_language": "",
            "verified_on": "2024-03-13",
            "source": an_office_source(),
        },
        said,
    )


def a_post(**said):
    return _made(
        directory_published.PostCard,
        {
            "code": "rapporteur",
            "kind": "MANDATE_HOLDER",
            "holder": a_holder(),
            "contacts": (a_contact(),),
        },
        said,
    )


def a_point(code):
    return directory_published.PointCard(code=code, source=an_office_source())


def an_office(**said):
    return _made(
        directory_published.OfficeCard,
        {
            "line": an_office_line(),
            "takes": (a_point("TAKES_LETTERS"),),
            "writers": (a_point("FROM_ANYONE"),),
            "conditions": (a_point("IF_SIGNED"),),
            "notes": (a_point("NOTE_NO_RULING"),),
            "does": (a_point("DOES_SPEAK"),),
            "posts": (a_post(),),
            "sources": (an_office_source(),),
        },
        said,
    )
