"""The page of a case: all that is told, and what is not."""

import re

from endimpunity.doors.site.tests import factories
from endimpunity.doors.site.tests.reading import text


def test_a_case_tells_who_what_and_which_justice(client, rooms):
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    for told in (
        "Ada Example",
        "1 March 2019",
        "shot on her way to the harbour",
        "No conviction known",
        "Court of the Harbour",
        "6 May 2020",
        "2 people, accused 1, accused 2",
        "Two men were charged",
        "Harbour Radio",
        "Media worker",
        "League of Examples",
        "Complete impunity",
        "Since, at the latest: 1 January 2020",
        "57 to 58",
        "One source says 57, another 58.",
        "Bo Example",
        "Deplored",
        "Who paid.",
        "version 3 of the publishing policy",
        "One person alone decided this",
    ):
        assert told in words, told


def test_a_case_of_which_little_is_told_says_what_is_unknown(client, rooms):
    rooms.answer("case_card", factories.an_empty_case())
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    for told in (
        "Name not published",
        "date unknown",
        "A person not named here was killed",
        "That is not to say that there was none",
        "No source is published with this case",
    ):
        assert told in words, told


def test_a_case_nobody_read_twice_says_so(client, rooms):
    rooms.answer(
        "case_card",
        factories.a_case(line=factories.a_line(two_persons=False)),
    )
    assert "Not second-read" in text(client.get("/en/cases/b3n8rwz4gh/"))


def test_a_case_the_registry_published_itself_says_when(client, rooms):
    own = factories.a_policy(publisher="", version=0, fields=(), alone=False)
    rooms.answer("case_card", factories.a_case(policy=own))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "Published by the registry itself on 2 January 2024." in words


def test_a_name_stands_in_its_own_script(client, rooms):
    line = factories.a_line(native_name="أدا مثال", native_language="ar")
    rooms.answer("case_card", factories.a_case(line=line))
    html = client.get("/en/cases/b3n8rwz4gh/").content.decode()
    assert re.search(r'<bdi class="native"\s+lang="ar"\s*>أدا مثال</bdi>', html)


