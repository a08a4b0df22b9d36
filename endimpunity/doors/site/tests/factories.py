"""Cards of invented people, as the rooms would give them."""

from endimpunity.cases import published as cases_published
from endimpunity.foundation.partial_dates import PartialDate
from endimpunity.sources import published as sources_published


def made(card, usual, said):
    return card(**(usual | said))


def a_source(**said):
    return made(
        cases_published.SourceCard,
        {
            "label": "Harbour Radio",
            "url": "https://radio.example/1",
            "stated_on": "2019-03-04",
            "publisher_code": "",
        },
        said,
    )


def a_day(day="2019-03-01", last=None, text="", precision="DAY"):
    return cases_published.DateCard(
        edtf=day,
        text=text or day,
        earliest=day,
        latest=last or day,
        precision=precision,
    )


def a_place(country="ML", area="", place="Harbour", division=""):
    return cases_published.PlaceCard(
        country=country,
        area=area,
        place=place,
        division=division,
    )


def a_line(**said):
    return made(
        cases_published.CaseLine,
        {
            "public_id": "b3n8rwz4gh",
            "name": "Ada Example",
            "native_name": "",
            "native_language": "",
            "date": a_day(),
            "where": a_place(),
            "outlets": ("Harbour Radio",),
            "violation": "KILLING",
            "standing": "NO_CONVICTION_KNOWN",
            "standing_by": "",
            "two_persons": True,
            "published_at": "2024-05-01T12:00:00+00:00",
        },
        said,
    )


def an_event(**said):
    return made(
        cases_published.EventCard,
        {
            "date": a_day("2020-05-06"),
            "kind": "CHARGED",
            "what": "Two men were charged.",
            "people": 2,
            "accused": (1, 2),
            "sources": (a_source(),),
        },
        said,
    )


def a_proceeding(**said):
    return made(
        cases_published.ProceedingCard,
        {
            "jurisdiction": "FR",
            "court": "Court of the Harbour",
            "kind": "TRIAL",
            "events": (an_event(),),
            "sources": (),
        },
        said,
    )


def an_upcoming(**said):
    return made(
        cases_published.UpcomingCard,
        {
            "date": a_day("2027-01-12"),
            "kind": "HEARING",
            "what": "The appeal is to be heard.",
            "sources": (a_source(),),
        },
        said,
    )


def a_statement(**said):
    return made(
        cases_published.StatementCard,
        {
            "publisher": "League of Examples",
            "publisher_code": "LEX",
            "method": "CPJ",
            "says": "COMPLETE_IMPUNITY",
            "coded": True,
            "stated_on": "2020-01-01",
            "until": "",
            "sources": (),
        },
        said,
    )


def a_fact(**said):
    return made(
        cases_published.FactCard,
        {
            "field": "role",
            "value": "MEDIA_WORKER",
            "coded": True,
            "sources": (a_source(),),
        },
        said,
    )


def a_toll(**said):
    return made(
        cases_published.TollCard,
        {"group": "ALL_KILLED", "low": 57, "high": 58, "sources": (a_source(),)},
        said,
    )


def a_condemnation(**said):
    return made(
        cases_published.CondemnationCard,
        {
            "body": "Council of Examples",
            "date": a_day("2019-03-05"),
            "number": "2019/7",
            "word": "DEPLORED",
            "url": "https://council.example/7",
        },
        said,
    )


def a_saying(**said):
    return made(
        cases_published.SayingCard,
        {
            "publisher": "League of Examples",
            "publisher_code": "LEX",
            "value": "UNCONFIRMED",
            "coded": True,
            "since": "2020-01-01",
            "sources": (),
        },
        said,
    )


def a_difference(**said):
    return made(
        cases_published.DifferenceCard,
        {
            "field": "motive",
            "sayings": (
                a_saying(),
                a_saying(
                    publisher="",
                    publisher_code="",
                    value="CONFIRMED",
                    since="2021-02-03",
                    sources=(a_source(),),
                ),
            ),
        },
        said,
    )


