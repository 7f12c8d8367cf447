"""Lists of what is waived: their type, length and edition, and what is no list."""

import pytest

from kg.extraction.leniency import is_leniency_list, settle_type
from kg.vocabulary import load
from tests.extraction.program_reading import PUBLISHER, in_part, names, programs_of, types
from tests.extraction.reading import head

WORDS = load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公布“首违不罚”清单。", "first-offence-leniency"),
        ("出台轻微违法行为免罚清单。", "penalty-exemption-list"),
        ("编制从轻处罚事项清单。", "penalty-mitigation-list"),
        ("制定免予行政强制事项清单。", "coercion-exemption-list"),
        ("印发《城市管理领域轻微违法不予处罚清单》。", "penalty-exemption-list"),
    ],
)
def test_a_list_is_typed_by_what_it_waives(text: str, expected: str) -> None:
    found = programs_of(text)
    assert types(found) == [expected]
    assert [p.is_list for p in found] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推行轻微违法行为免予处罚制度。", "leniency"),
        ("推行“首违不罚”,给企业改正的机会。", "first-offence-leniency"),
        ("对初犯实施“首次不罚、教育在先”。", "first-offence-leniency"),
        ("建立包容审慎监管机制。", "leniency"),
    ],
)
def test_a_practice_or_slogan_is_no_list(text: str, expected: str) -> None:
    found = programs_of(text)
    assert types(found) == [expected]
    assert [p.is_list for p in found] == [False]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("公布“首违不罚”清单共146项。", 146),
        ("公布《天宁区“首违不罚”事项清单》,共计88项。", 88),
        ("发布免罚清单,涉及12个领域89项。", 89),
        ("推出“首违不罚”清单(共四十二项)。", 42),
        ("将56项轻微违法行为纳入“首违不罚”清单。", 56),
        ("推行38项“首违不罚”清单。", 38),
        ("全面梳理行政权力清单。组织各部门对1952项行政权力进行修订。", 1952),
        ("厘清镇街履职事项清单。该镇街履职事项清单共1,298项。", 1298),
        ("公布“首违不罚”清单,办理案件27件。", None),
        ("公布“首违不罚”清单,整改问题3项。", None),
        ("公布“首违不罚”清单。开展活动12项。", None),
        ("建立“首违不罚”机制,共5项。", None),
        ("公布“首违不罚”事项清单(第一版),列入事项57项。", 57),
        ("更新“首违不罚”清单,清单事项达到63项。", 63),
        ("修订“首违不罚”清单,由21项增加到33项。", 33),
        ("公布四批“首违不罚”清单,清单事项由2021年首批的9项扩充到2023年的52项。", 52),
        ("更新免罚清单2.0版,将事项从40项扩充至71项。", 71),
        ("公布不予处罚清单(第四批),新增事项15项,累计达到92项。", 92),
        ("公布不予处罚清单(第四批),新增事项15项。", None),
        ("公布免罚清单,涵盖养老、托育等6个领域,共计44项。", 44),
        ("公布“首违不罚”清单,包含文化、旅游等领域事项29个。", 29),
        ("公布免罚清单。清单共有不予处罚事项37项。", 37),
        ("公布免罚清单。各部门清单检查发现问题5项。", None),
        ("制定免罚清单,首批拟列入20项左右。", None),
        ("制定免罚清单,明年公布30项以上。", None),
        ("对24项轻微违法行为实行“首违不罚”。", 24),
        ("以3项举措推行“首违不罚”。", None),
        ("编制“首违不罚”清单,其中市级目录发布指南2项目。", None),
        ("公布“首违不罚”清单(第一版),共24项,2023年更新至46项。", 46),
        ("推动免罚清单扩容,由1.0版的34项增加至2.0版的78项。", 78),
        ("公布“首违不罚”清单共24项,办理案件46件。", 24),
        ("调整“四张清单”,新增免罚事项12项。", None),
    ],
)
def test_the_number_of_items_is_the_list_s_own(text: str, count: int | None) -> None:
    assert [p.item_count for p in programs_of(text)] == [count]


def test_a_list_under_a_title_is_a_program_with_its_edition_and_length() -> None:
    text = "集中公布《某市某区行政处罚“首违不罚”事项清单(第三版)》共152项,供企业查询。"
    (found,) = programs_of("推行“首违不罚”。" + text)
    assert found.name == "某市某区行政处罚首违不罚事项清单"
    assert (found.edition, found.item_count, found.is_list) == ("第三版", 152, True)
    assert found.evidence.quote == "某市某区行政处罚“首违不罚”事项清单(第三版)"


