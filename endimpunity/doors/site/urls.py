"""The addresses of pages, each with the JSON beside it; they are for ever."""

from django.urls import path, register_converter

from endimpunity.doors.site import places
from endimpunity.doors.site.answering import in_both_forms
from endimpunity.doors.site.views import (
    about,
    attack,
    case,
    countries,
    country,
    division,
    feed,
    front,
    methods,
    office,
    offices,
    publisher,
    publishers,
    search,
    tables,
    unresolved,
)

register_converter(places.PlaceCodeConverter, "place")
register_converter(places.DivisionCodeConverter, "division")

app_name = "site"
urlpatterns = [
    *in_both_forms("", front.page, "front"),
    *in_both_forms("countries", countries.page, "countries"),
    *in_both_forms("countries/<place:code>", country.page, "country"),
    *in_both_forms(
        "countries/<place:code>/<division:division>",
        division.page,
        "division",
    ),
    path("countries.csv", tables.countries, name="countries-table"),
    path("countries/<place:code>.csv", tables.country, name="country-table"),
    *in_both_forms("cases/<slug:public_id>", case.page, "case"),
    *in_both_forms("attacks/<uuid:key>", attack.page, "attack"),
    *in_both_forms("publishers", publishers.page, "publishers"),
    *in_both_forms("publishers/<slug:code>", publisher.page, "publisher"),
    *in_both_forms("offices", offices.page, "offices"),
    *in_both_forms("offices/<slug:slug>", office.page, "office"),
    *in_both_forms("search", search.page, "search"),
    *in_both_forms("unresolved", unresolved.page, "unresolved"),
    *in_both_forms("about", about.page, "about"),
    *in_both_forms("methods", methods.page, "methods"),
    path("cases.atom", feed.latest, name="feed"),
    path("unresolved.atom", feed.unresolved, name="unresolved-feed"),
    path("countries/<place:code>.atom", feed.of_country, name="country-feed"),
]
