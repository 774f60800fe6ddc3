from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.question.paging import Cursor, CursorError

NUMBERS = st.integers(1, 2**31 - 1)


@given(NUMBERS, st.sampled_from(["", "2025-04-14"]), NUMBERS, st.sets(NUMBERS, max_size=50))
def test_a_cursor_is_read_as_it_was_written(newest: int, day: str, number: int, seen: set[int]) -> None:
    cursor = Cursor(newest=newest, day=day, number=number, seen=tuple(sorted(seen)))
    written = cursor.write()
    assert Cursor.read(written) == cursor
    assert written.replace("-", "").replace("_", "").isalnum()


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda b: b.hex()))
def test_anything_else_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(CursorError, match="first page"):
        Cursor.read(text)
