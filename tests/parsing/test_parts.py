"""The four statutory parts: by headings in any order, by shared headings, by passages; none in a plan."""

from __future__ import annotations

import pytest

from kg.parsing.heading_parts import of_heading
from kg.parsing.wording import build
from kg.vocabulary import load
from tests.parsing.pages import headings, read

WORDING = build(load())
ACHIEVEMENTS, SHORTCOMINGS, DUTY, PLAN = "achievements", "shortcomings", "leader-duty", "next-plan"


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("2023年推进法治政府建设的主要举措和成效", (ACHIEVEMENTS,)),
        ("2023年工作总结", (ACHIEVEMENTS,)),
        ("法治政府建设工作开展情况", (ACHIEVEMENTS,)),
        ("存在的不足和原因", (SHORTCOMINGS,)),
        ("2023年度法治政府建设工作中存在的主要问题", (SHORTCOMINGS,)),
        ("存在的困难与短板", (SHORTCOMINGS,)),
        ("工作中仍有差距和弱项", (SHORTCOMINGS,)),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", (DUTY,)),
        ("主要负责同志履职情况", (DUTY,)),
        ("领导干部述法情况", (DUTY,)),
        ("下一步工作打算", (PLAN,)),
        ("2024年推进法治政府建设的主要安排", (PLAN,)),
        ("2024年重点任务", (PLAN,)),
        ("今后努力方向", (PLAN,)),
        ("工作思路", (PLAN,)),
        ("存在的问题及下一步工作安排", (SHORTCOMINGS, PLAN)),
        ("2023年工作成效及存在的不足", (ACHIEVEMENTS, SHORTCOMINGS)),
        ("党政主要负责人履职情况和2024年工作打算", (DUTY, PLAN)),
        ("法治政府建设工作中发现的主要问题", (SHORTCOMINGS,)),
        ("聚焦薄弱环节,加强队伍建设", ()),
        ("解决企业存在的困难", ()),
        ("坚持问题导向,补齐短板", ()),
        ("抓好督察反馈问题整改落实", ()),
        ("推进行政机关负责人出庭应诉", ()),
        ("围绕工作目标,提升服务水平", ()),
        ("全面落实工作计划,加强队伍建设", ()),
        ("2023年突出重点抓落实", ()),
        ("不足", (SHORTCOMINGS,)),
        ("2023年工作中的短板及原因分析", (SHORTCOMINGS,)),
        ("差距", (SHORTCOMINGS,)),
        ("问题和打算", (SHORTCOMINGS, PLAN)),
        ("短板以及努力方向", (SHORTCOMINGS, PLAN)),
        ("工作短板与建议", (SHORTCOMINGS,)),
        ("推动问题和需求清单落地", ()),
        ("问题分析", (SHORTCOMINGS,)),
        ("工作中有待改进的方面", (SHORTCOMINGS,)),
        ("面临的风险与挑战", (SHORTCOMINGS,)),
        ("针对有待改进的环节加强培训", ()),
        ("不足及改进方向", (SHORTCOMINGS, PLAN)),
        ("街道党政负责人履职情况", (DUTY,)),
        ("主要领导带头履行法治政府建设第一责任", (DUTY,)),
        ("压实安全生产第一责任", ()),
        ("特色做法", (ACHIEVEMENTS,)),
    ],
)
def test_what_headings_name(heading: str, parts: tuple[str, ...]) -> None:
    assert of_heading(heading, 2023, WORDING) == parts


def report(*sections: str, title: str = "云岭县司法局2023年度法治政府建设情况报告") -> str:
    numbers = "一二三四五六七"
    numbered = [f"{number}、{section}" for number, section in zip(numbers, sections, strict=False)]
    return "\n".join([title, "2023年，县司法局依法履职。", *numbered])


def test_all_parts_whatever_their_order() -> None:
    page = read(
        report(
            "主要负责人履行第一责任人职责情况\n局长部署工作4次。",
            "主要举措和成效\n审查文件30件。",
            "存在的不足\n人员偏少。",
            "2024年工作打算\n培训200人。",
        )
    )
    assert [part for _, _, part in headings(page)] == [DUTY, ACHIEVEMENTS, SHORTCOMINGS, PLAN]
    assert page.parts == (ACHIEVEMENTS, SHORTCOMINGS, DUTY, PLAN)


def test_sections_that_name_no_part_tell_of_results_until_problems_or_plans_come() -> None:
    page = read(
        report(
            "强化统筹\n开会4次。", "规范执法\n检查5次。", "存在问题\n人员偏少。", "其他需要报告的事项\n没有。"
        )
    )
    assert [part for _, _, part in headings(page)] == [ACHIEVEMENTS, ACHIEVEMENTS, SHORTCOMINGS, None]
    assert page.parts == (ACHIEVEMENTS, SHORTCOMINGS)


def test_the_duty_may_be_a_section_within_the_results() -> None:
    page = read(
        report(
            "主要成效\n（一）依法决策。审查文件30件。\n（二）落实第一责任人职责。局长部署4次。\n（三）普法。宣传3场。"
        )
    )
    assert [part for _, _, part in headings(page)] == [ACHIEVEMENTS, ACHIEVEMENTS, DUTY, ACHIEVEMENTS]
    assert page.parts == (ACHIEVEMENTS, DUTY)


def test_sections_within_a_part_belong_to_it() -> None:
    page = read(
        report("2024年工作安排\n（一）补齐存在问题短板。培训2次。\n（二）压实第一责任人职责。述法1次。")
    )
    assert {part for _, _, part in headings(page)} == {PLAN}
    assert page.parts == (PLAN,)