def test_a_date_keeps_the_words_of_its_source(client, rooms):
    date = factories.a_day(
        "2015-05-02",
        last="2015-05-04",
        text="May 2,3 or 4, 2015",
        precision="INTERVAL",
    )
    rooms.answer("case_card", factories.a_case(line=factories.a_line(date=date)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "between 2 and 4 May 2015" in words
    assert "May 2,3 or 4, 2015" in words


def test_what_a_source_wrote_is_never_markup(client, rooms):
    trap = "<img src=x onerror=alert(1)>"
    rooms.answer(
        "case_card",
        factories.a_case(summary=trap, disagreements=(factories.a_disagreement(trap),)),
    )
    html = client.get("/en/cases/b3n8rwz4gh/").content.decode()
    assert "<img" not in html


def test_a_merged_case_leads_to_the_one_it_was_joined_to(client, rooms):
    rooms.answer("case_card", factories.a_moved("c4n8rwz4gh"))
    answer = client.get("/fr/cases/b3n8rwz4gh/")
    assert answer.status_code == 301
    assert answer.headers["Location"] == "/fr/cases/c4n8rwz4gh/"


def test_a_withdrawn_case_is_gone_and_says_since_when(client, rooms):
    rooms.answer("case_card", factories.a_tombstone())
    answer = client.get("/en/cases/b3n8rwz4gh/")
    assert answer.status_code == 410
    assert "Withdrawn on 2 May 2024" in text(answer)
    assert "At the family&#x27;s request" in text(answer)


def test_a_case_that_never_was_is_not_found(client, rooms):
    rooms.answer("case_card", None)
    answer = client.get("/en/cases/nobody/")
    assert answer.status_code == 404
    assert "This page does not exist" in text(answer)


def test_a_motive_that_is_not_confirmed_stands_at_the_head(client, rooms):
    list_ = factories.a_source(label="League of Examples")
    doubt = factories.a_fact(field="motive", value="UNCONFIRMED", sources=(list_,))
    rooms.answer("case_card", factories.a_case(facts=(doubt,)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "motive not confirmed, according to League of Examples" in words
    doubt = factories.a_fact(field="motive", value="UNCONFIRMED", sources=())
    rooms.answer("case_card", factories.a_case(facts=(doubt,)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "motive not confirmed" in words
    assert "motive not confirmed, according" not in words


def test_a_confirmed_motive_is_a_fact_like_others(client, rooms):
    sure = factories.a_fact(field="motive", value="CONFIRMED")
    rooms.answer("case_card", factories.a_case(facts=(sure,)))
    assert "motive not confirmed" not in text(client.get("/en/cases/b3n8rwz4gh/"))


def test_a_statement_that_is_summed_up_is_told_in_the_registrys_words(client, rooms):
    told = factories.a_statement(method="GENERAL", says="It asked.", coded=False)
    rooms.answer("case_card", factories.a_case(statements=(told,)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "Told in the registry&#x27;s words" in words
    assert "publisher&#x27;s own words" not in words


def test_what_is_to_come_is_told_with_who_states_it(client, rooms):
    coming = factories.an_upcoming(sources=(factories.a_source(label="The Wire"),))
    proceeding = factories.a_proceeding(upcoming=(coming,))
    rooms.answer("case_card", factories.a_case(proceedings=(proceeding,)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    for told in (
        "To come, according to The Wire :",
        "Hearing: 12 January 2027",
        "The appeal is to be heard.",
    ):
        assert told in words, told


def test_a_statement_on_a_field_says_which_field_and_which_value(client, rooms):
    told = factories.a_statement(
        method="GENERAL",
        about="motive",
        code="CONFIRMED",
        says="It asked.",
        coded=False,
        stated_on="",
    )
    rooms.answer("case_card", factories.a_case(statements=(told,)))
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "Link with the work Confirmed It asked." in words
    assert "Since, at the latest" not in words


def test_what_the_registry_wrote_in_english_says_so_on_other_pages(client, rooms):
    told = factories.a_statement(says="It asked.", coded=False)
    rooms.answer("case_card", factories.a_case(statements=(told,)))
    html = client.get("/ar/cases/b3n8rwz4gh/").content.decode()
    for english in (
        "Ada Example was shot",
        "Two men were charged.",
        "Court of the Harbour",
        "Facts are free to repeat.",
        "It asked.",
        "One source says 57",
        "Who paid.",
    ):
        assert re.search(rf'lang="en"\s+dir="ltr"\s*>{english}', html), english
    english_page = client.get("/en/cases/b3n8rwz4gh/").content.decode()
    assert not re.search(r'lang="en"\s+dir="ltr"\s*>[A-Z]', english_page)


def test_a_source_without_a_day_says_when_it_was_read(client, rooms):
    undated = factories.a_source(stated_on="", read_on="2026-11-23")
    rooms.answer(
        "case_card",
        factories.a_case(summary_sources=(undated,), sources=(undated,)),
    )
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert words.count("read on 23 November 2026") == 2
    assert "lu le 23 novembre 2026" in text(client.get("/fr/cases/b3n8rwz4gh/"))


def test_a_source_that_is_quoted_stands_beside_the_registry(client, rooms):
    quoted = factories.a_saying(
        publisher="Harbour Post",
        publisher_code="",
        value="51",
        coded=False,
        since="2013-11",
        sources=(factories.a_source(label="Copy of Harbour Post"),),
    )
    own = factories.a_saying(publisher="", publisher_code="", value="57", coded=False)
    undated = factories.a_saying(
        publisher="Late Post",
        publisher_code="",
        value="2019-04-05",
        coded=False,
        since="",
        sources=(factories.a_source(stated_on="", read_on="2026-11-23"),),
    )
    differences = (
        factories.a_difference(field="age", sayings=(own, quoted)),
        factories.a_difference(field="CONVICTED", sayings=(undated,)),
        factories.a_difference(field="ALL_KILLED", sayings=(quoted,)),
    )
    rooms.answer("case_card", factories.a_case(differences=differences))
    rooms.answer("attack_card", factories.an_attack(differences=differences))
    for address in ("cases/b3n8rwz4gh", f"attacks/{factories.an_attack().key}"):
        words = text(client.get(f"/en/{address}/"))
        assert "Harbour Post 51 as of November 2013 · Copy of Harbour Post" in words
        assert "Convicted Late Post 5 April 2019" in words
        assert "All people killed Harbour Post 51" in words
        assert "read on 23 November 2026" in words
        words = text(client.get(f"/es/{address}/"))
        assert "Late Post 5 de abril de 2019" in words


def test_a_disagreement_in_words_names_its_sources(client, rooms):
    one = factories.a_disagreement(sources=(factories.a_source(label="Harbour Post"),))
    case = factories.a_case(disagreements=(one,), sources=(), differences=())
    rooms.answer("case_card", case)
    words = text(client.get("/en/cases/b3n8rwz4gh/"))
    assert "One source says 57, another 58. Harbour Post" in words


def test_kinds_of_media_are_told_in_the_pages_language(client, rooms):
    stated = factories.a_fact(field="media", value="ONLINE, Print, Samizdat")
    rooms.answer("case_card", factories.a_case(facts=(stated,)))
    assert "Online, print, Samizdat" in text(client.get("/en/cases/b3n8rwz4gh/"))
    words = text(client.get("/fr/cases/b3n8rwz4gh/"))
    assert "En ligne, presse écrite, Samizdat" in words


def test_what_stays_in_english_says_so_on_every_other_page(client, rooms):
    beats = factories.a_fact(field="beats", value="the harbour", sources=())
    words = factories.a_statement(says="Nobody was tried.", coded=False)
    case = factories.a_case(
        facts=(beats,),
        statements=(words,),
        summary="",
        not_told="",
        disagreements=(),
    )
    rooms.answer("case_card", case)
    mark = "Écrit en anglais par le registre"
    # At the head, among the facts and before what a publisher said.
    assert text(client.get("/fr/cases/b3n8rwz4gh/")).count(mark) == 3
    assert "Written in English" not in text(client.get("/en/cases/b3n8rwz4gh/"))
    rooms.answer("case_card", factories.a_tombstone())
    assert mark in text(client.get("/fr/cases/b3n8rwz4gh/"))


def test_an_attack_tells_its_facts_with_their_sources(client, rooms):
    where = factories.a_fact(
        field="place",
        value="Anytown",
        sources=(factories.a_source(label="Harbour Post"),),
    )
    context = factories.a_source(label="Context Post")
    card = factories.an_attack(
        facts=(where,),
        context="At a rally.",
        context_sources=(context,),
    )
    rooms.answer("attack_card", card)
    words = text(client.get(f"/en/attacks/{card.key}/"))
    assert "Anytown Harbour Post" in words
    assert "At a rally. Context Post" in words
