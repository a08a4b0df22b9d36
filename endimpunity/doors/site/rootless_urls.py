"""Addresses that belong to no language."""

from django.urls import path

from endimpunity.doors.site.views import rootless

urlpatterns = [
    path("", rootless.choose_language),
    path("robots.txt", rootless.robots),
]
