"""The page's language, as the formats of dates and lists know it."""

from django.utils import translation

# British order of day and month for English, as the United Nations write it.
_LOCALES = {
    "ar": "ar",
    "en": "en_GB",
    "es": "es",
    "fr": "fr",
    "ru": "ru",
    "zh-hans": "zh_Hans",
}


def page_language() -> str:
    """Return the code of the language that the page is written in."""
    language = translation.get_language() or "en"
    return language if language in _LOCALES else "en"


def locale_of(language: str) -> str:
    """Return the CLDR locale that formats dates and lists of a language."""
    return _LOCALES[language]
