"""What several journeys begin with: a reader's browser, a monitor's files."""

import hashlib

import pytest
import xlsxwriter  # type: ignore[import-untyped]
import xlwt  # type: ignore[import-untyped]

from endimpunity.cases import operations as cases_operations
from endimpunity.directory import operations as directory_operations
from tests.ground import keep_ground
from tests.journeys.bad_files import COLUMNS, WHOSE, content, entries, text_of
from tests.journeys.browsing import a_browser
from tests.journeys.terminal import endimpunity, taken_in


@pytest.fixture(scope="session")
def loaded():
    """Return where what loading the starter registry laid is kept, once it was."""
    return []


@pytest.fixture
def starter(live_server, system, now, loaded):
    """Load the starter registry before a browser opens; later what it laid then."""
    if loaded:
        loaded[0].lay_anew()
        return live_server
    directory_operations.load_reference(by=system, at=now)
    cases_operations.load_starter(by=system, at=now)
    loaded.append(keep_ground("starter"))
    return live_server


@pytest.fixture
def visit(starter):
    """Open a browser, and end it before the database is emptied again."""
    with a_browser(starter.url) as visit:
        yield visit


@pytest.fixture
def write(tmp_path):
    """Return how a file is written, and where."""

    def written(content, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def mapping(write):
    return write(COLUMNS, "lista.toml")


@pytest.fixture
def before(write, mapping):
    """Return what the tables hold once an earlier, sound file of the list is in."""
    sound = write(text_of(entries(5)), "sound.csv")
    taken_in(
        sound, "--publisher", "LISTA", "--stated-on", "2024-01-01", "--mapping", mapping
    )
    return content()


@pytest.fixture
def refused(before, mapping, home):
    """Return how a file is refused: with a sentence, whole, and its bytes kept."""

    def refuse(path, *words):
        given = words or ("--mapping", mapping)
        said = endimpunity("import", path, *WHOSE, *given, "--json")
        assert said.status == 1, (said.status, said.err, said.out)
        reason = said.facts["refused"]
        assert set(said.facts) == {"refused"}
        assert " ".join(reason.split()) in said.sentence
        assert "Traceback" not in said.err
        assert reason.endswith((".", "!", "?"))
        assert content() == before
        kept = hashlib.sha256(path.read_bytes()).hexdigest()
        assert (home / "blobs" / kept[:2] / kept[2:]).read_bytes() == path.read_bytes()
        lines = endimpunity("snapshots", "--refused", "--json").facts
        assert [(one["sha256"], one["refusal"]) for one in lines] == [(kept, reason)]
        assert len(endimpunity("snapshots", "--json").facts) == 1
        return said

    return refuse


@pytest.fixture
def wrong_call(before):
    """Return how words that make no sense end: with a sentence and status 2."""

    def wrong(*words):
        said = endimpunity("import", *words, "--json")
        assert said.status == 2, (said.status, said.err, said.out)
        assert set(said.facts) == {"refused"}
        # As a sentence of its own it begins with a capital and ends with a stop.
        reason = " ".join(said.facts["refused"].split())
        assert reason[1:].rstrip(".") in said.sentence
        assert "Traceback" not in said.err
        assert content() == before
        assert len(endimpunity("snapshots", "--json").facts) == 1
        return said.sentence

    return wrong


@pytest.fixture
def workbook(tmp_path):
    def made(rows, name="list.xlsx"):
        path = tmp_path / name
        book = (xlwt if name.endswith(".xls") else xlsxwriter).Workbook(
            *([] if name.endswith(".xls") else [path])
        )
        add = book.add_sheet if name.endswith(".xls") else book.add_worksheet
        sheet = add("List")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(at, column, cell)
        if name.endswith(".xls"):
            book.save(str(path))
        else:
            book.close()
        return path

    return made
