"""What invented publishers and bodies say of an invented attack."""

from datetime import date, timedelta

from endimpunity.cases.demo.telling import Count, Reproof, Word
from endimpunity.cases.vocabulary import CondemnationWord, Method, TollGroup
from endimpunity.foundation.invention import Draws
from endimpunity.sources.vocabulary import Impunity, Motive, UnescoStatus

PUBLISHERS = ("Ovelle Vigil", "Miradha Observatory", "Brantis Count")
# A body that does not exist, and its page.
BODY = "Assembly of the Free Word"
BODY_ADDRESS = "https://assembly-of-the-free-word.example"

_CODED = ((Method.CPJ, Impunity.values), (Method.UNESCO, UnescoStatus.values))
_BYSTANDERS = 25


def tolls_of(
    victims: int,
    violation: str,
    stated: date,
    draws: Draws,
) -> tuple[Count, ...]:
    """Return how many people the attack is said to have harmed."""
    if victims == 1 and not draws.chance(0.03):
        return ()
    more = draws.between(0, _BYSTANDERS) if draws.chance(0.5) else 0
    told = stated.isoformat()
    high: int | None = victims + draws.below(3)
    if draws.chance(0.15):
        high = None
    if violation != "KILLING":
        harmed = Count(
            group=TollGroup.INJURED, low=victims, high=high, stated_edtf=told
        )
        return (harmed,)
    media = Count(
        group=TollGroup.MEDIA_KILLED, low=victims, high=high, stated_edtf=told
    )
    low = victims + more
    everybody = Count(
        group=TollGroup.ALL_KILLED,
        low=low,
        high=None if high is None else low + draws.between(3, 9),
        stated_edtf=told,
    )
    hurt = draws.between(1, _BYSTANDERS)
    injured = Count(
        group=TollGroup.INJURED, low=hurt, high=hurt + draws.below(9), stated_edtf=told
    )
    return (everybody, media, injured) if more else (media,)


def words_on(
    days: tuple[date, date],
    until: date,
    draws: Draws,
) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Return what publishers say, and where they differ in the registry's words."""
    words: list[Word] = []
    differ: list[str] = []
    one, other = draws.pick(PUBLISHERS[:2]), PUBLISHERS[2]
    if draws.chance(0.3):
        method, codes = draws.pick(_CODED)
        said = _said_on(days[1], until, draws)
        code = draws.pick(codes)
        words.append(
            Word(publisher=one, method=method, about="", code=code, text="", on=said),
        )
    if draws.chance(0.06):
        first, last = days[0], days[0] + timedelta(draws.between(1, 3))
        for publisher, day in ((one, first), (other, last)):
            on = _said_on(days[1], until, draws)
            text = f"Dates the attack to {day.isoformat()}."
            words.append(_plain(publisher, "date", day.isoformat(), text, on))
        differ.append(
            f"{one} dates the attack to {first.isoformat()}, {other} to"
            f" {last.isoformat()}.",
        )
    if draws.chance(0.06):
        for publisher, code, text in (
            (one, Motive.CONFIRMED, "Holds the work to be the reason."),
            (other, Motive.UNCONFIRMED, "Has not confirmed the reason."),
        ):
            on = _said_on(days[1], until, draws)
            words.append(_plain(publisher, "motive", code, text, on))
        differ.append(
            f"{one} holds the work to be the reason of the attack; {other} has not"
            " confirmed it.",
        )
    return tuple(words), tuple(differ)


def reproofs_of(
    number: int,
    *,
    victims: int,
    violation: str,
    days: tuple[date, date],
    until: date,
    draws: Draws,
) -> tuple[Reproof, ...]:
    """Return the condemnations of an attack; killings are condemned most often."""
    if not draws.chance(0.5 if violation == "KILLING" else 0.05):
        return ()
    day = min(days[1] + timedelta(draws.between(1, 20)), until)
    word = CondemnationWord.CONDEMNED
    if draws.chance(0.2):
        word = CondemnationWord.DEPLORED
    about = draws.below(victims) if victims > 1 and draws.chance(0.3) else None
    said = Reproof(number=f"{day.year}/{number + 1}", word=word, on=day, about=about)
    return (said,)


def _plain(publisher: str, about: str, code: str, text: str, on: date) -> Word:
    return Word(
        publisher=publisher,
        method=Method.GENERAL,
        about=about,
        code=code,
        text=text,
        on=on,
    )


def _said_on(after: date, until: date, draws: Draws) -> date:
    return min(after + timedelta(draws.between(5, 900)), until)
