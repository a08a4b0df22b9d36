"""What the environment can set; docs/reference/settings.md explains each."""

import os
import secrets
import sys
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

ROOT = Path(__file__).resolve().parent.parent
# A variable that is set to nothing counts as not set.
HOME = Path(os.environ.get("ENDIMPUNITY_HOME") or ROOT / "var")
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")


def _secret_key() -> str:
    """Return this installation's own key, made at the first start."""
    given = os.environ.get("ENDIMPUNITY_SECRET_KEY")
    if given:
        return given
    try:
        return _kept_key(HOME / "secret-key")
    except OSError as error:
        sys.exit(
            f"The home folder {HOME} cannot be used: {error.strerror}."
            " Set ENDIMPUNITY_HOME to a folder that this user can make and write.",
        )


def _kept_key(kept: Path) -> str:
    """Return the key of the home folder, making both where they are missing."""
    HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return kept.read_text(encoding="ascii")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(50))
    return kept.read_text(encoding="ascii")


def _database(url: str) -> Any:  # noqa: ANN401  # what Django reads
    """Return the database of an address; the address, a secret, is not repeated."""
    try:
        found = dj_database_url.parse(url)
    except ValueError:
        found = None
    if found is None or found["ENGINE"] not in ENGINES:
        sys.exit(
            "DATABASE_URL is no address of a database: write it as"
            " sqlite:///path or postgresql://user@host:port/name.",
        )
    return found


def _switch(name: str, given: str | None) -> bool:
    """Return whether what a variable names is on, as it is when nothing is said."""
    if (given or "on") not in ("on", "off"):
        sys.exit(f"{name} is neither on nor off: {given!r}.")
    return given != "off"


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get(
    "ENDIMPUNITY_ALLOWED_HOSTS",
    "127.0.0.1,localhost",
).split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "endimpunity.audit",
    "endimpunity.accounts",
    "endimpunity.sources",
    "endimpunity.directory",
    "endimpunity.cases",
    "endimpunity.doors.site",
    "endimpunity.doors.terminal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "endimpunity.doors.site.compressing.compressing",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "endimpunity.doors.site.context.every_page",
            ],
        },
    },
]

DATABASE_URL = (
    os.environ.get("DATABASE_URL") or f"sqlite:///{HOME / 'endimpunity.sqlite3'}"
)
DATABASES = {"default": _database(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        # A writer takes its lock at once, so that two never deadlock half way.
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        # FULL: what was answered as done survives the loss of power.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA recursive_triggers=ON;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

LANGUAGE_CODE = "en"
LANGUAGES = [
    ("ar", "العربية"),
    ("zh-hans", "中文"),
    ("en", "English"),
    ("fr", "Français"),
    ("ru", "Русский"),
    ("es", "Español"),
]
LOCALE_PATHS = [ROOT / "endimpunity" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    "camera": [],
    "geolocation": [],
    "microphone": [],
}

# Where files received are kept, by the hash of their content.
ENDIMPUNITY_HOME = HOME
# Bytes of pages that a process keeps, to answer with while nothing has changed.
ENDIMPUNITY_KEPT_PAGES_BYTES = int(
    os.environ.get("ENDIMPUNITY_KEPT_PAGES_BYTES", str(32 * 1024 * 1024)),
)
# The largest file an import reads, in bytes: forty times the largest list met.
ENDIMPUNITY_IMPORT_LARGEST_FILE = int(
    os.environ.get("ENDIMPUNITY_IMPORT_LARGEST_FILE", str(256 * 1024 * 1024)),
)
# The longest cell an import reads, in characters.
ENDIMPUNITY_IMPORT_LONGEST_CELL = int(
    os.environ.get("ENDIMPUNITY_IMPORT_LONGEST_CELL", str(1_000_000)),
)
# Whether pages have maps. Borders are political: an organisation may do without.
ENDIMPUNITY_MAPS = _switch("ENDIMPUNITY_MAPS", os.environ.get("ENDIMPUNITY_MAPS"))
# Where readers ask for corrections and removals: an e-mail address or a page.
ENDIMPUNITY_CORRECTIONS = os.environ.get("ENDIMPUNITY_CORRECTIONS", "")
