"""What the shipped starter registry holds, file by file."""

import hashlib
import re
import unicodedata
from collections import Counter
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import Any

import pytest

from endimpunity.cases.models import Attack, Case, Citation, PersonName
from endimpunity.cases.operations import load_starter
from endimpunity.cases.rules.starter import day, read_starter
from endimpunity.cases.tests.factories import FIRST, page
from endimpunity.cases.vocabulary import Standing
from endimpunity.directory import queries as directory_queries
from endimpunity.directory.vocabulary import Region

FOLDER = resources.files("endimpunity.cases") / "data" / "starter"
FILES = {file.name: file.read_text(encoding="utf-8") for file in FOLDER.iterdir()}
STARTERS = {name: read_starter(text) for name, text in FILES.items()}
# Words out of the names of people accused in these cases, folded and hashed: a
# registry that names none of them has no list of them either.
HASHES = """
    01cb5c9a4afa 04de3c158da2 053877f2a73e 0760c62ab5ad 097cc227ae4f
    0b07f55fa81e 0cae044ea148 0d0271b168c1 0da830315547 0e6663360447
    1197019aed67 1480bf81de51 1501cb4d8881 16125286d427 161a2bbf6703
    1848855a1906 18838d4a5918 1bbd7b8f45fd 1c883f7c9fc3 1dc1aba1fc1c
    1ee75ae67693 1f3f2c220985 1fd716531c7c 2266554656db 28bead43f802
    3442494ad400 3597c8ba66c7 37b4afde1a29 37f477cb51ab 3921f27b71c6
    40d116665361 40f91d97ba95 4482c7553a47 45888f0c28b9 479ba239efa9
    4d4a67ad42e3 4d7e3fbf77c9 4df05ab7e65d 4fae027d8d7b 52dfb970b5c5
    5bc210647c60 5c2714895c0f 5ce05121fb2c 5e0721e9e37d 5f3e8d94c71c
    5ff3bc306973 60527d4469f5 611e40382b58 64ae9520c7b4 64c8a0ace757
    65de6a52447a 68e17fe124fc 6a72f352a4c9 6d872a459a48 6ef6c1d56579
    6f08ba3bf5a1 6f097e3e7e57 6fc4d9230a84 733a087585c9 76e1ddbd49cc
    79c4698a6ab4 7ad478ddf343 7c021740681c 7d5c9bc0400c 803949944368
    85049ca1b748 86bc184eba3f 87202c8ee86e 873d2ff607db 8860d7d4c394
    89c4db81df48 89cf0aea7dfe 8c2417bfbc24 8dc31d1aab6b 8ddb8da8864a
    91f9b76fa0a5 9238172a6d98 97c6835958b6 9857e117dd07 991127d85913
    9a72650eb38b 9c8d0d204add 9f00b8839d89 a2aa689707f7 a34ed3bfb4a0
    a68ce9e962ae a93a622f7ef4 a9423b17e82a ad98b6ccf865 addadca0bb9d
    af4dd7a2be93 b04e95d0b09d b24ab4647a66 b309c27c92bf b368cc4a1880
    b7c378862fe2 ba1ceac06b22 bb40145d21c3 bb5821c82539 bd09b3206079
    bd19408422fe bed942d84bc9 c091651339b1 c1fd24adcb8a c6f7880c616c
    c88cf9468f17 c8f9668b229f c9880ab7fc6b cb13b9b5c17c daeaac23ab4e
    dd0cbd381dc2 e6f69f550e9d ea345313b50b ec26120f8bde f0389e56dd16
    f0413c9e96e3 f29913465ac6 f7c7ca06bc7c f8306954da51 fa67effb68ee
    fe5489e85bec
"""
# Of the columns for a publisher's label and an alleged role.
WIDTH = 100
NAMES_OF_ACCUSED = frozenset(HASHES.split())


def words(text):
    """Return the words of a text, without case and marks."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return set(re.findall(r"[^\W\d_]+", plain))


def hashed(word):
    return hashlib.sha256(word.encode()).hexdigest()[:12]


def statements():
    return [
        (name, one)
        for name, starter in STARTERS.items()
        for one in starter.tables["statement"]
    ]


def facts(field):
    """Return a field's value in every case of every file."""
    return [
        case["facts"].get(field)
        for starter in STARTERS.values()
        for case in starter.tables["case"]
    ]


def test_no_word_of_a_file_is_an_accuseds_name_not_even_in_an_address():
    found = {
        (name, word)
        for name, text in FILES.items()
        for word in words(text)
        if hashed(word) in NAMES_OF_ACCUSED
    }
    assert found == set()
    assert hashed("protasov") in NAMES_OF_ACCUSED


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_every_source_has_an_address_and_was_read_after_it_was_said(name):
    starter = STARTERS[name]
    assert starter.read_on <= date(2026, 11, 23)
    addresses = [one["url"] for one in starter.citations.values()]
    assert len(set(addresses)) == len(addresses)
    for one in starter.citations.values():
        said = day(one.get("stated", "")).date_earliest
        assert said is None or said <= one.get("read_on", starter.read_on)


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_what_rests_on_one_page_says_so_above_it(name):
    lines = FILES[name].splitlines()
    for before, line in pairwise(lines):
        alone = re.fullmatch(r'(cite|[a-z_]+) = \["[^",]+"\]', line)
        cited = re.search(r'\["([^"]+)"\]', line)
        if alone and cited and cited[1] in STARTERS[name].citations:
            assert before.startswith("#"), line


