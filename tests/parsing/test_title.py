"""The title: on one line or several, beside navigation and browser titles, or not there at all."""

from __future__ import annotations

import pytest

from tests.parsing.pages import BODY, read, words

TITLE = "云岭县司法局2023年度法治政府建设情况报告"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (TITLE, TITLE),
        (f"首页 > 政务公开 > 年度报告\n\n{TITLE}\n\n来源：县司法局", TITLE),
        (f"{TITLE}_法治政府_云岭县人民政府门户网站\n\n{TITLE}", TITLE),
        (f"{TITLE}_法治政府_云岭县人民政府门户网站", TITLE),
        (f"{TITLE}\n来源：县司法局\n{TITLE}", TITLE),
        (f"标题：{TITLE}\n发布日期：2024-01-05", TITLE),
        (f"ArticleTitle: {TITLE}\n云岭县司法局门户网站", TITLE),
        (
            "云岭县司法局关于2023年法治政府建设\n工作情况和2024年工作安排的报告",
            "云岭县司法局关于2023年法治政府建设工作情况和2024年工作安排的报告",
        ),
        (
            "云岭县司法局\n关于2023年度法治政府建设\n情况的报告",
            "云岭县司法局关于2023年度法治政府建设情况的报告",
        ),
        ("2023年云岭县法治政府建设\n工作总结", "2023年云岭县法治政府建设工作总结"),
        (
            "云岭市清河区人民政府清河街道\n办事处2023年工作总结",
            "云岭市清河区人民政府清河街道办事处2023年工作总结",
        ),
        ("通知公告\n云岭县2025年法治政府建设年度报告\n来源：县政府", "云岭县2025年法治政府建设年度报告"),
        ("云岭县人民政府\n云岭县2025年法治政府建设年度报告", "云岭县2025年法治政府建设年度报告"),
        ("法治政府建设年度报告\n云岭县2025年法治政府建设年度报告", "云岭县2025年法治政府建设年度报告"),
        ("云岭县司法局2023年工作总结（摘要）", "云岭县司法局2023年工作总结(摘要)"),
        ("2023年云岭县司法行政工作要点\n发布时间：2023-06-01", "2023年云岭县司法行政工作要点"),
        ("云岭县司法局\n2023年度法治政府建设情况报告", "云岭县司法局2023年度法治政府建设情况报告"),
        ("云岭县清河镇人民政府\n2023年工作总结", "云岭县清河镇人民政府2023年工作总结"),
        ("云岭县司法局\n二〇二三年法治政府建设报告", "云岭县司法局二〇二三年法治政府建设报告"),
        ("云岭县\n2023年度法治政府建设\n情况报告", "云岭县2023年度法治政府建设情况报告"),
        ("云岭县\n2023年云岭县司法行政工作要点", "2023年云岭县司法行政工作要点"),
        ("云岭县司法局\n2023年云岭县司法行政工作要点", "2023年云岭县司法行政工作要点"),
        ("云岭县人民政府门户网站\n2023年度法治政府建设情况报告", "2023年度法治政府建设情况报告"),
        ("云岭县司法局\n\n2023年度法治政府建设情况报告", "2023年度法治政府建设情况报告"),
        ("云岭县司法局\n\n关于2023年度工作情况的报告", "云岭县司法局关于2023年度工作情况的报告"),
        ("云岭县2023年法治政府建设\n\n工作总结", "云岭县2023年法治政府建设工作总结"),
        (f"{TITLE}　发布时间：2024-03-28　来源：县司法局", TITLE),
        (f"{TITLE}　2024-03-28 10:00", TITLE),
        (
            f"云政办〔2024〕2号\n云岭县人民政府办公室\n关于印发工作报告的通知\n各科室：\n现印发给你们。\n{TITLE}",
            TITLE,
        ),
        ("云岭县司法局二〇二三年工作总结", "云岭县司法局二〇二三年工作总结"),
    ],
)
def test_titles(header: str, title: str) -> None:
    page = read(header + BODY)
    assert words(page, page.title) == title


@pytest.mark.parametrize(
    "header",
    [
        "",
        "您当前的位置：首页 > 内容",
        "云岭县人民政府门户网站",
        "【政策解读】关于《云岭县2023年度工作总结的报告》的政策解读",
        "来源：县司法局",
        "业务工作\n司法行政情况",
        "云岭县司法局\n来源：县司法局\n关于我们",
    ],
)
def test_pages_without_a_title(header: str) -> None:
    assert read(header + BODY).title is None


def test_a_title_that_runs_on_into_the_text() -> None:
    page = read("云岭县司法局关于2023年度法治政府建设情况的报告2023年，县司法局依法履职。全年审查文件30件。")
    assert words(page, page.title) == "云岭县司法局关于2023年度法治政府建设情况的报告"
    assert (words(page, page.body) or "").startswith("2023年,县司法局")


def test_a_broken_title_leads_back_to_both_lines() -> None:
    page = read("云岭县司法局关于2023年法治政府建设\n工作情况的报告" + BODY)
    assert page.title is not None
    assert page.text.evidence(*page.title).quote == "云岭县司法局关于2023年法治政府建设\n工作情况的报告"


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "云岭县司法局整合“微力量”打造普法新模式\n日期：2024-11-06",
            "云岭县司法局整合“微力量”打造普法新模式",
        ),
        (
            "首页 > 新闻\n云岭县司法局开展普法活动\n\n来源：县司法局 时间：2024-11-06",
            "云岭县司法局开展普法活动",
        ),
        ("云岭县人民政府办公室\n发布时间：2024-11-06", None),
        ("云岭县人民政府门户网站\n发布时间：2024-11-06", None),
        ("一图读懂云岭县法治政府建设成果\n发布时间：2024-11-06", None),
        ("云岭县司法局开展普法活动", None),
    ],
)
def test_of_a_page_that_is_no_report_the_line_above_its_date_is_the_title(
    header: str, title: str | None
) -> None:
    page = read(f"{header}\n全年开展活动30场，发放资料500份。\n")
    assert words(page, page.title) == title
