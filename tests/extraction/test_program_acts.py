"""Acts and subjects: programs that no verb governs."""

import pytest

from kg.parsing.structure import Section
from tests.extraction.program_reading import names, programs_of, types


@pytest.mark.parametrize(
    ("text", "name", "notation"),
    [
        ("镇党委理论学习中心组集体学法5次。", "集体学法", "law-study"),
        ("组织会前学法8次,开展法治讲座3场。", "会前学法", "law-study"),
        ("11名班子成员全部述法。", "述法", "leader-reporting"),
        ("主要负责人在年终述职时一并述法,接受评议。", "述法", "leader-reporting"),
        ("全县案卷评查抽取案卷260卷。", "案卷评查", "case-file-review"),
        ("完成信用修复310户。", "信用修复", "credit-supervision"),
        ("规范重大决策,合法性审查应审尽审。", "合法性审查", "legality-review-mechanism"),
        ("对送审的文件、合同进行合法性审查。", "合法性审查", "legality-review-mechanism"),
        ("对初次违法的小店“首违不罚”,处罚与教育并举。", "首违不罚", "first-offence-leniency"),
    ],
)
def test_an_act_is_done_without_a_verb_of_its_own(text: str, name: str, notation: str) -> None:
    found = programs_of(text)
    assert (name, notation) in zip(names(found), types(found), strict=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("村(社区)法律顾问实现全覆盖。", "村(社区)法律顾问"),
        ("信访法治化工作有序推进。", "信访法治化工作"),
        ("行政复议体制改革任务已全面完成。", "行政复议体制改革"),
        ("府院联动机制进一步完善,召开例会两次。", "府院联动机制"),
        ("坚持领导干部学法用法。", "领导干部学法用法"),
        ("法治文化阵地建设成效显著。", "法治文化阵地建设"),
        ("12月,区智慧矫正中心通过省厅验收。", "区智慧矫正中心"),
        ("切实担起法治建设第一责任人职责。", "法治建设第一责任人职责"),
        ("以“宪法宣传周”为契机,集中宣讲。", "宪法宣传周"),
        ("成立全县首家个人调解室——秀英调解室。", "秀英调解室"),
    ],
)
def test_a_kind_of_which_the_clause_says_that_it_goes_on(text: str, name: str) -> None:
    assert names(programs_of(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("把宪法精神纳入镇党委理论学习中心组学习计划。", "理论学习中心组"),
        ("新法作为局党组理论中心组学习内容。", "理论中心组"),
        ("通过理论学习中心组学习等形式讨论工作。", "理论学习中心组学习"),
    ],
)
def test_what_something_is_put_into_or_done_through_is_a_form_of_study(text: str, name: str) -> None:
    found = programs_of(text)
    assert (names(found), types(found)) == ([name], ["law-study"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("把柔性执法作为优化环境的重要抓手。", ["柔性执法"]),
        ("将首违不罚、教育提醒等方式作为优先选择。", ["首违不罚"]),
        ("将柔性执法经验报送省厅。", []),
    ],
)
def test_what_is_taken_as_a_means_is_run(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


def test_those_who_sit_in_it_are_no_form_of_study() -> None:
    assert names(programs_of("请理论学习中心组成员列席。")) == []


def test_a_heading_only_praises() -> None:
    text = "府院联动机制进一步完善"
    assert names(programs_of(text)) == ["府院联动机制"]
    heading = Section(1, text, 0, len(text), len(text) + 1, None)
    assert names(programs_of(text + "。", sections=(heading,))) == []


@pytest.mark.parametrize(
    "text",
    [
        "行政复议体制改革推进会在县里召开。",
        "府院联动机制建立后的问题不少。",
        "今年以来在全县信访法治化工作有序推进。",
    ],
)
def test_a_kind_that_only_opens_or_does_not_open_the_clause_is_not_told_of(text: str) -> None:
    assert names(programs_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "合法性审查率达到100%。",
        "案卷评查优秀率为92%。",
        "部分单位学法不够经常。",
        "“首违不罚”案件35件。",
        "述法报告的质量不高。",
        "培育“法律明白人”402名。",
    ],
)
def test_a_rate_a_case_or_a_topic_is_no_act(text: str) -> None:
    assert names(programs_of(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("其中“小芳调解工作室”化解劳资纠纷73件。", "小芳调解工作室"),
        ("“百姓说事点”化解邻里纠纷41起。", "百姓说事点"),
        ("“法润田间”普法项目被评为十佳。", "法润田间普法项目"),
        ("“田埂夜校”吸引村民900人次。", "田埂夜校"),
        ("落实《某省行政执法“三项制度”实施办法》,规范执法。", "三项制度"),
    ],
)
def test_a_named_program_may_be_the_subject(text: str, name: str) -> None:
    assert names(programs_of(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "“江城、湖城”建设提供法律服务。",
        "“法律明白人”队伍扩大到300人。",
        "落实《某省行政执法三项制度实施办法》。",
        "学习《某省行政执法“三项制度”实施办法》。",
    ],
)
def test_what_only_stands_beside_a_quotation_is_no_subject(text: str) -> None:
    assert names(programs_of(text)) == []


def test_verbs_stand_after_a_numbered_opening_and_inside_no_other_word() -> None:
    assert names(programs_of("一是抓法治督察“回头看”。")) == ["法治督察回头看"]
    assert names(programs_of("以改革促进行政执法监督。")) == names(programs_of("以改革推动发展。")) == []
