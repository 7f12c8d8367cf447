"""How words sound, and how they are spelled."""

import pytest

from kg import sounds


@pytest.mark.parametrize(
    ("one", "other"), [("天凝", "天宁"), ("长安", "常安"), ("重庆", "虫庆"), ("A区", "A区")]
)
def test_the_same_sound_in_some_reading(one, other):
    assert sounds.alike(one, other)
    assert sounds.alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("天凝", "天定"), ("天", "天宁"), ("", "天"), ("天A", "天B")])
def test_other_sounds(one, other):
    assert not sounds.alike(one, other)
    assert not sounds.alike(one, other, merged=True)


@pytest.mark.parametrize(
    ("one", "other"), [("长宁", "藏林"), ("宁波", "林波"), ("张家", "脏家"), ("商丘", "三丘")]
)
def test_sounds_that_many_do_not_tell_apart(one, other):
    assert not sounds.alike(one, other)
    assert sounds.alike(one, other, merged=True)


def test_spelled():
    assert sounds.spelled("吕梁市") == "luliangshi"


@pytest.mark.parametrize(
    "typed", ["tianning", "Tian Ning", "TIAN-NING", "tiān níng", "ｔｉａｎning", "tian'ning"]
)
def test_letters_as_they_are_typed(typed):
    assert sounds.letters(typed) == "tianning"


@pytest.mark.parametrize("typed", ["", "天宁", "tianning区", "320402", "tian.ning", "🙂"])
def test_what_is_no_pinyin(typed):
    assert sounds.letters(typed) == ""


@pytest.mark.parametrize("typed", ["lüliang", "lvliang", "lǚliáng", "luliang"])
def test_umlauts_are_typed_in_many_ways(typed):
    assert sounds.letters(typed) == "luliang"
