from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "endimpunity.accounts"
    label = "accounts"
