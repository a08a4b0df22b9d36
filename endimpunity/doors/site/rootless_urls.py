"""Addresses that belong to no language."""

from django.urls import path

from endimpunity.doors.site.views import rootless

urlpatterns = [
    path("", rootless.choose_language),
    path("robots.txt", rootless.robots),
    path("sitemap.xml", rootless.sitemap, name="sitemap"),
    path("sitemap-pages.xml", rootless.sitemap_pages, name="sitemap-pages"),
    path("sitemap-cases-<int:part>.xml", rootless.sitemap_cases, name="sitemap-cases"),
    path(
        "sitemap-attacks-<int:part>.xml",
        rootless.sitemap_attacks,
        name="sitemap-attacks",
    ),
]
