"""The body that speaks, with its full name, and the area it belongs to."""

from __future__ import annotations

from datetime import date

import pytest

from tests.report.pages import SECTIONS, head, publisher


@pytest.mark.parametrize(
    ("title", "name", "area", "level"),
    [
        ("常州市天宁区司法局2022年工作总结", "常州市天宁区司法局", "320402", "county"),
        ("天宁区司法局2022年工作总结", "常州市天宁区司法局", "320402", "county"),
        ("2022年度天宁区司法局法治政府建设情况报告", "常州市天宁区司法局", "320402", "county"),
        ("天宁司法局2022年工作总结", "常州市天宁区司法局", "320402", "county"),
        ("天宁区2022年度法治政府建设情况报告", "常州市天宁区人民政府", "320402", "county"),
        ("重庆市荣昌区司法局2022年工作总结", "重庆市荣昌区司法局", "500153", "county"),
        ("高邮市司法局2022年工作总结", "高邮市司法局", "321084", "county"),
        ("陵水黎族自治县司法局2022年工作总结", "陵水黎族自治县司法局", "469028", "county"),
        ("忠县人民政府2022年法治政府建设年度报告", "重庆市忠县人民政府", "500233", "county"),
        ("长治市司法局2022年工作总结", "长治市司法局", "140400", "municipal"),
        ("江苏省司法厅2022年度法治政府建设情况报告", "江苏省司法厅", "320000", "provincial"),
        ("上海市2022年法治政府建设情况报告", "上海市人民政府", "310000", "provincial"),
        ("上海市司法局2022年工作总结", "上海市司法局", "310000", "provincial"),
        ("司法部2022年法治政府建设年度报告", "司法部", "100000", "national"),
        ("常州市应急管理局2022年法治政府建设工作报告", "常州市应急管理局", "320400", "municipal"),
        ("广东省市场监督管理局2022年法治政府建设报告", "广东省市场监督管理局", "440000", "provincial"),
        ("天宁区市监局2022年法治政府建设报告", "常州市天宁区市场监督管理局", "320402", "county"),
        ("关于天宁区卫健委2022年法治政府建设情况的报告", "常州市天宁区卫生健康委员会", "320402", "county"),
        ("2022年天宁区政府法治政府建设工作总结", "常州市天宁区人民政府", "320402", "county"),
        ("天宁区社会工作部2022年工作总结", "常州市天宁区社会工作部", "320402", "county"),
        (
            "国家税务总局天宁区税务局2022年法治政府建设报告",
            "国家税务总局常州市天宁区税务局",
            "320402",
            "county",
        ),
        ("常州市天宁生态环境局2022年法治政府建设报告", "常州市天宁生态环境局", "320402", "county"),
        ("上海市公安局宝山分局2022年法治政府建设报告", "上海市公安局宝山分局", "310113", "county"),
        (
            "中共天宁区委天宁区人民政府关于2022年法治政府建设情况的报告",
            "常州市天宁区人民政府",
            "320402",
            "county",
        ),
        (
            "中共和平县委和平县人民政府关于2022年法治政府建设情况的报告",
            "河源市和平县人民政府",
            "441624",
            "county",
        ),
        (
            "常州高新技术产业开发区管理委员会2022年法治政府建设报告",
            "常州高新技术产业开发区管理委员会",
            "320400",
            "municipal",
        ),
        ("合肥高新区2022年度法治政府建设情况报告", "合肥高新技术产业开发区管理委员会", "340176", "county"),
        ("合肥高新区管委会2022年法治政府建设报告", "合肥高新技术产业开发区管理委员会", "340176", "county"),
        ("兰州新区2022年法治政府建设情况报告", "兰州新区管理委员会", "620171", "county"),
        ("昆山开发区2022年度法治政府建设情况报告", "昆山开发区管理委员会", "320583", "county"),
        ("南昌高新区2022年度法治政府建设情况报告", "南昌高新区管理委员会", "360100", "municipal"),
        (
            "周口市城乡一体化示范区2022年法治政府建设报告",
            "周口市城乡一体化示范区管理委员会",
            "411600",
            "municipal",
        ),
        (
            "乌鲁木齐经济技术开发区(头屯河区)2022年法治政府建设报告",
            "乌鲁木齐市头屯河区人民政府",
            "650106",
            "county",
        ),
        (
            "乌鲁木齐高新区(新市区)人民政府2022年法治政府建设报告",
            "乌鲁木齐市新市区人民政府",
            "650104",
            "county",
        ),
        ("滨海新区2022年法治政府建设情况报告", "天津市滨海新区人民政府", "120116", "county"),
        ("第八师石河子市2022年法治政府建设情况报告", "石河子市人民政府", "659001", "county"),
        (
            "新疆生产建设兵团第一师阿拉尔市人民政府2022年法治政府建设报告",
            "阿拉尔市人民政府",
            "659002",
            "county",
        ),
    ],
)
def test_by_title(title: str, name: str, area: str, level: str) -> None:
    found = head(f"{title}\n\n2022年,各项工作有序开展。{SECTIONS}")
    assert found.publisher is not None
    assert (found.publisher.name, found.area, found.level) == (name, area, level)
    assert found.publisher.area == area
    assert found.township is None


