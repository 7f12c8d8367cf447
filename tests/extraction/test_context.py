"""Sentences, clauses and paragraphs around a position, by their definitions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import vocabulary
from kg.extraction.context import Context, build
from kg.model import Head
from kg.parsing.structure import Page
from kg.text import Text


def _context(plain: str) -> Context:
    page = Page(Text.of(plain), (), None, (0, len(plain)), (), ())
    return build(page, Head(), vocabulary.load())


@settings(deadline=None)
@given(st.text("甲,。;\n", max_size=30))
def test_spans_hold_their_position_and_cover_the_text(plain: str) -> None:
    context = _context(plain)
    for position in range(len(plain)):
        for start, end in (context.sentence(position), context.clause(position)):
            assert start <= position < end
        first, last = context.paragraph(position)
        assert first <= position <= last
        assert "\n" not in plain[first:last]
        assert first == 0 or plain[first - 1] == "\n"
        assert last == len(plain) or plain[last] == "\n"


@pytest.mark.parametrize(
    ("plain", "clauses"),
    [
        ("甲,乙。丙", ["甲,", "乙。", "丙"]),
        ("推行“甲,乙”制度,丙", ["推行“甲,乙”制度,", "丙"]),
        ("印发《甲:乙,丙》,丁;戊", ["印发《甲:乙,丙》,", "丁;", "戊"]),
        ("“甲,乙", ["“甲,", "乙"]),
        ("“甲,”,“乙,”", ["“甲,”,", "“乙,”"]),
    ],
)
def test_marks_in_quotations_end_no_clause(plain: str, clauses: list[str]) -> None:
    context = _context(plain)
    found = list(dict.fromkeys(context.clause(position) for position in range(len(plain))))
    assert [plain[start:end] for start, end in found] == clauses