def test_the_kinds_of_cases_that_the_registry_is_to_show_are_there():
    violations = [set(one.attack["facts"]["violations"]) for one in STARTERS.values()]
    assert sum("KILLING" not in kinds for kinds in violations) >= 3
    assert {"OTHER", "MEDIA_WORKER", "JOURNALIST"} <= set(facts("role"))
    two_states = [
        name
        for name, starter in STARTERS.items()
        if len({one["jurisdiction"] for one in starter.tables["proceeding"]}) > 1
    ]
    assert {"khashoggi.toml", "hydara.toml", "dupont-verlon.toml"} <= set(two_states)


def test_names_in_many_scripts_are_there():
    scripts = Counter(
        unicodedata.name(name[0]).split()[0] for name in facts("name_native") if name
    )
    assert {"ARABIC", "CYRILLIC", "CJK", "ARMENIAN", "ETHIOPIC", "KANNADA"} <= (
        scripts.keys()
    )


def test_publishers_who_differ_on_the_day_and_the_motive_speak_side_by_side():
    about: dict[str, dict[str, list[Any]]] = {}
    for name, one in statements():
        if "about" in one:
            about.setdefault(name, {}).setdefault(one["about"], []).append(one)
    differing = {
        name
        for name, fields in about.items()
        if len({one["code"] for one in fields.get("date", ())}) > 1
        and len({one["publisher"] for one in fields.get("motive", ())}) > 1
    }
    assert {"gongadze.toml", "lankesh.toml"} <= differing


def test_a_proceeding_against_the_victim_is_no_accountability():
    for name in ("badawi.toml", "zhang-zhan.toml"):
        assert STARTERS[name].tables["proceeding"] == ()


def test_labels_and_roles_fit_the_columns_that_postgresql_measures():
    roles = [
        role
        for starter in STARTERS.values()
        for one in starter.tables["proceeding"]
        for role in one.get("accused", {}).values()
    ]
    labels = [one["publisher"] for _, one in statements()]
    assert max(map(len, roles)) <= WIDTH >= max(map(len, labels))


def test_a_publisher_that_takes_its_word_back_has_the_last_word():
    coded = [
        (one["stated"], one["code"])
        for name, one in statements()
        if name == "ampatuan.toml" and one["method"] == "UNESCO" and "code" in one
    ]
    assert coded == [("2020-09-24", "ONGOING_UNRESOLVED")]


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_no_role_says_of_an_accused_what_a_court_is_to_say(name):
    roles = [
        role
        for one in STARTERS[name].tables["proceeding"]
        for role in one.get("accused", {}).values()
    ]
    assert not [
        role for role in roles if re.search("killer|murderer|^the one who", role)
    ]


@pytest.mark.django_db
def test_it_spans_five_regions_and_a_dozen_countries(system):
    loaded = load_starter(by=system, at=FIRST)
    countries = set(Attack.objects.values_list("country_id", flat=True))
    regions = {
        directory_queries.unesco_region(code, date(2026, 11, 23)) for code in countries
    }
    assert loaded.attacks >= 18
    assert len(countries) >= 12
    assert regions == set(Region.values)


@pytest.mark.django_db
def test_a_page_read_later_than_the_others_of_its_file_says_so(system):
    load_starter(by=system, at=FIRST)
    read = dict(Citation.objects.values_list("label", "read_on"))
    assert read["g1"] == date(2026, 11, 27)
    assert read["R7"] == date(2026, 11, 23)


@pytest.mark.django_db
def test_justice_stands_where_the_sources_leave_it_and_the_page_tells_who_differs(
    system,
):
    load_starter(by=system, at=FIRST)
    expected = {
        "Chauncey Bailey": Standing.CONVICTION_NOT_FINAL,
        "Orlando Sierra Hernández": Standing.CONVICTION_FINAL,
        "Javier Valdez Cárdenas": Standing.CONVICTION_NOT_FINAL,
        "Slavko Ćuruvija": Standing.ANNULLED,
        "Carlos Cardoso": Standing.CONVICTION_NOT_FINAL,
        "Georgiy Gongadze": Standing.CONVICTION_FINAL,
        "Martina Kušnírová": Standing.CONVICTION_FINAL,
        "Norbert Zongo": Standing.NO_CONVICTION_KNOWN,
        "Raif Badawi": Standing.NOT_STATED,
    }
    standing = {
        name: page(Case.objects.get(name=name)).line.standing for name in expected
    }
    assert standing == expected
    assert PersonName.objects.filter(text="Георгій Гонгадзе", kind="NATIVE").exists()
    gongadze = page(Case.objects.get(name="Georgiy Gongadze"))
    days = {one.code for one in gongadze.statements if one.about == "date"}
    assert days == {"2000-09-16", "2000-09-17"}
    assert {one.about for one in gongadze.statements} == {"", "date", "motive"}
    trial, _ = page(Case.objects.get(name="Ján Kuciak")).proceedings
    (hearing,) = trial.upcoming
    assert (hearing.kind, hearing.date.edtf) == ("HEARING", "2026-12-16")
    assert hearing.sources[0].label == "SITA"