@pytest.mark.parametrize(
    ("title", "township", "name"),
    [
        ("郑陆镇2022年度法治政府建设工作报告", "320402109", "常州市天宁区郑陆镇人民政府"),
        ("天宁区郑陆镇人民政府2022年法治政府建设报告", "320402109", "常州市天宁区郑陆镇人民政府"),
        ("天宁区兰陵街道2022年法治政府建设报告", "320402006", "常州市天宁区兰陵街道办事处"),
        ("天宁区兰陵街道办事处2022年法治政府建设报告", "320402006", "常州市天宁区兰陵街道办事处"),
        ("天宁区人民政府兰陵街道办事处2022年法治政府建设报告", "320402006", "常州市天宁区兰陵街道办事处"),
        ("天宁区茶山街道司法所2022年工作总结", "320402003", "常州市天宁区茶山街道司法所"),
    ],
)
def test_townships(title: str, township: str, name: str) -> None:
    found = head(f"{title}\n\n2022年,各项工作有序开展。{SECTIONS}")
    assert found.publisher is not None
    assert (found.publisher.name, found.area, found.township) == (name, "320402", township)
    assert found.level == "township"


def test_what_a_township_calls_itself_is_no_name() -> None:
    announced = "现将我街道2023年法治政府建设工作开展情况报告如下:"
    found = head(f"天宁区红梅街道2023年法治政府建设年度报告\n{announced}\n{SECTIONS}")
    assert found.publisher is not None
    assert (found.publisher.name, found.township) == ("常州市天宁区红梅街道办事处", "320402004")


def test_to_whom_a_report_is_addressed_does_not_speak() -> None:
    fields = "发布机构:古镛镇人民政府\n公文生成日期:2024-02-07"
    addressed = "中共将乐县委员会,将乐县人民政府:\n现将古镛镇2023年法治建设工作情况报告如下:"
    found = head(f"{fields}\n{addressed}\n{SECTIONS}")
    assert found.publisher is not None
    assert (found.publisher.name, found.township) == ("三明市将乐县古镛镇人民政府", "350428100")
    assert found.issued == date(2024, 2, 7)


def test_a_township_that_the_tables_lack_keeps_its_name() -> None:
    found = head(f"天宁区无名镇人民政府2022年法治政府建设报告\n\n2022年,工作有序。{SECTIONS}")
    assert found.publisher is not None
    assert found.publisher.name == "常州市天宁区无名镇人民政府"
    assert (found.area, found.township, found.level) == ("320402", None, "township")


def test_a_shared_township_name_is_settled_by_the_host() -> None:
    page = f"下洋镇2022年法治政府建设年度报告\n\n2022年,我镇工作有序。{SECTIONS}"
    found = head(page, "http://www.xuwen.gov.cn/xxgk/1.html")
    assert (found.area, found.township) == ("440825", "440825109")
    unknown = head(page)
    assert (unknown.area, unknown.level) == (None, "township")


def test_a_bare_name_in_the_header_is_completed() -> None:
    page = (
        "2022年工作总结\n发布机构:区司法局 发布日期:2023-01-05\n\n"
        f"2022年,工作有序开展。{SECTIONS}常州市天宁区群众满意。"
    )
    assert publisher(page) == "常州市天宁区司法局"


def test_a_line_of_its_own_names_the_body() -> None:
    page = f"天宁区司法局\n\n2022年工作总结\n\n2022年,工作有序开展。{SECTIONS}"
    assert publisher(page) == "常州市天宁区司法局"


def test_an_office_inside_a_bureau_speaks_for_the_bureau() -> None:
    page = f"2022年工作总结\n来源:天宁区司法局办公室\n\n2022年,工作有序开展。{SECTIONS}"
    assert publisher(page) == "常州市天宁区司法局"


