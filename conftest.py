"""What every test of every room may ask for."""

import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from endimpunity.accounts.models import User
from tests.ground import keep_ground

CHECKOUT = Path(__file__).resolve().parent

# The same few examples at every run, so that `make test` never fails by chance …
hypothesis_settings.register_profile(
    "quick",
    max_examples=30,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# … and many new ones where a whole hour may be spent.
hypothesis_settings.register_profile(
    "prove",
    # All of them on both engines, with the kills, in an hour on two cores.
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


def pytest_report_header():
    # `make test` runs once an engine: each run says which one it was.
    return f"engine: {connection.display_name}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request):
    """Name the test database after this checkout, so that two never share one."""
    kept = connection.settings_dict
    if connection.vendor == "postgresql":
        mark = zlib.crc32(str(CHECKOUT).encode())
        kept["TEST"]["NAME"] = f"test_{kept['NAME']}_{mark:08x}"
    # Django keeps what migrating laid as JSON; `tests.ground` keeps it as tables.
    connection.creation.serialize_db_to_string = lambda: "[]"  # type: ignore[method-assign]
    request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(autouse=True)
def home(tmp_path_factory, settings):
    """Give each test an installation's folder of its own."""
    settings.ENDIMPUNITY_HOME = tmp_path_factory.mktemp("home")
    # Tests lay rows without a deed, which pages are not told of.
    settings.ENDIMPUNITY_KEPT_PAGES_BYTES = 0
    return settings.ENDIMPUNITY_HOME


@pytest.fixture(autouse=True)
def _one_language():
    """Leave no language chosen by one test to the next."""
    with translation.override("en"):
        yield


@pytest.fixture
def now():
    """Return the moment at which tests happen."""
    return datetime(2024, 11, 2, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared_data():
    """Return the folder of published lists, which are never part of the project."""
    given = os.environ.get("ENDIMPUNITY_SHARED_DATA")
    folder = Path(given) if given else CHECKOUT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the published lists are not on this machine")
    return folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the test database, and keep what migrating laid in it.

    Before any test has begun a transaction, whose end would take it away.
    """
    with django_db_blocker.unblock():
        return keep_ground()


@pytest.fixture(autouse=True)
def _ground(request):
    """Lay again what migrating laid, which a test with real commits flushes away."""
    asked = {"db", "transactional_db", "live_server"} & set(request.fixturenames)
    if not asked and not request.node.get_closest_marker("django_db"):
        return
    kept = request.getfixturevalue("django_db_setup")
    request.getfixturevalue("_django_db_helper")
    if not User.objects.filter(kind="SYSTEM").exists():
        kept.lay()


@pytest.fixture
def system(db):
    """Return the actor of what the program does by itself."""
    return User.objects.get(kind="SYSTEM")
