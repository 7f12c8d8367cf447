"""Date of issue, year covered, period, document number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.report.dates import dates_in
from tests.report.pages import SECTIONS, head

TITLE = "天宁区司法局2022年工作总结"


@pytest.mark.parametrize(
    ("header", "issued"),
    [
        ("发布日期:2023-01-05", date(2023, 1, 5)),
        ("发布时间:2023年1月5日 10:20", date(2023, 1, 5)),
        ("成文日期:2023-01-02 发布日期:2023-01-05", date(2023, 1, 5)),
        ("公开日期:2023-01-08 发布日期:2023-01-05", date(2023, 1, 5)),
        ("生成日期:2023/01/02", date(2023, 1, 2)),
        ("成文日期:2023-01-02\n发文日期:2023-01-05", date(2023, 1, 5)),
        ("公文生成日期:2023-01-02", date(2023, 1, 2)),
        ("更新时间:2023/01/09 11:30", date(2023, 1, 9)),
        ("发布日期:1970-01-01", None),
        ("发布日期:2023年61日", None),
        ("发布日期:2023-13-41", None),
        ("发布日期:2012-01-05", None),
        ("发布日期:", None),
    ],
)
def test_issued(header: str, issued: date | None) -> None:
    assert head(f"{TITLE}\n{header}\n\n2022年,工作有序开展。{SECTIONS}").issued == issued


def test_a_notice_that_hands_on_a_report_dates_itself() -> None:
    notice = "各镇人民政府:\n现印发给你们,请认真贯彻执行。\n2023年1月5日\n"
    page = f"{notice}{TITLE}\n\n2022年,工作有序开展。{SECTIONS}"
    assert head(f"天司〔2023〕7号\n{page}").issued == date(2023, 1, 5)
    assert head(page.replace("2023年1月5日", "2023年1月5日星期四")).issued is None


def test_a_letter_that_hands_on_a_report_dates_itself() -> None:
    letter = (
        "区委:\n根据有关规定,区委应当报告工作。\n根据要求,我局提请报送报告。\n以上请示妥否,请批示。\n"
        "常州市天宁区司法局\n2023年1月4日\n天宁区2022年度法治政府建设情况报告\n"
    )
    found = head(f"{letter}2022年,各项工作有序开展。{SECTIONS}")
    assert found.title == "天宁区2022年度法治政府建设情况报告"
    assert found.issued == date(2023, 1, 4)


def test_the_signature_is_the_last_resort() -> None:
    signed = f"\n\n2022年,工作有序开展。{SECTIONS}\n天宁区司法局\n\n2023年1月3日\n"
    assert head(TITLE + signed).issued == date(2023, 1, 3)
    assert head(f"{TITLE}\n发布日期:2023-02-01{signed}").issued == date(2023, 2, 1)


def test_a_date_under_the_title_counts_and_the_clock_of_the_site_does_not() -> None:
    page = "今天是:2024年5月6日 星期一\n\n" + TITLE + "\n2023年1月9日\n\n2022年,工作有序开展。" + SECTIONS
    assert head(page).issued == date(2023, 1, 9)


@given(st.dates(min_value=date(1999, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from("-./"))
def test_every_way_to_write_a_date(day: date, mark: str) -> None:
    numerals = "〇一二三四五六七八九"
    spoken = "".join(numerals[int(digit)] for digit in str(day.year))
    ways = [
        f"{day.year}{mark}{day.month}{mark}{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}{day.month:02}{day.day:02}",
    ]
    if day.year >= 2000:
        ways.append(f"{spoken}年{in_han(day.month)}月{in_han(day.day)}日")
    assert [list(dates_in(way)) for way in ways] == [[day]] * len(ways)


def in_han(number: int) -> str:
    numerals = ("", *"一二三四五六七八九")
    tens = ("", "十", "二十", "三十")[number // 10]
    return tens + numerals[number % 10]


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("天宁区2022年度法治政府建设情况报告", 2022, "2022"),
        ("2022年天宁区法治政府建设情况报告", 2022, "2022"),
        ("天宁区司法局2022年工作总结和2023年工作打算", 2022, "2022"),
        ("天宁区司法局2023年上半年工作总结和下半年工作计划", 2023, "2023-01/2023-06"),
        ("天宁区司法局2023年下半年工作计划", 2023, "2023-07/2023-12"),
        ("天宁区司法局2023年第一季度工作总结", 2023, "2023-01/2023-03"),
        ("天宁区司法局2023年前三季度工作总结", 2023, "2023-01/2023-09"),
        ("天宁区司法局2023年1—11月工作总结", 2023, "2023-01/2023-11"),
        ("天宁区2016—2020年法治政府建设情况报告", 2020, "2016/2020"),
        ("天宁区法治政府建设年度报告(2022年度)", 2022, "2022"),
        ("天宁区二〇二二年法治政府建设情况报告", 2022, "2022"),
        ("天宁区2023年法治政府建设工作要点", 2023, "2023"),
    ],
)
def test_year_and_period(title: str, year: int, period: str) -> None:
    found = head(f"{title}\n\n我区各项工作有序开展。{SECTIONS}")
    assert found.covers_year == year
    assert found.period is not None
    assert found.period.notation == period


@pytest.mark.parametrize(
    ("page", "year"),
    [
        ("2021年,天宁区工作有序开展。", 2021),
        ("根据《天宁区2019年办法》,天宁区2021年工作有序开展。", 2021),
        ("工作有序开展。现将2021年法治政府建设情况报告如下:", 2021),
        ("天宁区工作有序开展。\n一、2021年工作情况\n2021年开会3次,2020年开会2次。", 2021),
    ],
)
def test_the_year_of_a_page_without_a_title(page: str, year: int) -> None:
    assert head(f"{page}{SECTIONS}").covers_year == year


def test_the_year_by_the_date_of_issue() -> None:
    text = "\n发布日期:2022-03-01\n\n天宁区工作有序开展。" + SECTIONS
    assert head("天宁区法治政府建设年度报告" + text).covers_year == 2021
    assert head("天宁区法治政府建设工作要点" + text).covers_year == 2022
    late = "\n发布日期:2022-11-01\n\n天宁区工作有序开展。" + SECTIONS
    assert head("天宁区法治政府建设年度报告" + late).covers_year == 2022
    assert head("关于天宁区法治政府建设年度报告的解读" + text).covers_year == 2022


@pytest.mark.parametrize(
    ("header", "number"),
    [
        ("文号:天司〔2023〕1号", "天司〔2023〕1号"),
        ("发文字号:天司[2023]12号", "天司〔2023〕12号"),
        ("文件编号:天府办发(2023)3号", "天府办发〔2023〕3号"),
        ("文号:天司【2023】第5号", "天司〔2023〕5号"),
        ("天司〔2023〕7号", "天司〔2023〕7号"),
        ("文号:无", None),
        ("文号:", None),
    ],
)
def test_document_number(header: str, number: str | None) -> None:
    page = f"{header}\n{TITLE}\n\n2022年,工作有序开展,落实县府〔2022〕9号文件。{SECTIONS}"
    assert head(page).document_number == number
