"""The area of a report where the body's name does not settle it."""

from __future__ import annotations

import pytest

from kg.model import Given
from tests.report.pages import SECTIONS, head


@pytest.mark.parametrize(
    ("more", "area"),
    [
        ("上海市的各项工作", "310113"),
        ("黑龙江省双鸭山市的各项工作", "230506"),
        ("各项工作", None),
    ],
)
def test_the_text_settles_a_shared_name(more: str, area: str | None) -> None:
    found = head(f"2022年度宝山区司法局法治政府建设情况报告\n\n2022年,区司法局认真履职。{SECTIONS}{more}。")
    assert found.area == area
    assert found.covers_year == 2022


def test_the_site_settles_a_shared_name() -> None:
    page = (
        "上海市宝山区人民政府门户网站\n\n宝山区2022年度法治政府建设情况报告\n\n"
        f"2022年,宝山区认真履职。{SECTIONS}"
    )
    assert head(page).area == "310113"


def test_the_source_settles_a_shared_name() -> None:
    page = f"2025年,城中区应急管理局推进法治政府建设。现将工作情况报告如下:\n{SECTIONS}"
    assert head(page, "https://xncz.gov.cn/info/1.htm").area == "630103"
    assert head(page).area is None


def test_the_source_names_the_area_that_the_page_does_not() -> None:
    page = f"司法局2022年工作总结\n\n2022年,在区委领导下,我局认真履职。{SECTIONS}"
    assert head(page, "http://www.cztn.gov.cn/1.html").area == "320402"
    assert head(page, "http://www.tianning.gov.cn/1.html").area == "320402"
    assert head(page).area is None


def test_a_bare_level_is_looked_up_in_the_text() -> None:
    page = f"市司法局2022年工作总结\n\n2022年,市司法局认真履职,常州市群众满意。{SECTIONS}天宁区、武进区参加。"
    assert head(page).area == "320400"


def test_an_autonomous_region_calls_itself_a_region() -> None:
    page = (
        f"自治区司法厅2022年工作总结\n\n2022年,自治区司法厅认真履职,全区工作有序。{SECTIONS}广西壮族自治区。"
    )
    found = head(page)
    assert (found.area, found.level) == ("450000", "provincial")


def test_a_name_without_its_ending_is_a_last_resort() -> None:
    page = (
        "2022年,市司法局认真履职,为深圳发展服务。\n一、主要工作\n办理案件20件,深圳群众满意。\n"
        "二、队伍建设\n举办培训3期,人人参加。\n"
    )
    assert head(page).area == "440300"


def test_what_is_given_wins() -> None:
    page = f"天宁区司法局2022年工作总结\n\n2022年,工作有序开展。{SECTIONS}"
    found = head(page, given=Given(area="320412", year=2021, type="other"))
    assert (found.area, found.covers_year, found.type) == ("320412", 2021, "other")
    assert found.publisher is not None
    assert found.publisher.name == "常州市武进区司法局"
    township = head(page, given=Given(area="320402109"))
    assert (township.area, township.township, township.level) == ("320402", "320402109", "township")


def test_the_code_of_the_year_is_taken() -> None:
    page = "公主岭市{year}年度法治政府建设情况报告\n\n{year}年,工作有序开展。" + SECTIONS
    assert head(page.format(year=2018)).area == "220381"
    assert head(page.format(year=2022)).area == "220184"


def test_the_subject_of_the_opening_tells_the_level() -> None:
    opening = "2022年,鄂尔多斯市扎实推进法治政府建设。现将有关情况报告如下:"
    page = f"{opening}\n一、主要成效\n东胜区、康巴什区被命名为全区法治政府建设示范地区,全区推广。{SECTIONS}"
    assert head(page).area == "150600"


def test_a_township_may_be_the_subject_of_the_opening() -> None:
    opening = "2025年,在县委、县政府的正确领导下,平东镇持续推进法治政府建设,各项工作有序开展。"
    found = head(f"海丰县法治政府建设年度报告公开\n{opening}{SECTIONS}")
    assert (found.level, found.area) == ("township", "441521")


def test_a_township_that_is_told_of_does_not_speak() -> None:
    opening = "2025年,海丰县持续推进法治政府建设,指导平东镇开展工作。"
    found = head(f"海丰县法治政府建设年度报告公开\n{opening}{SECTIONS}")
    assert (found.level, found.area) == ("county", "441521")


def test_the_site_of_a_county_may_hold_the_report_of_a_township() -> None:
    way = "首页 > 海丰县人民政府门户网站 > 专题专栏 > 2025年"
    opening = "2025年,在县委、县政府的正确领导下,平东镇持续推进法治政府建设,各项工作有序开展。"
    found = head(f"{way}\n{opening}{SECTIONS}")
    assert found.publisher is not None
    assert (found.level, found.publisher.name) == ("township", "汕尾市海丰县平东镇人民政府")
