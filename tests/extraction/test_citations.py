"""Citations: which titles name documents, where they end, what was done with them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.citations import find_citations
from kg.model import Body, Citation, Head, Period
from kg.parsing.structure import Section
from tests.extraction.reading import context_of, head, resolvers_of


def citations_of(text: str, report: Head | None = None, sections: tuple[Section, ...] = ()) -> list[Citation]:
    context = context_of(text, report, sections)
    return find_citations(context, resolvers_of(context))


def relations_of(text: str) -> list[tuple[str, str]]:
    return [(citation.title, citation.relation) for citation in citations_of(text)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("制定《甲办法》。", "issued"),
        ("区政府办公室印发了《甲办法》,压实责任。", "issued"),
        ("面向社会公开《甲清单》。", "issued"),
        ("《甲办法》印发实施。", "issued"),
        ("推动《甲办法》出台。", "issued"),
        ("修订《甲办法》。", "revised"),
        ("进一步修改完善《甲办法》。", "revised"),
        ("对《甲办法》进行修订。", "revised"),
        ("会议审议通过了《甲办法》。", "approved"),
        ("《甲办法》经常务会议审议通过。", "approved"),
        ("全面落实《甲办法》。", "implemented"),
        ("根据《甲办法》有关规定,受理申请3件。", "implemented"),
        ("紧扣《甲纲要》目标任务。", "implemented"),
        ("以《甲纲要》为指导,推进工作。", "implemented"),
        ("制定并落实《甲办法》。", "issued"),
        ("制定并指导各街道落实区里印发的《甲意见》。", "issued"),
        ("贯彻落实省政府印发的《甲意见》。", "implemented"),
        ("制定《甲办法》实施细则。", "issued"),
        ("广泛宣传《甲法》。", "studied"),
        ("将《甲法》等纳入领导干部学法计划。", "studied"),
        ("发出《甲建议书》6份。", "issued"),
        ("新制定《甲办法》。", "issued"),
        ("为《甲条例》提出修改意见15条。", "cited"),
        ("根据国务院印发《甲规定》等文件要求,开展自查。", "implemented"),
        ("中共中央、国务院印发《甲纲要》后,及时研究。", "cited"),
        ("省政府办公厅出台《甲意见》,明确了任务。", "cited"),
        ("学习宣传贯彻《甲法》。", "studied"),
        ("开展新修订的《甲法》培训。", "studied"),
        ("围绕新修订的《甲法》开展宣讲。", "studied"),
        ("围绕《甲法》开展宣传活动。", "studied"),
        ("举办《甲法》专题讲座2场。", "studied"),
        ("向区委常委会汇报《甲任务书》。", "cited"),
        ("签订《甲协议》12份。", "cited"),
        ("推动出台《甲办法》。", "issued"),
        ("推进落实《甲办法》。", "implemented"),
        ("完成《甲报告》撰写工作。", "issued"),
        ("围绕《甲法》,举办培训班2期。", "studied"),
        ("围绕新修订《甲法》,开展普法宣传。", "studied"),
        ("围绕《甲法》,规范程序。", "implemented"),
        ("推进《甲规划》,开展宣传。", "implemented"),
        ("省政府印发《甲意见》后,我局迅速传达学习。", "studied"),
        ("省政府印发《甲意见》,我局举办培训班。", "cited"),
        ("江苏省司法厅下发《甲决定》,我局排名第三。", "cited"),
        ("常州市司法局印发《甲通知》。", "cited"),
        ("常州市天宁区司法局印发《甲通知》。", "issued"),
        ("制定常州市《甲任务分解》。", "issued"),
        ("指导区水务局起草《甲办法》。", "cited"),
        ("区水务局起草《甲办法》。", "issued"),
        ("对《甲条例(草案)》提出意见建议。", "cited"),
        ("对《甲办法》开展合法性审查。", "cited"),
        ("废止《甲办法》。", "cited"),
    ],
)
def test_the_governing_words_settle_the_relation(text: str, relation: str) -> None:
    assert [found for _, found in relations_of(text)] == [relation]


def test_a_city_of_county_level_issues_for_itself() -> None:
    city = head(area="350582", publisher=Body("350582", "晋江市司法局", "judicial-bureau"))
    (citation,) = citations_of("晋江市司法局印发《甲通知》。", city)
    assert citation.relation == "issued"


def test_a_purpose_and_its_means_differ() -> None:
    assert relations_of("为贯彻落实《甲条例》,制定《乙方案》。") == [
        ("甲条例", "implemented"),
        ("乙方案", "issued"),
    ]
    assert relations_of("根据《甲条例》制定《乙方案》。") == [("甲条例", "implemented"), ("乙方案", "issued")]
    assert relations_of("围绕《甲条例》制定《乙方案》。") == [("甲条例", "implemented"), ("乙方案", "issued")]


@pytest.mark.parametrize(
    "text",
    [
        "印发《甲方案》《乙通知》《丙清单》。",
        "印发《甲方案》、《乙通知》和新《丙清单》等文件。",
        "印发《甲方案》(某府办〔2023〕5号)、《乙通知》以及《丙清单》。",
        "印发3个文件:《甲方案》《乙通知》《丙清单》。",
        "先后印发《甲方案》,《乙通知》,《丙清单》。",
        "下发《甲方案》5份,《乙通知》3份、《丙清单》1份。",
    ],
)
def test_a_list_shares_one_verb(text: str) -> None:
    assert relations_of(text) == [("甲方案", "issued"), ("乙通知", "issued"), ("丙清单", "issued")]


def test_a_short_form_has_the_relation_of_the_title() -> None:
    assert relations_of("认真贯彻《甲实施纲要》(以下简称《纲要》),提高水平。") == [
        ("甲实施纲要", "implemented"),
        ("纲要", "implemented"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "创办《法润某地》普法专栏。",
        "开设《某概论》课程。",
        "推出《以案说法》栏目12期。",
        "在《某地日报》刊发报道3篇。",
        "拍摄微电影《守望》。",
        "被《法治时报》报道。",
        "跟踪指导《某中学改扩建项目》等3项决策。",
        "《甲诉乙行政处罚一案》顺利审结。",
        "编排情景剧《婆媳之间》。",
    ],
)
def test_columns_courses_papers_films_and_projects_are_no_documents(text: str) -> None:
    assert relations_of(text) == []


def test_of_nested_titles_the_outer_one_counts() -> None:
    text = "落实《关于印发〈甲办法〉的通知》和《关于实施《乙条例》的意见》。"
    assert relations_of(text) == [
        ("关于印发〈甲办法〉的通知", "implemented"),
        ("关于实施〈乙条例〉的意见", "implemented"),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("制定《甲建设规划(2021-2025年)以及分工方案,并抓好落实。", ["甲建设规划(2021-2025年)"]),
        ("印发《关于做好普法工作的通知,压实责任。落实《乙条例》。", ["关于做好普法工作的通知", "乙条例"]),
        ("落实《甲条例,制定《乙方案》。", ["甲条例", "乙方案"]),
        ("印发《关于印发《甲方案》的通知,压实责任。", ["关于印发〈甲方案〉的通知"]),
        ("打造《最美小巷品牌,深受好评。", []),
        ("甲条例》正式施行。", []),
        ("落实《》。", []),
    ],
)
def test_a_lost_mark_does_not_run_away(text: str, titles: list[str]) -> None:
    assert [title for title, _ in relations_of(text)] == titles


def test_a_title_stays_within_its_paragraph() -> None:
    assert relations_of("落实《甲\n乙办法》。") == []


def test_ascii_marks_are_titles_too() -> None:
    assert relations_of("印发<<甲方案>>,落实《<乙规定>实施办法》。") == [
        ("甲方案", "issued"),
        ("〈乙规定〉实施办法", "implemented"),
    ]


def test_the_evidence_is_the_title_as_written() -> None:
    text = "印發《關於進一步規範行政應訴工作的通知》。"
    (citation,) = citations_of(text)
    assert text[citation.evidence.start : citation.evidence.end] == citation.evidence.quote
    assert citation.evidence.quote == "關於進一步規範行政應訴工作的通知"
    assert citation.title == "关于进一步规范行政应诉工作的通知"


def test_what_a_city_of_county_level_issues_is_its_own() -> None:
    text = "市委办公室印发《甲意见》。"
    own = head(publisher=Body("350582", "晋江市人民政府", "people-government"))
    other = head(publisher=Body("350504", "泉州市洛江区人民政府", "people-government"))
    assert [citation.relation for citation in citations_of(text, own)] == ["issued"]
    assert [citation.relation for citation in citations_of(text, other)] == ["cited"]


@pytest.mark.parametrize(
    "text",
    [
        "新华社《甲望》《乙新闻周刊》作了介绍。",
        "经验做法被《甲》《乙》《丙》等媒体报道。",
        "制作普法短视频《小甲说法》。",
    ],
)
def test_newspapers_and_films_are_no_documents(text: str) -> None:
    assert citations_of(text) == []


def test_a_plan_plans_its_citations() -> None:
    (planned,) = citations_of("落实《甲办法》。", head(type="work-plan"))
    assert planned.planned
    text = "下一年安排。制定《甲方案》。"
    (promised,) = citations_of(text, sections=(Section(1, "下一年安排", 0, 6, len(text), "next-plan"),))
    assert promised.planned
    assert promised.part == "next-plan"
    assert promised.period == Period.of_year(2024)
    (done,) = citations_of("制定《甲方案》。")
    assert not done.planned
    assert done.period == Period.of_year(2023)


@given(st.text(alphabet="《》〈〉甲法制定落实、,。\n(办", max_size=60))
def test_titles_never_overlap_and_lie_in_one_line(text: str) -> None:
    found = citations_of(text)
    assert found == sorted(found, key=lambda citation: citation.evidence.key)
    for citation, following in itertools.pairwise(found):
        assert citation.evidence.end <= following.evidence.start
    for citation in found:
        assert citation.evidence.quote == text[citation.evidence.start : citation.evidence.end]
        assert "\n" not in citation.evidence.quote
