"""Which programs a text names, how far their names reach, of what kind they are, done or planned."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import areas, pipeline, vocabulary
from kg.model import Given
from kg.parsing.structure import Section
from tests.extraction.program_reading import PUBLISHER, in_part, names, programs_of, types
from tests.extraction.reading import head

SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "打造“老张说和”工作室,化解邻里纠纷。",
            [("“老张说和”工作室", "老张说和工作室", "brand-mediation-studio")],
        ),
        ("深入开展“春雨润企”专项行动。", [("“春雨润企”专项行动", "春雨润企专项行动", None)]),
        ("建立“庭所共建”机制。", [("“庭所共建”机制", "庭所共建机制", "police-judicial-linkage")]),
        ("扎实推进“暖心回家”项目。", [("暖心回家", "暖心回家", None)]),
        ("推行“一网通办”,方便群众。", [("一网通办", "一网通办", "one-stop-service")]),
        (
            "全面推行行政执法“三项制度”走深走实。",
            [("行政执法“三项制度”", "行政执法三项制度", "three-systems")],
        ),
        ("组建“红石榴”志愿团。", [("“红石榴”志愿团", "红石榴志愿团", None)]),
        (
            "打造“枫桥式”人民调解委员会。",
            [("“枫桥式”人民调解委员会", "枫桥式人民调解委员会", "fengqiao-experience")],
        ),
    ],
)
def test_a_quoted_name_reaches_to_its_last_word(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = programs_of(text)
    assert [(p.evidence.quote, p.name, p.types[0] if p.types else None) for p in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("探索执法风险提示函制度。", ["执法风险提示函制度"]),
        ("在河东街道设立商户法治驿站。", ["商户法治驿站"]),
        ("打造全县首个家风家训主题公园。", ["家风家训主题公园"]),
        ("健全完善覆盖城乡、便捷高效的物业纠纷联合化解机制。", ["物业纠纷联合化解机制"]),
        ("开展优化水域执法专项行动。", ["优化水域执法专项行动"]),
        ("建成3个渔港公共法律服务室。", ["渔港公共法律服务室"]),
        ("建成公共法律服务中心12个。", ["公共法律服务中心"]),
        ("推进企业行政合规指导和行政裁量权基准制度落实。", ["企业行政合规指导", "行政裁量权基准制度"]),
        (
            "推动落实普遍学法制、执法资格准入制和谁执法谁普法责任制。",
            ["普遍学法制", "执法资格准入制", "谁执法谁普法责任制"],
        ),
        ("组织开展依法行政水平持续提升年活动。", ["依法行政水平持续提升年活动"]),
        ("出台年度工作要点及第一责任人职责清单。", ["第一责任人职责清单"]),
        ("严格落实会前学法制度,组建普法宣讲队。", ["会前学法制度", "普法宣讲队"]),
        (
            "推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度。",
            ["行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度"],
        ),
        ("升级改造镇公共法律服务工作站。", ["镇公共法律服务工作站"]),
        ("推进常务会议学法、部门法治专题培训等工作常态化。", ["常务会议学法", "部门法治专题培训"]),
        ("完善法律援助值班律师工作制度。", ["法律援助值班律师工作制度"]),
        ("通过专题学习、水乡司法大讲堂等形式,提升能力。", ["水乡司法大讲堂"]),
        ("梳理公布放权赋能清单52项。", ["放权赋能清单"]),
        ("编制上河法治建设白皮书。", ["上河法治建设白皮书"]),
        ("推动各项工作全面融入党建统领“三能”体系。", ["党建统领三能体系"]),
        ("开展人民调解宣传月活动、调解能手评比活动。", ["人民调解宣传月活动", "调解能手评比活动"]),
        ("构建“县级统筹、部门协同”的三级执法协同体系。", ["县级统筹、部门协同的三级执法协同体系"]),
        ("组建“向日葵”普法志愿者中队。", ["向日葵普法志愿者中队"]),
        ("推动机关干部学习贯彻习近平法治思想。", ["学习贯彻习近平法治思想"]),
        ("开展以案说纪、以案明纪活动。", ["以案说纪、以案明纪活动"]),
        ("建立年轻干部轮岗锻炼制度和导师帮带制度。", ["年轻干部轮岗锻炼制度和导师帮带制度"]),
        ("创建行政执法监督与检察监督衔接机制。", ["行政执法监督与检察监督衔接机制"]),
    ],
)
def test_a_name_without_marks_is_what_the_verb_governs(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”,做到“两个维护”。",
        "紧紧抓住领导干部这个“关键少数”。",
        "打通服务群众“最后一公里”。",
        "我县获评“全国法治政府建设示范县”。",
        "张某荣获“全国模范人民调解员”称号。",
        "落实“复议为民”理念。",
        "打造普法“水乡样本”。",
        "制定年度重点任务清单。",
        "将依法行政、优化营商环境纳入督查内容。",
        "开展执法人员轮训4期。",
        "加大对行政执法活动监管力度。",
        "推动“非禁即入”普遍落实。",
        "完善依法行政制度体系。",
        "抓住青少年“关键时期”。",
        "紧抓“四个关键”。",
        "压实“率先突破”政治责任。",
        "明确“无事不扰、精准监管”基本原则。",
        "形成“三位一体”工作格局。",
        "完善体制机制。",
        "制定工作机制、完善工作流程。",
        "全年办理案件120件,同比增长5%。",
        "",
        "。。。,,,\n\n",
    ],
)
def test_slogans_honours_counts_and_generalities_are_no_programs(text: str) -> None:
    assert programs_of(text) == []


def test_nothing_that_the_report_admits_as_a_problem_is_a_program() -> None:
    text = "建立“庭所共建”机制还不到位。"
    assert in_part(text, "shortcomings") == []
    assert names(in_part(text, "achievements")) == ["庭所共建机制"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进“点亮夜校”“送法上船”等民生工程。", ["点亮夜校", "送法上船"]),
        ("采取“局所共创”“科所共建”模式。", ["局所共创", "科所共建"]),
        ("推进“法律明白人”“法治带头人”培养工程。", ["法律明白人、法治带头人培养工程"]),
        ("落实“谁执法谁普法”“谁服务谁普法”和“谁主管谁普法”责任制。",
         ["谁执法谁普法、谁服务谁普法和谁主管谁普法责任制"]),
        ("通过“综合查一次”和“扫码入企”减少打扰。", ["综合查一次", "扫码入企"]),
        ("开展社区矫正“岗位练兵”“案卷互评”。", ["社区矫正岗位练兵", "社区矫正案卷互评"]),
        ("河东镇“有事来聊”工作室、河西镇“清风茶馆”、城关镇“老友”议事厅深受欢迎。",
         ["有事来聊工作室", "清风茶馆", "老友议事厅"]),
    ],
)  # fmt: skip
def test_quoted_names_in_a_row_are_one_or_several(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


def test_what_stands_before_a_kind_in_quotation_marks_may_list_its_parts() -> None:
    assert names(programs_of("落实执法公示、执法全过程记录、重大执法决定法制审核“三项制度”。")) == [
        "三项制度"
    ]
    assert names(programs_of("压实行政执法“三项制度”主体责任。")) == ["行政执法三项制度"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打造“老吴工作室”,化解纠纷。", "brand-mediation-studio"),
        ("打造“清水”普法工作室。", "legal-publicity"),
        ("开设“春芽”学生课堂。", "youth-rule-of-law"),
        ("“暖归”帮教项目全年开课12次。", "released-person-assistance"),
    ],
)
def test_a_stem_tells_the_kind_of_a_name_of_its_own(text: str, expected: str) -> None:
    assert types(programs_of(text)) == [expected]


def test_a_part_of_a_kind_in_a_title_is_none_beside_the_kind() -> None:
    text = "制定《重大执法决定法制审核目录》。"
    assert types(programs_of(text)) == ["enforcement-legal-review"]
    assert types(programs_of(text + "落实行政执法“三项制度”。")) == ["three-systems"]


def test_a_modifier_tells_the_kind_of_the_names_that_share_it() -> None:
    assert types(programs_of("开展社区矫正“岗位练兵”“案卷互评”。")) == ["community-correction"] * 2


def test_a_brand_takes_its_kind_from_what_is_said_beside_it() -> None:
    assert types(programs_of("实施“归航”项目,帮助社区矫正对象重返社会。")) == ["community-correction"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推行柔性执法。", "flexible-enforcement"),
        ("深化行政复议体制改革。", "reconsideration-reform"),
        ("全面推行证明事项告知承诺制。", "notification-commitment"),
        ("成立区行政争议调解中心。", "administrative-dispute-resolution"),
        ("开展国家工作人员学法考法。", "law-exam-programme"),
        ("落实“谁执法谁普法”普法责任制。", "who-enforces-publicises"),
        ("成立“八五”普法讲师团。", "legal-publicity"),
        ("推进法治建设第一责任人述法报告工作。", "leader-reporting"),
        ("开展行政执法案卷评查。", "case-file-review"),
    ],
)
def test_the_longest_last_and_narrowest_wording_gives_the_kind(text: str, expected: str) -> None:
    assert types(programs_of(text)) == [expected]


def test_short_wordings_need_their_context_and_excludes_veto() -> None:
    with_context = "推进述法,压实党政主要负责人法治责任。"
    assert types(programs_of(with_context)) == ["leader-reporting"]
    assert programs_of("推进述法。") == []
    assert "one-stop-service" not in types(programs_of("推行法律援助申请市域通办。"))


def test_a_kind_is_one_entry_and_gives_way_to_a_name_of_its_own() -> None:
    text = "推进社区矫正工作。推行柔性执法。加强社区矫正。实施社区矫正暖心帮扶工程。推行柔性执法。"
    assert names(programs_of(text)) == ["柔性执法", "社区矫正暖心帮扶工程"]


def test_a_name_is_one_entry_at_its_most_informative_mention() -> None:
    text = "1.创新“归航”模式\n实施“归航”项目,帮助归正人员就业。下一步,推广“归航”模式。"
    heading = Section(3, "创新“归航”模式", 0, 10, len(text), "achievements")
    found = programs_of(text, sections=(heading,))
    assert names(found) == ["归航"]
    assert found[0].evidence.start == text.index("归航", 10)


def test_the_label_of_a_kind_means_the_program_named_after_it() -> None:
    assert names(programs_of("推行“首违不罚”。公布“首违不罚”清单。")) == ["首违不罚清单"]


@pytest.mark.parametrize(
    ("text", "name", "edition"),
    [
        ("举办第三届“法润童心”辩论大赛。", "法润童心辩论大赛", "第三届"),
        ("参与第三批全国法治政府建设示范创建活动。", "全国法治政府建设示范创建活动", "第三批"),
        ("公布轻微违法免罚清单(第二版)。", "轻微违法免罚清单", "第二版"),
        ("更新“首违不罚”2.0清单。", "首违不罚清单", "2.0"),
    ],
)
def test_the_edition_is_no_part_of_the_name(text: str, name: str, edition: str | None) -> None:
    (found,) = programs_of(text)
    assert (found.name, found.edition) == (name, edition)


def test_a_kind_s_longer_name_and_its_shorter_one_are_one() -> None:
    assert names(programs_of("实施“八五”普法规划。抓实“八五”普法工作。")) == ["八五普法规划"]


def test_an_issued_document_may_name_a_program_in_quotation_marks() -> None:
    text = "印发《河东县深化矛盾纠纷“一窗受理”改革实施方案》。"
    assert names(programs_of(text)) == ["一窗受理改革"]
    assert programs_of(text.replace("印发", "学习")) == []


def test_a_work_is_named_by_its_title_and_what_carries_it() -> None:
    (found,) = programs_of("创办《法在身边》普法专栏。")
    assert (found.name, found.types) == ("法在身边普法专栏", ("legal-publicity",))


def test_a_document_that_is_issued_stands_for_its_kind_only_where_nothing_else_does() -> None:
    issued = "印发《2023年行政执法协调监督工作要点》。"
    assert types(programs_of(issued)) == ["enforcement-supervision"]
    assert names(programs_of(issued + "建立行政执法监督联系点制度。")) == ["行政执法监督联系点制度"]
    assert programs_of("认真学习《行政执法监督条例》。") == []


def test_duties_that_a_document_lays_down_are_run_by_carrying_it_out() -> None:
    text = "严格落实《主要负责人履行推进法治建设第一责任人职责规定》。"
    found = programs_of(text)
    assert types(found) == ["leader-responsibility"]
    assert programs_of(text.replace("严格落实", "学习")) == []


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("建立“庭所共建”机制。", True),
        ("持续推进“庭所共建”机制。", False),
        ("巩固拓展“庭所共建”机制成果。", False),
        ("继续深化“庭所共建”机制。", False),
    ],
)
def test_in_a_plan_only_what_goes_on_runs_already(text: str, planned: bool) -> None:
    assert [p.planned for p in programs_of(text, head(type="work-plan", publisher=PUBLISHER))] == [planned]
    assert [p.planned for p in in_part(text, "next-plan")] == [planned]
    assert [p.planned for p in in_part(text, "achievements")] == [False]


def test_an_entry_tells_who_runs_it_when_where_and_in_which_part() -> None:
    (found,) = in_part("区司法局建立“庭所共建”机制。", "achievements")
    assert found.run_by is not None
    assert found.run_by.name == "常州市天宁区司法局"
    assert found.where.area == "320402"
    assert found.period is not None
    assert found.period.notation == "2023"
    assert found.part == "achievements"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("区法律援助中心建立“庭所共建”机制。", "常州市天宁区法律援助中心"),
        ("一是区司法局推行柔性执法。", "常州市天宁区司法局"),
        ("协助区公安局建立“庭所共建”机制。", None),
        ("建立“庭所共建”机制。", None),
    ],
)
def test_only_the_clause_s_subject_runs_a_program(text: str, runs: str | None) -> None:
    (found,) = programs_of(text)
    assert (found.run_by.name if found.run_by else None) == runs


def test_words_of_plans_hold_for_what_follows_them() -> None:
    assert [p.planned for p in in_part("推行柔性执法,确保执法公正。", "achievements")] == [False]
    assert [p.planned for p in in_part("力争建成“和风”驿站。", "achievements")] == [True]


def test_a_heading_that_only_names_its_topic_is_no_program() -> None:
    text = "(一)健全突发事件应对体系。健全老旧街区防灾自救体系。"
    heading = Section(2, "健全突发事件应对体系", 0, 14, len(text), "achievements")
    assert names(programs_of(text, sections=(heading,))) == ["老旧街区防灾自救体系"]


def test_quoted_words_in_a_heading_of_praise_are_no_program() -> None:
    text = "“高标准”锻造“排头兵”"
    heading = Section(1, text, 0, len(text), len(text) + 1, None)
    assert names(programs_of(text + "。", sections=(heading,))) == []


def test_a_kind_of_its_own_is_run_as_often_as_is_counted() -> None:
    assert names(programs_of("专题开展党纪学习教育4次。")) == ["党纪学习教育"]


def test_coverage_says_that_a_kind_is_run() -> None:
    assert types(programs_of("实现一村(社区)一法律顾问全覆盖。")) == ["village-legal-adviser-programme"]
    assert programs_of("提供法律援助。") == []


def test_what_was_done_is_told_with_a_mark_of_completion() -> None:
    assert names(programs_of("组织开展了“春雨润企”专项行动。")) == ["春雨润企专项行动"]
    assert names(programs_of("举办了学习贯彻习近平法治思想专题研讨班。")) == [
        "学习贯彻习近平法治思想专题研讨班"
    ]


PIECES = st.sampled_from(
    ["推进", "建立", "“首违不罚”", "清单", "(第二版)", "共26项", "、", "和", ",", "。", "\n", "《", "》", "“", "”", "(", ")",
     "的", "调解", "工作室", "机制", "不予处罚", "从轻处罚", "责任部门:", "办公室",
     "一", "第三批", "法律明白人", "将", "在", "12个"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150, deadline=None)
def test_whatever_the_text_every_entry_stands_in_it_once_and_in_order(text: str) -> None:
    found = programs_of(text)
    spans = [p.evidence.key for p in found]
    assert spans == sorted(set(spans))
    assert all(text[p.evidence.start : p.evidence.end] == p.evidence.quote for p in found)
    assert all(p.name and not set(p.name) & set("“”《》") for p in found)
    assert found == programs_of(text)


@pytest.mark.parametrize(
    "piece", ["推进“甲”、", "法律援助、", "建立机制和", "清单1项", "(责任部门:办公室)", "“甲”“乙”", "推进"]
)
def test_a_long_text_without_an_end_is_read_as_well(piece: str) -> None:
    assert len(programs_of(piece * 3000)) < 10


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the annotated real reports are not here")
def test_real_reports_are_read_as_people_read_them() -> None:
    """First marks on annotated reports: how many programs are found, and of those how many with the right kind."""
    words, gazetteer = vocabulary.load(), areas.load()
    annotated = found = paired = right = 0
    for path in sorted((SHARED / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (SHARED / "corpus" / gold["source"]).read_bytes().decode()
        programs = list(pipeline.read_text(text, gold["source"], Given(), words, gazetteer).implementations)
        annotated += len(gold["programs"])
        found += len(programs)
        for entry in gold["programs"]:
            hit = next(
                (p for p in programs if p.evidence.start < entry["end"] and entry["start"] < p.evidence.end),
                None,
            )
            if hit is not None:
                programs.remove(hit)
                paired += 1
                right += (hit.types[0] if hit.types else None) == entry["type"]
    assert 2 * paired / (annotated + found) >= 0.78
    assert right / paired >= 0.88


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推出“公证+”服务。", ["公证+服务"]),
        ("开展“12·4”国家宪法日等主题活动。", ["12·4国家宪法日"]),
        ("“满天星”普法志愿者联盟开展活动40场次。", ["满天星普法志愿者联盟"]),
        ("公布《某市城管领域减免责清单(2025年)》。", ["某市城管领域减免责清单"]),
        ("公布《某市免罚清单(2021—2023年)》。", ["某市免罚清单"]),
    ],
)
def test_a_name_ends_before_what_follows_it(text: str, expected: list[str]) -> None:
    assert names(programs_of(text)) == expected


def test_a_kind_that_is_there_stands_beside_one_that_is_only_planned_next() -> None:
    done, planned = "开展法治督察。", "抓好法治督察“回头看”。"
    sections = (
        Section(1, "", 0, 0, len(done), "achievements"),
        Section(1, "", len(done), len(done), len(done + planned), "next-plan"),
    )
    found = programs_of(done + planned, sections=sections)
    assert [(p.name, p.planned) for p in found] == [("法治督察", False), ("法治督察回头看", True)]
    assert names(programs_of(done + planned)) == ["法治督察回头看"]