def a_disagreement(text="One source says 57, another 58.", **said):
    return made(
        cases_published.DisagreementCard,
        {"text": text, "language": "en", "sources": (a_source(),)},
        said,
    )


def an_attack(**said):
    return made(
        cases_published.AttackCard,
        {
            "key": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
            "date": a_day(),
            "where": a_place(),
            "violation": "KILLING",
            "summary": "Two people were shot at the harbour.",
            "context": "",
            "cases": (a_line(),),
            "tolls": (a_toll(),),
            "condemnations": (a_condemnation(),),
            "disagreements": (),
        },
        said,
    )


def a_policy(**said):
    return made(
        cases_published.PolicyCard,
        {
            "publisher": "League of Examples",
            "version": 3,
            "alone": True,
            "fields": ("name", "date", "impunity"),
            "reason": "Facts are free to repeat.",
            "approved_on": "2024-01-02",
        },
        said,
    )


def a_case(**said):
    return made(
        cases_published.CaseCard,
        {
            "line": a_line(),
            "attack": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
            "sex": "FEMALE",
            "summary": "Ada Example was shot on her way to the harbour.",
            "facts": (a_fact(),),
            "tolls": (a_toll(),),
            "others_in_attack": (a_line(public_id="c4n8rwz4gh", name="Bo Example"),),
            "condemnations": (a_condemnation(),),
            "proceedings": (a_proceeding(),),
            "statements": (a_statement(),),
            "differences": (a_difference(),),
            "disagreements": (a_disagreement(),),
            "sources": (a_source(),),
            "not_told": "Who paid.",
            "policy": a_policy(),
        },
        said,
    )


def an_empty_case(**said):
    """Return a case of which nothing is told but its line."""
    return made(
        cases_published.CaseCard,
        {
            "line": a_line(name="", outlets=(), date=a_day("", precision="UNKNOWN")),
            "attack": "6f9619ff-8b86-4011-b42d-00c04fc964ff",
            "sex": "",
            "summary": "",
            "facts": (),
            "tolls": (),
            "others_in_attack": (),
            "condemnations": (),
            "proceedings": (),
            "statements": (),
            "differences": (),
            "disagreements": (),
            "sources": (),
            "not_told": "",
            "policy": None,
        },
        said,
    )


def a_page(*items, total=None, next_key="", previous_key=""):
    return cases_published.Page(
        items=items,
        total=len(items) if total is None else total,
        next_key=next_key,
        previous_key=previous_key,
    )


def a_publisher(**said):
    return made(
        sources_published.PublisherCard,
        {
            "code": "LEX",
            "name": "League of Examples",
            "url": "https://league.example/",
            "counts": "People killed at harbours.",
            "counts_by_language": {},
            "licence": "FACTS_AND_LINK",
            "coverage_from": "1992-01-01",
            "latest_stated_on": "2024-03-12",
            "records": 1,
            "alone": False,
        },
        said,
    )


def a_record(**said):
    return made(
        sources_published.RecordCard,
        {
            "address": "LEX@2024-03-12#7",
            "record": 7,
            "name": "Ada Example",
            "name_native": "",
            "violation": "KILLING",
            "motive": "",
            "date": PartialDate(earliest=None, latest=None, text="unknown"),
            "country": "ML",
            "area": "",
            "place": "Harbour",
            "outlets": ("Harbour Radio",),
            "impunity": "PARTIAL_IMPUNITY",
            "url": "https://league.example/ada",
            "stated_on": "2024-03-12",
        },
        said,
    )


def a_moved(to):
    return cases_published.MovedCard(public_id="b3n8rwz4gh", to=to)


def an_attack_tombstone():
    return cases_published.AttackTombstoneCard(
        key="6f9619ff-8b86-4011-b42d-00c04fc964ff",
        reason="at the family's request",
        since="2024-05-02",
    )


def an_attack_moved(to):
    return cases_published.AttackMovedCard(
        key="6f9619ff-8b86-4011-b42d-00c04fc964ff",
        to=to,
    )


def a_tombstone():
    return cases_published.TombstoneCard(
        public_id="b3n8rwz4gh",
        reason="at the family's request",
        since="2024-05-02",
    )