def test_the_signature_names_the_body() -> None:
    closing = "\n常州市天宁区司法局\n\n2023年3月1日\n"
    page = f"2023年天宁区司法行政工作要点\n\n2023年,做好以下工作。{SECTIONS}{closing}"
    assert publisher(page) == "常州市天宁区司法局"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("2022年,天宁区司法局认真履职。", "常州市天宁区司法局"),
        ("2022年,在区委领导下,天宁区司法局认真履职。", "常州市天宁区司法局"),
        ("2022年,按照市司法局要求,天宁区司法局认真履职。", "常州市天宁区司法局"),
    ],
)
def test_the_subject_of_the_opening_speaks(opening: str, name: str) -> None:
    page = f"{opening}\n一、主要工作\n办理案件20件,群众满意。\n二、队伍建设\n举办培训3期,人人参加。\n"
    assert publisher(page) == name


def test_an_area_that_speaks_of_itself_is_its_government() -> None:
    page = (
        "2022年,在市委、市政府的领导下,我区依法办事。现将2022年度法治政府建设情况报告如下:\n"
        f"{SECTIONS}印发《韶关市曲江区普法办法》。"
    )
    found = head(page)
    assert found.publisher is not None
    assert (found.publisher.name, found.area) == ("韶关市曲江区人民政府", "440205")


def test_the_bureau_of_justice_posts_the_report_of_its_government() -> None:
    page = (
        "2022年度法治政府建设情况报告\n发布机构:区司法局\n\n2022年,我区依法办事。"
        f"{SECTIONS}常州市天宁区群众满意。"
    )
    assert publisher(page) == "常州市天宁区人民政府"


def test_another_department_posts_its_own() -> None:
    page = (
        "2022年度法治政府建设情况报告\n发布机构:区市场监管局\n\n2022年,依法办事。"
        f"{SECTIONS}我区群众满意。常州市天宁区。"
    )
    assert publisher(page) == "常州市天宁区市场监督管理局"


@pytest.mark.parametrize(
    ("title", "source", "opening", "name"),
    [
        (
            "里水镇2023年度法治政府建设年度报告",
            "来源:里水镇综合行政执法办公室",
            "2023年,里水镇依法治理。",
            "佛山市南海区里水镇人民政府",
        ),
        (
            "里水镇2023年度法治政府建设年度报告",
            "来源:南海区里水镇综合行政执法队",
            "2023年,我镇依法治理。",
            "佛山市南海区里水镇人民政府",
        ),
        (
            "里水镇2023年度法治政府建设年度报告",
            "发布机构:里水镇党政综合办公室",
            "2023年,全镇依法治理。",
            "佛山市南海区里水镇人民政府",
        ),
        (
            "天宁区兰陵街道2023年法治政府建设情况报告",
            "来源:兰陵街道综合行政执法局",
            "2023年,街道依法治理。",
            "常州市天宁区兰陵街道办事处",
        ),
        (
            "曲江区2023年度法治政府建设情况报告",
            "来源:曲江区人民政府办公室",
            "2023年,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区2023年度法治政府建设情况报告",
            "来源:曲江区政务服务数据管理局",
            "2023年,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区2023年度法治政府建设情况报告",
            "来源:曲江区司法局",
            "2023年,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区2023年度法治政府建设情况报告",
            "来源:区府办",
            "区委、区人大常委会:\n2023年,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区2023年度法治政府建设情况报告",
            "",
            "2023年,区委依法治区办统筹推进各项工作。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区2019—2023年法治政府建设工作总结",
            "来源:曲江区司法局",
            "五年来,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "曲江区近五年法治政府建设工作情况综述",
            "来源:曲江区司法局",
            "近五年,曲江区依法办事。",
            "韶关市曲江区人民政府",
        ),
        (
            "兰州市城关区市场监督管理局\n2023年度法治政府建设情况报告",
            "",
            "区人民政府:\n2023年,区市场监管局依法监管。",
            "兰州市城关区市场监督管理局",
        ),
        (
            "2023年度法治政府建设情况报告",
            "来源:城关区市场监管局",
            "区政府:\n2023年,我局依法监管。兰州市城关区。",
            "兰州市城关区市场监督管理局",
        ),
        (
            "2023年度法治政府建设情况报告",
            "来源:天宁区教育局",
            "区委依法治区办、区政府:\n2023年,区教育局依法治教。",
            "常州市天宁区教育局",
        ),
        ("天宁区教育局\n2023年度工作总结", "", "2023年,区教育局依法治教。", "常州市天宁区教育局"),
        (
            "天宁区教育局\n关于2023年度法治政府建设情况的报告",
            "",
            "2023年,区教育局依法治教。",
            "常州市天宁区教育局",
        ),
        (
            "天宁区教育局2023年度法治政府建设情况报告",
            "发布机构:天宁区人民政府办公室",
            "2023年,全区教育系统依法治教。",
            "常州市天宁区教育局",
        ),
        (
            "天宁区天宁街道办事处\n2023年法治政府建设情况报告",
            "",
            "2023年,街道依法治理。",
            "常州市天宁区天宁街道办事处",
        ),
        (
            "常州市天宁区雕庄街道\n2023年度法治政府建设情况报告",
            "",
            "2023年,街道依法治理。",
            "常州市天宁区雕庄街道办事处",
        ),
        (
            "重庆市荣昌区人民政府昌元街道办事处\n2023年法治政府建设工作报告",
            "",
            "2023年,昌元街道依法治理。",
            "重庆市荣昌区昌元街道办事处",
        ),
        (
            "中共天宁区委全面依法治区委员会办公室\n天宁区2023年度法治政府建设情况报告",
            "",
            "2023年,全区依法办事。",
            "常州市天宁区人民政府",
        ),
        (
            "天宁区人民政府\n2023年度法治政府建设情况报告",
            "",
            "市人民政府:\n2023年,我区依法办事。",
            "常州市天宁区人民政府",
        ),
        ("天宁区司法局“十四五”期间法治建设工作总结", "", "五年来,我局依法办事。", "常州市天宁区司法局"),
        (
            "天宁区司法局2021年至2023年工作总结",
            "来源:区司法局",
            "三年来,我局依法办事。",
            "常州市天宁区司法局",
        ),
        (
            "常州市应急管理局2024年法治政府建设工作要点",
            "",
            "2024年,市应急管理局要做好以下工作。",
            "常州市应急管理局",
        ),
    ],
)
def test_who_speaks_on_a_page(title: str, source: str, opening: str, name: str) -> None:
    assert publisher(f"{title}\n{source}\n\n{opening}{SECTIONS}") == name


