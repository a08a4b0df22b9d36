from django.urls import path, register_converter

from endimpunity.doors.site import places
from endimpunity.doors.site.views import (
    about,
    case,
    countries,
    country,
    front,
    publisher,
    publishers,
    search,
)

register_converter(places.PlaceCodeConverter, "place")

app_name = "site"
urlpatterns = [
    path("", front.page, name="front"),
    path("countries/", countries.page, name="countries"),
    path("countries/<place:code>/", country.page, name="country"),
    path("cases/<slug:public_id>/", case.page, name="case"),
    path("publishers/", publishers.page, name="publishers"),
    path("publishers/<slug:code>/", publisher.page, name="publisher"),
    path("search/", search.page, name="search"),
    path("about/", about.page, name="about"),
]
