from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "endimpunity.audit"
    label = "audit"
