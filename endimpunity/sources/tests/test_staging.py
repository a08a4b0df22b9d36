import json

from hypothesis import given
from hypothesis import strategies as st

from endimpunity.sources.operations.staging import cells_as_stored

# Every code point, lone surrogates too.
texts = st.text(st.characters(exclude_categories=()))


@given(st.lists(texts))
def test_cells_are_kept_as_they_were_met(cells):
    kept = [cell.replace("\0", "\ufffd") for cell in cells]
    assert json.loads(cells_as_stored(cells)) == kept


@given(st.lists(texts))
def test_one_row_has_one_text_whichever_writer_wrote_it(cells):
    # Digests of rows kept before are of the text that this writer makes.
    kept = [cell.replace("\0", "\ufffd") for cell in cells]
    before = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    assert cells_as_stored(cells) == before


def test_a_cell_that_reads_like_the_escape_of_a_nul_stays_as_it_is():
    cells = ["C:\\u0000", "a\0b"]
    assert json.loads(cells_as_stored(cells)) == ["C:\\u0000", "a\ufffdb"]