def test_lists_named_together_are_one_each() -> None:
    found = programs_of("公布不予处罚、从轻处罚、减轻处罚和免予行政强制的行政执法事项。")
    assert [(p.evidence.quote, p.name, p.types[0]) for p in found] == [
        ("不予处罚", "不予处罚行政执法事项", "penalty-exemption-list"),
        ("从轻处罚、减轻处罚", "从轻处罚、减轻处罚行政执法事项", "penalty-mitigation-list"),
        ("免予行政强制", "免予行政强制行政执法事项", "coercion-exemption-list"),
    ]
    assert all(p.is_list for p in found)


def test_what_is_waived_together_without_a_list_is_none() -> None:
    assert not any(p.is_list for p in programs_of("依法作出不予处罚、减轻处罚决定320件。"))


def test_a_list_that_is_only_promised_is_planned_and_one_that_goes_on_is_not() -> None:
    assert [p.planned for p in in_part("编制“首违不罚”清单。", "next-plan")] == [True]
    assert [p.planned for p in in_part("持续推行“首违不罚”清单。", "next-plan")] == [False]
    assert [p.planned for p in in_part("公布不予处罚和减轻处罚事项清单。", "next-plan")] == [True, True]


@pytest.mark.parametrize(
    ("notation", "name", "count", "settled", "is_list"),
    [
        ("penalty-exemption-list", "免罚清单", None, "penalty-exemption-list", True),
        ("penalty-exemption-list", "轻微免罚", None, "leniency", False),
        ("penalty-exemption-list", "轻微免罚", 12, "penalty-exemption-list", True),
        ("first-offence-leniency", "首违不罚目录", None, "first-offence-leniency", True),
        ("first-offence-leniency", "首违不罚", None, "first-offence-leniency", False),
        ("first-offence-leniency", "首违不罚", 9, "first-offence-leniency", True),
        ("legal-aid", "法律援助事项清单", 5, "legal-aid", False),
        (None, "清单", 5, None, False),
    ],
)
def test_type_name_and_length_decide_together(
    notation: str | None, name: str, count: int | None, settled: str | None, *, is_list: bool
) -> None:
    assert settle_type(notation, name, count, WORDS) == settled
    assert is_leniency_list(settled, name, count, WORDS) is is_list


def test_lists_that_are_counted_side_by_side_are_one_each() -> None:
    found = programs_of(
        "编制“两轻一免”清单共74项,其中不予处罚事项26项、从轻处罚事项18项、免予行政强制事项30项。"
    )
    assert [(p.evidence.quote, p.types[0], p.item_count) for p in found] == [
        ("“两轻一免”清单", "penalty-exemption-list", 74),
        ("不予处罚事项", "penalty-exemption-list", 26),
        ("从轻处罚事项", "penalty-mitigation-list", 18),
        ("免予行政强制事项", "coercion-exemption-list", 30),
    ]


def test_lists_with_their_own_numbers_are_one_each() -> None:
    found = programs_of("公布不予处罚事项清单41项、从轻减轻处罚事项清单23项、免予行政强制事项清单8项。")
    assert [(p.name, p.types[0], p.item_count, p.is_list) for p in found] == [
        ("不予处罚事项清单", "penalty-exemption-list", 41, True),
        ("从轻减轻处罚事项清单", "penalty-mitigation-list", 23, True),
        ("免予行政强制事项清单", "coercion-exemption-list", 8, True),
    ]


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("“首违不罚”清单从12项扩展至26项。", "“首违不罚”清单", 26),
        ("免罚清单增至205项,较上年新增31项。", "免罚清单", 205),
        ("某局率先推出农业领域首违不罚事项19项。", "首违不罚事项", 19),
    ],
)
def test_a_list_that_a_sentence_only_counts_is_found(text: str, name: str, count: int) -> None:
    (found,) = programs_of(text)
    assert found.evidence.quote.endswith(name)
    assert (found.item_count, found.is_list) == (count, True)


@pytest.mark.parametrize("text", ["依据免罚清单办理案件75件。", "全年不予处罚26件、减轻处罚18件。"])
def test_a_list_that_is_only_applied_is_none_of_the_report_s(text: str) -> None:
    assert not any(p.is_list for p in programs_of(text))


def test_one_list_is_told_once_however_it_is_counted() -> None:
    found = programs_of("公布《某区免罚清单》共37项。今年免罚清单增至37项。")
    assert [(p.item_count, p.is_list) for p in found] == [(37, True)]


