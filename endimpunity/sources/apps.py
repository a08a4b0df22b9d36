from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "endimpunity.sources"
    label = "sources"
