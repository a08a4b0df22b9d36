from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "endimpunity.doors.site"
    label = "site"
