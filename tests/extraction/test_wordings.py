"""Word lists are found as their definition says: leftmost, then longest; or all of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.wordings import Term, wordings
from kg.vocabulary import Vocabulary

_TERMS = st.lists(st.text("甲乙.(", min_size=1, max_size=4), min_size=1, max_size=6)
_TEXT = st.text("甲乙.(丙", max_size=20)


def _vocabulary(first: list[str], second: list[str]) -> Vocabulary:
    return Vocabulary({}, {}, {}, {}, {"first": tuple(first), "second": tuple(second)}, "")


def _all(first: list[str], second: list[str], text: str, start: int, end: int) -> list[Term]:
    """Return all terms in the span by their definition; a term of both lists is of the first."""
    found = []
    for begin in range(start, end):
        for stop in range(end, begin, -1):
            words = text[begin:stop]
            if words in first or words in second:
                found.append(Term(begin, stop, "first" if words in first else "second"))
    return found


@settings(deadline=None)
@given(_TERMS, _TERMS, _TEXT, st.integers(0, 20), st.integers(0, 20))
def test_all_terms_are_found_by_their_starts_the_longer_first(
    first: list[str], second: list[str], text: str, start: int, end: int
) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    lists = wordings(_vocabulary(first, second), "first", "second")
    assert lists.all(text, start, end) == _all(first, second, text, start, end)


@settings(deadline=None)
@given(_TERMS, _TERMS, _TEXT, st.integers(0, 20), st.integers(0, 20))
def test_of_terms_that_overlap_the_leftmost_is_found_and_of_these_the_longest(
    first: list[str], second: list[str], text: str, start: int, end: int
) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    lists = wordings(_vocabulary(first, second), "first", "second")
    apart: list[Term] = []
    for term in _all(first, second, text, start, end):
        if not apart or term.start >= apart[-1].end:
            apart.append(term)
    assert list(lists.find(text, start, end)) == apart
    assert lists.first(text, start, end) == (apart[0] if apart else None)
    assert lists.has(text, start, end) == bool(apart)


@settings(deadline=None)
@given(_TERMS, _TERMS, _TEXT, st.integers(0, 20), st.integers(0, 20))
def test_the_longest_term_at_the_start_and_at_the_end_of_a_span(
    first: list[str], second: list[str], text: str, start: int, end: int
) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    lists = wordings(_vocabulary(first, second), "first", "second")
    found = _all(first, second, text, start, end)
    length = {term: term.end - term.start for term in found}
    opening = max((t for t in found if t.start == start), key=lambda t: length[t], default=None)
    closing = max((t for t in found if t.end == end), key=lambda t: length[t], default=None)
    assert lists.prefix(text, start, end) == opening
    assert lists.suffix(text, start, end) == closing
