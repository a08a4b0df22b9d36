"""Cards of places with invented numbers, as the rooms would give them."""

from endimpunity.cases import published as cases_published
from endimpunity.directory import published as directory_published
from endimpunity.doors.site.tests.factories import made


def a_count(code, killings=1, unresolved=1, others=0):
    return cases_published.CountryCount(
        code=code,
        cases=killings + others,
        killings=killings,
        unresolved_killings=unresolved,
        unresolved_others=others,
    )


def a_registry(**said):
    return made(
        cases_published.RegistryCard,
        {
            "published": 3,
            "left_out": 2,
            "countries": (
                a_count("", 1, 1),
                a_count("IL+PS", 1, 1),
                a_count("EG", 1, 1),
                a_count("CI", 1, 1),
                a_count("FR", 2, 1),
            ),
            "sample": True,
            "coverage": "",
            "alone": True,
            "invented": False,
            "publishers": (),
        },
        said,
    )


def place_counts(**said):
    return made(
        cases_published.PlaceCounts,
        {
            "years": (
                cases_published.YearCount(
                    year=1998,
                    killings=1,
                    unresolved_killings=0,
                ),
                cases_published.YearCount(
                    year=2003,
                    killings=4,
                    unresolved_killings=3,
                ),
                cases_published.YearCount(
                    year=None,
                    killings=2,
                    unresolved_killings=2,
                ),
            ),
            "standings": (
                cases_published.StandingCount(
                    standing="NO_CONVICTION_KNOWN",
                    killings=5,
                ),
                cases_published.StandingCount(
                    standing="CONVICTION_FINAL",
                    killings=2,
                ),
            ),
        },
        said,
    )


def a_division_count(code, killings=0, unresolved=0, others=0):
    return cases_published.DivisionCount(
        code=code,
        cases=killings + others,
        killings=killings,
        unresolved_killings=unresolved,
        unresolved_others=others,
    )


def division_counts():
    return (
        a_division_count("ML-1", killings=2, unresolved=1),
        a_division_count("ML-8", others=1),
    )


def division_cards(language="fr"):
    return tuple(
        directory_published.DivisionCard(
            code=code,
            state="ML",
            name=name,
            language=spoken,
            category="Region",
        )
        for code, name, spoken in (
            ("ML-1", "Kayes", "fr"),
            ("ML-8", "Kidal", language),
        )
    )
