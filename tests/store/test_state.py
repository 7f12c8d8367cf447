from datetime import date

import pytest

from kg.model import Given
from kg.store import state
from kg.store.state import State


def test_what_is_saved_is_loaded(tmp_path):
    saved = State(
        {"报告.txt": Given(None, "320402", 2023, "work-plan", date(2024, 3, 1))}, frozenset({"r"}), "digest"
    )
    state.save(tmp_path, saved)
    assert state.is_store(tmp_path)
    assert state.load(tmp_path) == saved
    assert [path.name for path in tmp_path.iterdir()] == [state.FILE]


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"format": 9}', '{"format": 1, "given": {"a": {"x": 1}}}'],
)
def test_a_state_that_cannot_be_used_is_none(tmp_path, content):
    assert state.load(tmp_path) is None
    (tmp_path / state.FILE).write_text(content)
    assert state.load(tmp_path) is None
