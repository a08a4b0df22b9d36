from django.apps import AppConfig


class TerminalConfig(AppConfig):
    name = "endimpunity.doors.terminal"
    label = "terminal"
