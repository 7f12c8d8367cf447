"""Terms are found wherever they stand, whatever overlaps them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.term_search import TermSearch

LETTERS = "甲乙丙a\n"


def found(terms: dict[str, str], words: str) -> list[tuple[str, int, int]]:
    search = TermSearch.of(terms)
    return [(search.values[index], start, end) for index, start, end in search.hits(words)]


def test_terms_within_terms_are_found_the_longest_first_where_they_end_together() -> None:
    terms = {"人民调解": "调解", "调解": "解", "调解委员会": "会"}
    assert found(terms, "人民调解委员会") == [("调解", 0, 4), ("解", 2, 4), ("会", 2, 7)]


def test_an_empty_term_is_no_term() -> None:
    assert found({"": "nothing", "甲": "first"}, "乙甲") == [("first", 1, 2)]


def test_without_terms_nothing_is_found() -> None:
    assert found({}, "甲乙") == []


def test_a_lone_surrogate_does_not_hide_what_stands_beside_it() -> None:
    assert found({"甲": "first"}, "乙\ud800甲") == [("first", 2, 3)]


def test_places_count_characters_beyond_the_basic_plane_once() -> None:
    assert found({"甲": "first"}, "\U00020000甲") == [("first", 1, 2)]


@given(st.lists(st.text(LETTERS, min_size=1, max_size=4), max_size=6), st.text(LETTERS, max_size=30))
def test_all_places_of_all_terms_are_found(terms: list[str], words: str) -> None:
    expected = [
        (term, start, start + len(term))
        for term in dict.fromkeys(terms)
        for start in range(len(words))
        if words.startswith(term, start)
    ]
    assert sorted(found({term: term for term in terms}, words)) == sorted(expected)
