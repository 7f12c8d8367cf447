"""Texts keep the way back to the original, whatever is left out of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.text import Text

LETTERS = st.text(alphabet="一二三四五六七八 \n", max_size=40)


@st.composite
def texts_and_regions(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    original = draw(LETTERS)
    cuts = sorted(draw(st.lists(st.integers(0, len(original)), max_size=12)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return original, [(start, end) for start, end in pairs if start < end]


def test_a_text_of_its_own_leads_to_itself() -> None:
    text = Text.of("法治政府")
    assert text.span(1, 3) == (1, 3)
    assert text.evidence(1, 3).quote == "治政"


def test_what_is_left_out_leaves_the_rest_in_place() -> None:
    text = Text.of("甲乙丙丁戊").without([(1, 2), (3, 4)])
    assert text.plain == "甲丙戊"
    assert [text.evidence(i, i + 1).quote for i in range(3)] == ["甲", "丙", "戊"]
    assert text.evidence(0, 3).quote == "甲乙丙丁戊"


def test_glued_regions_belong_to_the_character_before() -> None:
    text = Text.of("发(fa)布").without([(1, 5)], glued=True)
    assert text.plain == "发布"
    assert text.evidence(0, 1).quote == "发(fa)"
    assert text.evidence(1, 2).quote == "布"


def test_a_glued_region_at_the_start_is_dropped() -> None:
    text = Text.of("(fa)布").without([(0, 4)], glued=True)
    assert text.evidence(0, 1).quote == "布"


def test_open_gaps_are_remembered_and_shown_as_spaces() -> None:
    text = Text.of("来源 某局 日期 今天").without([(2, 3), (5, 6), (8, 9)], open_gaps=True)
    assert text.plain == "来源某局日期今天"
    assert text.gaps == {2, 4, 6}
    assert text.spaced(0, 8) == "来源 某局 日期 今天"
    assert text.spaced(2, 4) == "某局"


def test_gaps_move_with_the_text() -> None:
    text = Text.of("甲 乙丙 丁").without([(1, 2), (4, 5)], open_gaps=True)
    shorter = text.without([(1, 2)])
    assert shorter.plain == "甲丙丁"
    assert shorter.spaced(0, 3) == "甲 丙 丁"


def test_lines_can_end_at_gaps_only() -> None:
    text = Text.of("甲 乙丙").without([(1, 2)], open_gaps=True)
    lined = text.with_lines_at([1, 2])
    assert lined.plain == "甲\n乙丙"
    assert lined.evidence(1, 2).quote == " "
    assert lined.evidence(2, 4).quote == "乙丙"
    assert lined.gaps == frozenset()


@given(texts_and_regions(), st.booleans(), st.booleans())
def test_characters_lead_back_in_order(
    case: tuple[str, list[tuple[int, int]]], glued: bool, open_gaps: bool
) -> None:
    original, regions = case
    text = Text.of(original).without(regions, glued=glued, open_gaps=open_gaps)
    kept = [c for i, c in enumerate(original) if not any(a <= i < b for a, b in regions)]
    assert text.plain == "".join(kept)
    assert len(text.starts) == len(text.ends) == len(text.plain)
    assert all(original[start] == c for c, start in zip(text.plain, text.starts, strict=True))
    assert all(a <= b for a, b in zip(text.ends, text.starts[1:], strict=False))
    assert all(0 <= gap <= len(text.plain) for gap in text.gaps)


@given(texts_and_regions(), texts_and_regions())
def test_leaving_out_twice_is_leaving_out_both(
    case: tuple[str, list[tuple[int, int]]], other: tuple[str, list[tuple[int, int]]]
) -> None:
    original, regions = case
    once = Text.of(original).without(regions)
    again = [(a, b) for a, b in other[1] if b <= len(once.plain)]
    twice = once.without(again)
    for place, character in enumerate(twice.plain):
        assert twice.evidence(place, place + 1).quote == character


@given(LETTERS, st.sets(st.integers(0, 40)))
def test_lines_put_at_gaps_take_nothing_away(original: str, places: set[int]) -> None:
    spaces = [(i, i + 1) for i, c in enumerate(original) if c == " "]
    text = Text.of(original).without(spaces, open_gaps=True)
    lined = text.with_lines_at(sorted(places))
    assert lined.plain.replace("\n", "") == text.plain.replace("\n", "")
    assert all(lined.starts[i] < lined.ends[i] for i in range(len(lined.plain)))


def test_lines_can_end_where_nothing_shows_it() -> None:
    text = Text.of("甲乙丙").with_lines_at([1], unseen=True)
    assert text.plain == "甲\n乙丙"
    assert text.evidence(0, 1).quote == "甲"
    assert text.evidence(2, 4) == Text.of("甲乙丙").evidence(1, 3)