def test_the_edition_of_lists_named_together_is_that_of_each() -> None:
    found = programs_of("公布不予处罚和减轻处罚事项清单(第二版)。")
    assert [p.edition for p in found] == ["第二版", "第二版"]


def test_a_list_of_lenient_regulation_is_typed_by_what_it_waives() -> None:
    (found,) = programs_of("出台《某区包容审慎监管执法清单》。")
    assert (found.types, found.is_list) == (("penalty-exemption-list",), True)


def test_a_practice_whose_cases_are_counted_is_a_list() -> None:
    (found,) = programs_of("推行“首违不罚”,涉及事项96项。")
    assert (found.item_count, found.is_list) == (96, True)


@pytest.mark.parametrize(
    "text",
    ["将出台“首违不罚”清单。", "即将全面推行免罚清单。", "正在制定免罚清单。", "将修订免罚清单,增加到80项。"],
)
def test_a_list_that_will_be_or_is_being_made_is_planned(text: str) -> None:
    assert [(p.is_list, p.planned) for p in programs_of(text)] == [(True, True)]


@pytest.mark.parametrize("text", ["正在推行免罚清单。", "将免罚清单公布在网上,推行免罚清单。"])
def test_a_list_that_goes_on_or_is_only_placed_is_not_planned(text: str) -> None:
    assert [(p.is_list, p.planned) for p in programs_of(text)] == [(True, False)]


def test_a_list_that_is_only_studied_is_none_of_the_report_s() -> None:
    assert programs_of("学习宣传《某省轻微违法不予处罚清单》。") == []
    assert [p.is_list for p in programs_of("落实《某省轻微违法不予处罚清单》。")] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("发布“首违可不罚”清单28项。", [("first-offence-leniency", 28)]),
        ("推行首次违法免罚清单制管理,清单事项19项。", [("first-offence-leniency", 19)]),
        ("推行包容免罚清单,2023年版清单共收录免罚事项73项。", [("penalty-exemption-list", 73)]),
        ("落实轻微违法行为“容错”清单。", [("penalty-exemption-list", None)]),
        ("扩大“首违不罚”范围,清单事项由31项扩大到45项。", [("first-offence-leniency", 45)]),
        ("推动各部门编制免罚清单,累计编制清单17个。", [("penalty-exemption-list", None)]),
        ("建立不予处罚“正面清单”。", [("penalty-exemption-list", None)]),
        ("公布《不予实施查封、扣押行政强制措施清单》。", [("coercion-exemption-list", None)]),
        ("编制“免罚轻罚”清单,统一11项执法标准。", [("penalty-exemption-list", None)]),
        (
            "印发“轻微不罚、首违可不罚”清单。",
            [("penalty-exemption-list", None), ("first-offence-leniency", None)],
        ),
        (
            "推行“免罚清单”“减罚清单”两单制度。",
            [("penalty-exemption-list", None), ("penalty-mitigation-list", None)],
        ),
        (
            "落实“首违不罚”“轻微免罚”“减免责”清单制度。",
            [("first-offence-leniency", None), ("penalty-exemption-list", None)],
        ),
        (
            "制定《水利柔性执法清单》,明确首次不罚7种、轻微免罚5种。",
            [("penalty-exemption-list", None)],
        ),
    ],
)
def test_lists_go_by_many_names(text: str, expected: list[tuple[str, int | None]]) -> None:
    found = programs_of(text)
    assert [(p.types[0], p.item_count) for p in found] == expected
    assert all(p.is_list for p in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("探索“轻违免罚”机制。", "leniency"),
        ("推行“轻微违法不处罚、首次违法不处罚”,办理案件40件。", "first-offence-leniency"),
    ],
)
def test_practices_go_by_many_names(text: str, expected: str) -> None:
    (found,) = programs_of(text)
    assert (found.types, found.is_list) == ((expected,), False)


@pytest.mark.parametrize("text", ["举办“首违不罚”专题培训。", "开展首违不罚典型案例评选。"])
def test_what_is_taught_of_leniency_is_none(text: str) -> None:
    assert programs_of(text) == []


def test_publicity_for_a_list_makes_none() -> None:
    assert programs_of("开展“首违不罚”清单宣传。") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("区水利局公布免罚清单。", "常州市天宁区水利局"),
        ("由区水利局牵头编制免罚清单。", "常州市天宁区水利局"),
        ("区水利局、区住建局分别编制免罚清单。", None),
    ],
)
def test_the_body_that_publishes_a_list_runs_it(text: str, body: str | None) -> None:
    (found,) = programs_of(text)
    assert (found.run_by.name if found.run_by else None) == body