def test_a_body_below_the_introduction_does_not_speak() -> None:
    page = (
        "韶关市曲江区2023年度法治政府建设情况报告\n\n2023年,曲江区依法办事。现将有关情况报告如下:\n"
        "一、主要举措\n区委全面依法治区委员会审议通过文件3件,区司法局组织培训2次。\n二、存在的不足\n培训偏少。\n"
    )
    assert publisher(page) == "韶关市曲江区人民政府"


def test_the_text_tells_the_full_name_of_an_abbreviated_body() -> None:
    page = f"天宁区文旅局2022年工作总结\n\n2022年,天宁区文化广电和旅游局认真履职。{SECTIONS}"
    assert publisher(page) == "常州市天宁区文化广电和旅游局"


def test_a_report_on_judicial_administration_is_the_bureau_of_justices() -> None:
    page = f"天宁区2022年司法行政工作总结\n\n2022年,工作有序开展。{SECTIONS}"
    assert publisher(page) == "常州市天宁区司法局"
    assert publisher(page.replace("天宁区", "江苏省")) == "江苏省司法厅"


def test_media_and_firms_are_no_publishers() -> None:
    page = f"2022年工作总结\n来源:常州日报\n\n2022年,工作有序开展。{SECTIONS}"
    assert publisher(page) is None


@pytest.mark.parametrize(
    "text", ["XX区司法局2022年工作总结", "**县2022年法治政府建设情况报告", "2022年工作总结"]
)
def test_masked_names_give_no_area(text: str) -> None:
    found = head(f"{text}\n\n2022年,工作有序开展。{SECTIONS}")
    assert found.area is None
    assert found.level is None


@pytest.mark.parametrize("addressees", ["", "市委、市政府:\n"])
def test_a_zone_may_speak_without_its_city(addressees: str) -> None:
    opening = "2022年,高新区依法履职,获评珠海市优秀单位。现将有关情况报告如下:"
    found = head(f"{addressees}{opening}{SECTIONS}")
    assert found.publisher is not None
    assert (found.publisher.name, found.area) == ("珠海市高新区管理委员会", "440400")


def test_a_zone_in_the_text_does_not_speak() -> None:
    page = f"2022年,珠海市推进各项工作,高新区获评优秀单位。现将有关情况报告如下:{SECTIONS}"
    assert publisher(page) != "珠海市高新区管理委员会"


def test_a_county_body_whose_place_is_not_known_tells_the_level() -> None:
    found = head(f"县司法局2022年工作总结\n\n2022年,各项工作有序开展。{SECTIONS}")
    assert (found.area, found.level) == (None, "county")
