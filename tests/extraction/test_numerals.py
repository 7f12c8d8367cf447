from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.numerals import read_numeral, small_integer

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,300", "2300"), ("4.2万", "42000"), ("三百二十", "320"), ("百", "100"), ("1万2千", "12000"),
        ("两万", "20000"), ("二〇二三", "2023"), ("十二", "12"), ("1.5亿", "150000000"), ("三千零五", "3005"),
        ("二十", "20"), ("5千", "5000"), ("两百零三", "203"), ("一亿三千万", "130000000"), ("0", "0"),
    ],
)  # fmt: skip
def test_reads_arabic_chinese_and_mixed_numerals(text: str, value: str) -> None:
    assert read_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "abc", "件", "三x"])
def test_anything_else_is_no_numeral(text: str) -> None:
    assert read_numeral(text) is None
    assert small_integer(text) == 0


def in_chinese(number: int) -> str:
    """Write 1 to 9,999 in Chinese, as people do."""
    written, zero = "", False
    for scale, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            written += ("零" if zero and written else "") + DIGITS[digit] + unit
            zero = False
        else:
            zero = True
    return written


@given(st.integers(1, 9999))
def test_every_number_written_in_chinese_is_read_back(number: int) -> None:
    assert read_numeral(in_chinese(number)) == number


@given(st.integers(0, 10**12))
def test_thousands_separators_change_nothing(number: int) -> None:
    assert read_numeral(f"{number:,}") == number == read_numeral(str(number))
