from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "endimpunity.directory"
    label = "directory"
