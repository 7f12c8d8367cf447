"""The type of a report, by its title, its opening, or the page as a whole."""

from __future__ import annotations

import pytest

from tests.report.pages import SECTIONS, head


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("天宁区2022年度法治政府建设情况报告", "annual-report"),
        ("天宁区司法局2022年法治政府建设工作总结", "annual-report"),
        ("天宁区2022年法治政府建设工作情况和2023年工作安排的报告", "annual-report"),
        ("2017年度天宁区依法行政工作报告", "annual-report"),
        ("天宁区司法局2022年工作总结", "work-summary"),
        ("天宁区司法局2022年工作总结和2023年工作打算", "work-summary"),
        ("天宁区司法局2022年上半年工作情况汇报", "work-summary"),
        ("天宁区2021—2025年法治政府建设工作总结", "work-summary"),
        ("天宁区2021-2025年法治政府建设情况报告", "other"),
        ("天宁区2021年至2023年法治政府建设工作总结", "work-summary"),
        ("天宁区“十四五”时期法治政府建设工作总结", "work-summary"),
        ("天宁区近五年法治政府建设工作情况综述", "other"),
        ("天宁区法治政府建设实施纲要(2021—2025年)终期评估报告", "other"),
        ("天宁区落实《法治政府建设实施纲要(2021—2025年)》2023年度情况报告", "annual-report"),
        ("天宁区贯彻落实《法治政府建设实施纲要(2021—2025年)》情况报告", "annual-report"),
        ("天宁区司法局2021年至2023年工作总结", "work-summary"),
        ("天宁区“八五”普法工作总结", "work-summary"),
        ("天宁区法治政府建设实施方案(2021—2025年)", "work-plan"),
        ("天宁区2023年法治政府建设工作要点", "work-plan"),
        ("天宁区司法局2023年普法工作计划", "work-plan"),
        ("关于印发《天宁区2023年依法行政工作安排》的通知", "work-plan"),
        ("天宁区司法局2022年政府信息公开工作年度报告", "other"),
        ("关于天宁区2022年度法治政府建设情况报告的政策解读", "other"),
        ("天宁区司法局2022年度部门决算报告", "other"),
        ("区政府常务会议听取2022年度法治政府建设情况汇报", "other"),
    ],
)
def test_by_title(title: str, expected: str) -> None:
    assert head(f"{title}\n\n2022年,天宁区认真做好各项工作。{SECTIONS}").type == expected


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("2022年,我区依法办事。现将2022年度法治政府建设情况报告如下:", "annual-report"),
        ("2022年,我局扎实推进法治政府建设。现将有关情况报告如下:", "annual-report"),
        ("2022年,天宁区司法局认真履职。现将工作总结如下:", "work-summary"),
        ("2022年,天宁区司法局认真履职,服务群众。", "work-summary"),
        ("2022年,全区深入推进依法行政,全面建设法治政府。", "annual-report"),
        ("2022年,天宁区司法局推进依法行政,助力建设法治政府。", "work-summary"),
        ("2022年,全区深入推进依法行政。", "work-summary"),
        ("本报讯(通讯员李某)2022年,天宁区司法局认真履职。", "other"),
        ("记者从区司法局获悉:2022年,全区办理案件20件。", "other"),
        ("2023年全区司法行政工作总体要求是:依法办事,服务群众。", "work-plan"),
    ],
)
def test_without_a_title(opening: str, expected: str) -> None:
    page = f"{opening}\n一、工作情况\n办理案件20件,群众满意。\n二、队伍建设\n举办培训3期,人人参加。\n"
    assert head(page).type == expected


def test_by_the_first_heading() -> None:
    page = "2021年,天宁区依法办事,成效明显。\n一、2021年推进法治政府建设情况\n召开会议3次,研究有关事项。\n"
    assert head(page).type == "annual-report"


def test_by_the_way_through_the_site() -> None:
    page = f"首页>政务公开>法治政府建设年度报告\n\n2021年,天宁区做了一些工作。{SECTIONS}"
    assert head(page).type == "annual-report"


def test_a_page_of_no_such_kind() -> None:
    assert head("天宁公园的花开了。\n欢迎市民前来观赏。\n").type == "other"


def test_a_plan_has_no_parts() -> None:
    plan = head(f"天宁区2023年法治政府建设工作要点\n\n2023年,全区做好以下工作。{SECTIONS}")
    report = head(f"天宁区2023年度法治政府建设情况报告\n\n2023年,全区做好以下工作。{SECTIONS}")
    assert plan.parts == ()
    assert report.parts == ("achievements", "shortcomings", "next-plan")


def test_results_of_a_page_that_is_no_report_count_under_their_heading_only() -> None:
    news = "天宁区召开法治工作新闻发布会\n\n全年办理案件20件，群众满意。\n"
    assert head(news).parts == ()
    assert head(
        f"{news}一、主要举措和成效\n办理案件20件，群众满意。\n二、存在的不足\n力量不足。\n"
    ).parts == (
        "achievements",
        "shortcomings",
    )


def test_a_bureau_behind_the_year_sums_up_its_work() -> None:
    assert head("2022年,天宁区司法局坚持改革创新,服务群众,全年办理案件20件。\n").type == "work-summary"
    assert head("2022年,改革创新不断深化,全年办理案件20件。\n").type == "other"


def test_a_statutory_heading_makes_a_yearly_report() -> None:
    text = "{}\n全镇法治政府建设工作稳步推进,召开会议3次。\n二、存在的问题\n力量不足,经费偏少。\n"
    assert head(text.format("一、主要举措和成效")).type == "annual-report"
    assert head(text.format("一、工作情况")).type != "annual-report"