def test_a_shared_heading_turns_where_the_text_does() -> None:
    page = read(
        report(
            "主要成效\n审查文件30件。",
            "存在问题和下一步打算\n工作仍有不足，人员偏少。下一步，我局将培训200人。",
        )
    )
    assert headings(page)[1:] == [(1, "存在问题和下一步打算", SHORTCOMINGS), (1, "", PLAN)]
    turned = page.sections[2]
    assert page.plain[turned.start : turned.end] == "下一步,我局将培训200人。"
    assert page.sections[1].end == turned.start


def test_a_shared_heading_with_headings_below_it() -> None:
    page = read(
        report(
            "主要成效\n审查30件。",
            "存在问题和下一步打算\n（一）存在问题。人员偏少。\n（二）下一步打算。培训200人。",
        )
    )
    assert headings(page)[1:] == [
        (1, "存在问题和下一步打算", SHORTCOMINGS),
        (2, "存在问题", SHORTCOMINGS),
        (2, "下一步打算", PLAN),
    ]


def test_a_shared_heading_without_a_turn_still_names_both() -> None:
    page = read(report("主要成效\n审查30件。", "存在问题和工作打算\n人员偏少，培训200人。"))
    assert page.parts == (ACHIEVEMENTS, SHORTCOMINGS, PLAN)


@pytest.mark.parametrize(
    "opening", ["下一步，我局将", "2024年，县司法局将", "明年，我们要", "今后，我局将继续"]
)
def test_a_closing_outlook_without_a_heading(opening: str) -> None:
    page = read(report("普法\n宣传30场，" + "效果良好。" * 10, f"调解\n调解500起。\n{opening}培训200人。"))
    assert page.parts == (ACHIEVEMENTS, PLAN)
    last = page.sections[-1]
    assert (last.heading, last.part) == ("", PLAN)
    assert page.plain[last.start :].startswith(opening.replace("，", ","))


def test_problems_without_a_heading() -> None:
    page = read(
        report(
            "普法\n宣传30场，" + "效果良好。" * 10,
            "调解\n调解500起。\n虽然取得成绩，但仍存在一些问题，主要是人员偏少。",
        )
    )
    assert page.parts == (ACHIEVEMENTS, SHORTCOMINGS)
    assert page.sections[-1].part == SHORTCOMINGS


@pytest.mark.parametrize(
    "sentence",
    [
        "针对存在的问题，全部整改到位。",
        "执法检查中发现存在的问题30个。",
        "帮助企业解决存在的困难12件。",
        "督促整改存在的不足5处。",
        "对述职存在的问题落实整改措施12条。",
    ],
)
def test_problems_of_others_are_no_shortcomings(sentence: str) -> None:
    page = read(report("普法\n宣传30场，" + "效果良好。" * 10, f"监督\n{sentence}"))
    assert SHORTCOMINGS not in page.parts


@pytest.mark.parametrize(
    "paragraph",
    [
        "党政主要负责人落实法治建设第一责任人职责，亲自部署工作4次。",
        "局长履行推进法治建设第一责任人职责。全年开会4次。",
        "2.强化法治建设履职效能。" + "审查文件并提出意见。" * 10 + "第一责任人述法2次，抓住关键少数。",
    ],
)
def test_a_paragraph_on_the_heads_duty_counts_as_the_part(paragraph: str) -> None:
    assert read(report(f"普法\n{paragraph}")).parts == (ACHIEVEMENTS, DUTY)


@pytest.mark.parametrize(
    "paragraph",
    [
        "印发《党政主要负责人履行推进法治建设第一责任人职责规定》的实施办法。",
        "党政主要负责人重视普法。",
        "压实党风廉政第一责任人职责，亲自谈话4次。",
        "全年开展法治培训。" + "审查文件并提出意见。" * 10 + "压实第一责任人职责。",
        "一是高位推动。主要负责人切实履行法治建设第一责任人职责，亲自部署工作4次。",
        "2.完善述法机制。述法全覆盖，压实法治建设第一责任人职责。",
    ],
)
def test_a_title_or_a_mere_mention_is_not_the_part(paragraph: str) -> None:
    assert DUTY not in read(report(f"普法\n{paragraph}")).parts


def test_a_duty_that_is_only_planned_is_not_the_part() -> None:
    page = read(report("普法\n宣传30场。", "下一步打算\n压实第一责任人职责，组织述法。"))
    assert page.parts == (ACHIEVEMENTS, PLAN)


@pytest.mark.parametrize(
    "title",
    ["2023年云岭县司法行政工作要点", "云岭县司法局2023年工作计划", "云岭县2023年度法治政府建设工作安排"],
)
def test_a_plan_has_no_parts(title: str) -> None:
    page = read(report("加强普法\n宣传30场。", "下一步打算\n培训200人。", title=title))
    assert page.parts == ()
    assert {part for _, _, part in headings(page)} == {None}


@pytest.mark.parametrize(
    "title",
    ["云岭县司法局2023年工作总结及2024年工作计划", "关于2023年法治政府建设情况和2024年工作安排的报告"],
)
def test_a_summary_with_a_plan_is_no_plan(title: str) -> None:
    assert read(report("加强普法\n宣传30场。", title=title)).parts == (ACHIEVEMENTS,)


def test_a_plan_without_a_title_is_known_by_its_opening() -> None:
    assert read("2023年全县司法行政工作总体要求是：依法履职。\n一、加强普法\n宣传30场。").parts == ()


def test_a_report_without_headings_tells_of_results() -> None:
    assert read("2023年，县司法局依法履职，审查文件30件。").parts == (ACHIEVEMENTS,)


@pytest.mark.parametrize("name", ["part-shortcomings", "part-leader-duty", "part-next-plan"])
def test_every_wording_of_a_part_names_it(name: str) -> None:
    part = name.removeprefix("part-")
    for term in load().words[name]:
        assert part in of_heading(f"2023年{term}情况", None, WORDING), term
