"""Cleaning: what is changed, what stays, and that every character leads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.normalise import normalise, simplify

NOISY = st.text(alphabet="發发(fā)（bù）<>《》\"'“”「」 　\t\r\n\u200b，。０9a.,%《乾", max_size=60)


def plain(original: str) -> str:
    return normalise(original).plain


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("東湖區司法局關於推進", "东湖区司法局关于推进"),
        ("發(fā)布機(jī)構(gòu):", "发布机构:"),
        ("發（fā）布", "发布"),
        ("發 (fā) 布", "发布"),
        ("他們(men)發(fā)布機(jī)構(gòu)", "他们发布机构"),
        ("距离(km)不足", "距离(km)不足"),
        ("司法局(fǎ院)", "司法局(fǎ院)"),
    ],
)
def test_traditional_characters_and_pinyin(original: str, expected: str) -> None:
    assert plain(original) == expected


def test_pinyin_belongs_to_the_character_before_it() -> None:
    text = normalise("發(fā)布機(jī)構(gòu)")
    assert text.evidence(0, 2).quote == "發(fā)布"
    assert text.evidence(3, 4).quote == "構(gòu)"


@pytest.mark.parametrize("name", ["乾安县", "於潜镇"])
def test_simplified_pages_keep_the_names_that_look_traditional(name: str) -> None:
    sentence = f"{name}司法局全年办理行政复议案件和法律援助案件。"
    assert simplify(sentence) == sentence


def test_a_traditional_page_is_simplified_throughout() -> None:
    assert simplify("乾淨的環境與於此開展的執法檢查") == "干净的环境与于此开展的执法检查"


def test_the_two_readings_of_zhe_and_zhu() -> None:
    assert (
        simplify("著力優化環境,沿著這條路,成效顯著,專著與名著發佈")
        == "着力优化环境,沿着这条路,成效显著,专著与名著发布"
    )


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("办结率达９５．５％，", "办结率达95.5%,"),
        ("（一）培训：１０次；", "(一)培训:10次;"),
        ("98﹪以上", "98%以上"),
        ("「首違不罰」『甲』", "“首违不罚”‘甲’"),
        ('"双随机"检查"一次"', "“双随机”检查“一次”"),
        ('“双随机"检查', "“双随机”检查"),
        ('只有一个"引号', '只有一个"引号'),
        ("'首违不罚'清单", "‘首违不罚’清单"),
        ("don't", "don't"),
        ("<<关于<实施办法>的通知>>", "《关于〈实施办法〉的通知》"),
        ("贯彻落实<职责规定>", "贯彻落实〈职责规定〉"),
        ("败诉率<5%且>1%", "败诉率<5%且>1%"),
        ("宝司〔2021〕1号【公开】", "宝司〔2021〕1号【公开】"),
    ],
)
def test_width_and_marks(original: str, expected: str) -> None:
    assert plain(original) == expected


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("组建11 个法律服务团", "组建11个法律服务团"),
        ("索 引 号：\u3000A12", "索引号:A12"),
        ("2024-03-11   09:56", "2024-03-11 09:56"),
        ("1. 2023年开展", "1. 2023年开展"),
        ("1. 开展", "1.开展"),
        ("复议 12 3 件", "复议12 3件"),
        ("法\u00ad治\u200b政\ufeff府", "法治政府"),
        ("甲\r\n乙\r丙\u2028丁", "甲\n乙\n丙\n丁"),
        ("  缩进\t ", "缩进"),
    ],
)
def test_white_space(original: str, expected: str) -> None:
    assert plain(original) == expected


@pytest.mark.parametrize(
    "number", ["1.98万件", "2025730日", "20212025年", "3—5个", "8∶2", "1,234件", "12·4", "0.5‰"]
)
def test_numbers_are_never_repaired(number: str) -> None:
    assert plain(number) == number


def test_character_references_are_read_as_what_they_stand_for() -> None:
    original = "一、甲\n&nbsp;&nbsp;&ldquo;乙&rdquo;&#12289;丙&#xff0c;A&amp;B &foo; 丁"
    text = normalise(original)
    assert text.plain == "一、甲\n“乙”、丙,A&B&foo;丁"
    place = text.plain.index("“")
    assert text.evidence(place, place + 3).quote == "&ldquo;乙&rdquo;"


def test_white_space_left_out_is_remembered() -> None:
    text = normalise("信息来源: 区司法局 发布时间 2021-01-27")
    assert text.spaced(0, len(text.plain)) == "信息来源: 区司法局 发布时间 2021-01-27"


@given(st.text(max_size=200) | NOISY)
@example("\ud800發展")
@example("<<<甲>>>")
@example("&nbsp;&#0;&#13;&#13;&#10;甲&ZeroWidthSpace;&NotEqualTilde;")
@example("發(fā)(fà)")
def test_any_text_is_cleaned_and_leads_back(original: str) -> None:
    text = normalise(original)
    assert text.original == original
    assert len(text.plain) == len(text.starts) == len(text.ends)
    assert all(start < end for start, end in zip(text.starts, text.ends, strict=True))
    assert all(end <= start for end, start in zip(text.ends, text.starts[1:], strict=False))
    assert all(0 <= gap <= len(text.plain) for gap in text.gaps)
    assert "\r" not in text.plain
    assert "\u3000" not in text.plain


@given(st.text(alphabet="东湖区發展關係著力乾隆於後里裡12，。（）", max_size=60))
def test_simplified_text_stays_as_it_is(original: str) -> None:
    once = plain(original)
    assert plain(once) == once


@given(NOISY)
def test_kept_characters_stand_for_one_character(original: str) -> None:
    text = normalise(original)
    for place, character in enumerate(text.plain):
        quote = text.evidence(place, place + 1).quote
        if character.isalnum() and character.isascii():
            assert character in plain(quote)