def test_the_sum_of_kinds_is_the_list_s_number() -> None:
    text = "编制某区减免责清单,涵盖不予处罚46项、减轻处罚21项、免予行政强制9项,共计76项。"
    assert [(p.name, p.item_count) for p in programs_of(text)] == [("某区减免责清单", 76)]


def test_a_list_that_is_named_again_without_its_place_is_one() -> None:
    found = programs_of("编制香洲区减免责清单。启动新一轮减免责清单修订。")
    assert [p.name for p in found] == ["香洲区减免责清单"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公布不予处罚、减轻处罚和免予强制清单,分别列明事项12项、9项、4项。", [12, 9, 4]),
        (
            "建立“首违不罚”事项清单、“轻微免罚”事项清单、“减轻处罚”事项清单,事项依次为31项、17项、6项。",
            [31, 17, 6],
        ),
        ("印发《不予处罚清单和减轻处罚清单》共计30项,其中不予处罚21项,减轻处罚9项。", [21, 9]),
        ("涉及不予处罚的事项清单24项,涉及从轻处罚的事项清单6项。", [24, 6]),
        ("公布不予处罚、减轻处罚清单,分别列明事项12项、9项、4项。", [None, None]),
        ("推行不予处罚、减轻处罚“双清单”,涉及7个领域共20项。", [None, None]),
    ],
)
def test_the_numbers_of_lists_named_together_are_given_to_each(text: str, expected: list[int | None]) -> None:
    found = programs_of(text)
    assert [p.item_count for p in found] == expected
    assert all(p.is_list for p in found)


def test_a_number_told_respectively_is_not_that_of_one_list() -> None:
    found = programs_of("建立首违不罚清单、裁量清单,条目分别为31项、17项。")
    assert [p.item_count for p in found if p.is_list] == [None]


def test_a_bundle_is_none_beside_its_lists_unless_it_has_a_number_of_its_own() -> None:
    members = "其中不予处罚事项8项、减轻处罚事项2项。"
    alone, counted = programs_of("推行“三张清单”," + members), programs_of("推行“三张清单”共10项," + members)
    assert [p.item_count for p in alone] == [8, 2]
    assert [p.item_count for p in counted] == [10, 8, 2]
    assert names(programs_of("公布“三张清单”,明确适用边界。")) == ["三张清单"]


@pytest.mark.parametrize(
    "text",
    [
        "省司法厅公布了不予处罚事项清单210项。",
        "市场监管总局发布首违不罚、轻微免罚两张清单。",
        "市司法局统一编制《轻微违法行为不予处罚和减轻处罚清单》。",
    ],
)
def test_a_list_that_a_body_above_issued_is_none_of_the_report_s(text: str) -> None:
    report = head(publisher=PUBLISHER, level="county")
    assert programs_of(text, report) == []


def test_a_list_that_a_body_above_issued_may_be_carried_out() -> None:
    report = head(publisher=PUBLISHER, level="county")
    assert names(programs_of("落实省司法厅公布的不予处罚事项清单。", report)) == ["不予处罚事项清单"]


@pytest.mark.parametrize(
    "text",
    [
        "计划出台首违不罚清单。",
        "将适时推出第二版首违不罚清单。",
        "适时出台首违不罚清单。",
        "拟发布首违不罚清单。",
    ],
)
def test_a_list_that_is_only_intended_is_planned(text: str) -> None:
    assert [p.planned for p in programs_of(text)] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("将26项轻微违法行为纳入“首违不罚”范围。", [("首违不罚", 26)]),
        ("首违不罚清单已更新至3.0版,事项增至86项。", [("首违不罚清单", 86)]),
        ("首违不罚事项由去年的9项增加到46项。", [("首违不罚事项", 46)]),
        (
            "出台物业领域免罚清单1.0版、免罚轻罚清单2.0版。",
            [("物业领域免罚清单", None), ("免罚轻罚清单", None)],
        ),
        (
            "制定柔性执法“两张清单”即不予处罚事项清单和减轻处罚事项清单。",
            [("不予处罚事项清单", None), ("减轻处罚事项清单", None)],
        ),
    ],
)
def test_a_list_is_told_from_what_stands_around_it(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(p.name, p.item_count) for p in programs_of(text) if p.is_list] == expected
