"""Paragraphs that a converter cut or ran together."""

from __future__ import annotations

from tests.parsing.pages import headings, read, words

WRAPPED = """2023年我镇法治政府建设工作，在县委、县政府的正确领导下，紧
紧围绕中心工作，扎实推进依法行政，取得了明显的成效，现将有
关情况报告如下：
　　一、工作开展情况
　　（一）加强组织领导。成立领导小组，由镇长任组长，分管的领
导任副组长，召开专题会议4次，研究解决问题12个，推动各项任
务落到实处。
- 1 -
　　（二）推进普法宣传。开展法治讲座20场，发放宣传资料3000
余份，解答群众咨询500余人次，群众法治意识明显增强，全镇的
社会大局保持和谐稳定，全年没有发生重大案件，各项工作取得新
- 2 -
的进展。
"""


def lines(text: str) -> list[str]:
    page = read(text)
    return (words(page, page.body) or "").split("\n")


def test_lines_cut_at_one_width_are_joined() -> None:
    assert lines(WRAPPED) == [
        "2023年我镇法治政府建设工作,在县委、县政府的正确领导下,紧紧围绕中心工作,扎实推进依法行政,取得了明显的成效,现将有关情况报告如下:",
        "一、工作开展情况",
        "(一)加强组织领导。成立领导小组,由镇长任组长,分管的领导任副组长,召开专题会议4次,研究解决问题12个,推动各项任务落到实处。",
        "(二)推进普法宣传。开展法治讲座20场,发放宣传资料3000余份,解答群众咨询500余人次,群众法治意识明显增强,全镇的社会大局保持和谐稳定,全年没有发生重大案件,各项工作取得新的进展。",
    ]


def test_a_quote_across_a_cut_leads_back_to_it() -> None:
    page = read(WRAPPED)
    start = page.plain.index("3000余份")
    assert page.text.evidence(start, start + 6).quote == "3000\n余份"


def test_a_line_that_ends_in_a_comma_goes_on() -> None:
    text = "全年开展法治宣传教育活动共30场次，\n发放宣传资料5000份。\n调解纠纷500起。"
    assert lines(text) == ["全年开展法治宣传教育活动共30场次,发放宣传资料5000份。", "调解纠纷500起。"]


def test_a_title_cut_within_its_marks_is_joined() -> None:
    assert lines("2023年，我局依法履职。\n我们认真贯彻落实了《法治政府建设\n实施纲要》。全年培训3次。") == [
        "2023年,我局依法履职。",
        "我们认真贯彻落实了《法治政府建设实施纲要》。全年培训3次。",
    ]


def test_paragraphs_and_headings_stay_apart() -> None:
    text = "一、加强组织领导\n全年开会4次。\n二、加强宣传教育\n全年宣传30场。"
    assert lines(text) == text.split("\n")


def test_numbers_of_a_table_are_no_page_numbers() -> None:
    text = "全年工作的完成情况如下表所示：\n受理\n35\n办结\n12\n全年工作完成良好。"
    assert "35" in lines(text)
    assert "12" in lines(text)


FLAT = (
    "首页 政务公开 云岭县司法局2022年度法治政府建设工作报告 "
    "发布日期：2023-01-27 来源：云岭县司法局 浏览次数：120 "
    "2022年，县司法局依法履职，现报告如下。 一、主要成效 （一）依法决策。全年审查文件30件，出具意见书12份，"
    "参加会议20次，为依法决策提供了支撑，各方面都予以肯定。 （二）公正执法。组织培训5场次，评查案卷80件，"
    "发现的问题全部整改到位，执法规范化水平得到提高。 二、存在问题 一是力量不足，二是宣传不够。 "
    "三、下一步打算 加强队伍建设，力争培训500人次。 云岭县司法局 2023年1月20日"
)


def test_a_page_in_one_line_gets_its_lines_back() -> None:
    page = read(FLAT)
    assert words(page, page.title) == "云岭县司法局2022年度法治政府建设工作报告"
    assert words(page, page.signature) == "云岭县司法局2023年1月20日"
    assert (words(page, page.body) or "").startswith("2022年,县司法局依法履职")
    assert [(field.name, field.value) for field in page.fields] == [
        ("issued", "2023-01-27"),
        ("source", "云岭县司法局"),
        ("other", "120"),
    ]
    assert headings(page) == [
        (1, "主要成效", "achievements"),
        (2, "依法决策", "achievements"),
        (2, "公正执法", "achievements"),
        (1, "存在问题", "shortcomings"),
        (1, "下一步打算", "next-plan"),
    ]


def test_an_ordinary_paragraph_is_not_cut_at_its_spaces() -> None:
    text = "全年开展普法宣传 30场，发放资料 5000份，调解纠纷 500起。" * 10
    assert len(lines(text)) == 1
