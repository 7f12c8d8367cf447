"""What a number is about, when, where and whether: short texts of the genre, read by eye."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kg.model import Metric, Period, Where
from kg.parsing.structure import Section
from tests.extraction.reading import head, metrics_of


def by_quote(metrics: list[Metric]) -> dict[str, Metric]:
    return {metric.evidence.quote: metric for metric in metrics}


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("全年受理法律援助案件120件,发放宣传资料3000份。", ["legal-aid-cases", "publicity-materials"]),
        (
            "共收到行政复议申请40件,其中受理36件,审结30件。",
            ["reconsideration-applications", "reconsideration-accepted", "reconsideration-closed"],
        ),
        ("聘请12名律师担任30个村(社区)法律顾问。", ["village-legal-advisers", "villages-with-legal-advisers"]),
        ("召开2次镇街综合行政执法联席会议。", ["enforcement-joint-meetings"]),
        ("行政机关负责人出庭应诉率达100%。", ["official-appearance-rate"]),
        ("全县现有调委会98个,人民调解员420名。", ["mediation-committees", "mediators"]),
        ("给予社区矫正对象训诫5次、警告3次。", ["correction-admonitions", "correction-warnings"]),
        ("种植树木300棵,接待游客5万人次。", [None]),
    ],
)  # fmt: skip
def test_the_indicator_follows_wording_unit_and_context(text: str, indicators: list[str | None]) -> None:
    assert [metric.indicator for metric in metrics_of(text)] == indicators


def test_a_topic_holds_for_the_next_sentence_of_the_paragraph() -> None:
    metrics = metrics_of("收到行政复议申请40件。案件纠错率达12.5%。")
    assert metrics[1].indicator == "reconsideration-correction-rate"


def test_a_topic_does_not_hold_for_another_paragraph() -> None:
    metrics = metrics_of("对社区矫正对象加强管理。\n警告3次。")
    assert [metric.indicator for metric in metrics] == [None]


def test_of_two_topics_the_one_named_last_holds() -> None:
    accepted, aid, closed = metrics_of("受理行政复议案件20件,受理法律援助案件90件,办结80件。")
    assert accepted.indicator == "reconsideration-accepted"
    assert (aid.indicator, closed.indicator) == ("legal-aid-cases", "legal-aid-cases")


def test_a_predicate_is_shared_with_the_rest_of_a_list() -> None:
    assert [metric.indicator for metric in metrics_of("审查规范性文件9件、合同46份。")] == [
        "legality-reviews",
        "contracts-reviewed",
    ]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # Each number of the list may share the verb that opens it.
        ("查办食品违法案件26起、药品案件8起、计量案件3起。", ["penalty-cases"] * 3),
        ("对4个镇和6个部门开展法治督察。", ["supervision-visits"] * 2),
        # Examples before 等 rule nothing out; the contracts of the second text are what is reviewed.
        ("对决策、文件、合同等进行合法性审查60件。", ["legality-reviews"]),
        ("对合同进行合法性审查60份。", ["contracts-reviewed"]),
        ("对重大决策、规范性文件、合同协议等进行合法性审查60件。", ["legality-reviews"]),
        # What the sentence spoke of is what a bare verb is about.
        ("组织国家工作人员学法考试,600人参加。", ["law-exam-participants"]),
        # A rate that grows is no count.
        ("执法人员培训率同比提高5%。", [None]),
        ("行政处罚案件同比减少5%。", ["penalty-cases"]),
        # 件次 counts what 件 counts.
        ("开展合法性审查80件次,接受咨询90人次。", ["legality-reviews", None]),
        # The sentence has turned from reconsideration to litigation.
        ("收到行政复议申请9件,办理行政诉讼案件8件,审结5件。", ["reconsideration-applications", *["litigation-cases"] * 2]),
        ("收到行政复议申请9件,审结5件。", ["reconsideration-applications", "reconsideration-closed"]),
        # What goes on with the same matter in the same unit, and what does not.
        ("受理信访事项30件,调解纠纷9起,全部办结30件。", ["petition-cases", "mediation-cases", "petition-cases"]),
        ("受理信访事项30件,办结30家。", ["petition-cases", None]),
        # Another sentence of the paragraph does not take the number away from the one before it.
        ("热线受理诉求90件。代表建议8件,已办结8件。", ["hotline-12345-requests", *["npc-proposals"] * 2]),
        ("派出3个组对8个单位开展法治督察。", [None, "supervision-visits"]),
        # What a meeting was for stands in the clause behind it, if that has no number of its own.
        ("召开县委常委会会议6次,研究法治建设重要事项。", ["executive-meetings-on-law"]),
        ("召开县委常委会会议6次,研究干部任免。", [None]),
        ("召开座谈会6次,研究法治议题9项。", [None, "executive-meetings-on-law"]),
    ],
)  # fmt: skip
def test_numbers_that_go_on_with_what_was_spoken_of(text: str, indicators: list[str | None]) -> None:
    assert [metric.indicator for metric in metrics_of(text)] == indicators


def test_a_verb_between_two_numbers_belongs_to_the_second() -> None:
    villages, advisers = metrics_of("为30个村(社区)配备法律顾问12名。")
    assert villages.indicator == "villages-with-legal-advisers"
    assert (advisers.label, advisers.indicator) == ("配备法律顾问", "village-legal-advisers")


def test_a_level_reached_may_stand_behind_its_year() -> None:
    left, reached = metrics_of("行政诉讼败诉率从2021年的14%降至2023年的6%。")
    assert (left.indicator, reached.indicator) == ("litigation-loss-rate", "litigation-loss-rate")
    assert (reached.label, reached.period) == (left.label, Period.of_year(2023))


@pytest.mark.parametrize("label", ["及格率", "再犯罪率"])
def test_a_label_keeps_words_that_begin_like_a_connective(label: str) -> None:
    [metric] = metrics_of(f"{label}为3%。")
    assert metric.label == label


def test_a_change_keeps_indicator_and_sign() -> None:
    metrics = by_quote(metrics_of("涉企检查次数同比减少23%;收到行政复议申请40件,同比增长25%,较上年增加8件。"))
    fell, grew, more = metrics["23%"], metrics["25%"], metrics["8件"]
    assert (fell.value, fell.change, fell.indicator) == (-23, True, "enterprise-inspections")
    assert (grew.value, grew.change, grew.indicator) == (25, True, "reconsideration-applications")
    assert (more.value, more.change, more.unit) == (8, True, "件")


def test_growth_beside_its_level_is_a_change() -> None:
    level, change = metrics_of("建成公共法律服务室63家,增加8家。")
    assert (change.change, change.value, change.unit, change.indicator) == (True, 8, "家", level.indicator)
    before, now = metrics_of("调解纠纷由去年的120件增加到150件。")
    assert (before.change, now.change, now.value) == (False, False, 150)
    _, listed = metrics_of("行政审批事项由120项减至80项。")
    assert (listed.change, listed.value) == (False, 80)


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("收到行政复议申请84件,比上年少9件。", -9, "reconsideration-applications"),
        ("行政处罚案件215件,较上年多查14件。", 14, "penalty-cases"),
        ("检查企业1200家次,较去年少查300家次。", -300, "enterprise-inspections"),
    ],
)
def test_more_or_fewer_than_the_year_before(text: str, value: int, indicator: str) -> None:
    level, change = metrics_of(text)
    assert (level.indicator, level.change) == (indicator, False)
    assert (change.value, change.change, change.indicator, change.label) == (
        value,
        True,
        indicator,
        level.label,
    )


def test_a_change_behind_a_change_is_of_the_same() -> None:
    fewer, rate = metrics_of("行政诉讼案件比上年减少7件,同比下降10%。")
    assert (rate.value, rate.indicator, rate.label) == (-10, "litigation-cases", fewer.label)


def test_the_earlier_level_that_a_change_is_measured_by() -> None:
    now, before, change = metrics_of("共办理执法案件216件,较2022年的244件减少11.5%。")
    assert (before.value, before.change, before.period) == (244, False, Period.of_year(2022))
    assert before.indicator == change.indicator == now.indicator
    assert (change.value, change.change) == (Decimal("-11.5"), True)


@pytest.mark.parametrize(
    ("text", "change", "value"),
    [
        ("压减检查频次32%。", True, -32),
        ("审批环节精简,压缩办理时限78%。", True, -78),
        ("提升办理效率30%以上。", True, 30),
        ("提高群众满意率98%。", False, 98),
        ("行政许可事项审批时限压缩比达89%。", False, 89),
        ("办理时限压缩至30%。", False, 30),
    ],
)
def test_a_verb_of_change_before_its_noun(text: str, change: bool, value: int) -> None:
    [metric] = metrics_of(text)
    assert (metric.change, metric.value) == (change, value)


def test_a_change_behind_a_bracket_is_one_of_the_total() -> None:
    total, _, _, change = metrics_of("实施行政处罚400起(其中简易程序100起,普通程序300起),较上年减少20%。")
    assert (change.label, change.indicator) == (total.label, total.indicator)


def test_new_ones_are_no_change() -> None:
    [metric] = metrics_of("新增公职律师近30名。")
    assert (metric.change, metric.comparator, metric.indicator) == (False, "lt", "public-lawyers-added")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("纠纷量翻一番。", 100),
        ("办案量提升1倍。", 100),
        ("办案量增长2.5倍。", 250),
        ("纠纷量下降两成。", -20),
    ],
)
def test_factors_become_changes_in_per_cent(text: str, value: float) -> None:
    [metric] = metrics_of(text)
    assert (metric.value, metric.unit, metric.change) == (Decimal(str(value)), "%", True)


def test_from_one_level_to_another() -> None:
    left, reached = metrics_of("行政诉讼败诉率从12%降至8%。")
    assert (left.value, left.period, left.indicator) == (12, Period.of_year(2022), "litigation-loss-rate")
    assert (reached.value, reached.period, reached.change) == (8, Period.of_year(2023), False)
    assert reached.indicator == "litigation-loss-rate"


def test_the_earlier_level_that_is_compared_with_and_the_one_reached() -> None:
    earlier, reached = metrics_of("行政复议纠错率较2022年的31.5%下降至10.9%。")
    assert (earlier.value, earlier.period) == (Decimal("31.5"), Period.of_year(2022))
    assert (reached.value, reached.period, reached.change) == (Decimal("10.9"), Period.of_year(2023), False)
    assert earlier.indicator == reached.indicator == "reconsideration-correction-rate"


def test_a_gap_to_an_average_is_no_change() -> None:
    [metric] = metrics_of("满意率高于全市平均2.6个百分点。")
    assert (metric.change, metric.unit) == (False, "百分点")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("全年调解纠纷5件。", "2023"),
        ("截至9月底,调解纠纷5件。", "2023-01/2023-09"),
        ("1—11月,调解纠纷5件。", "2023-01/2023-11"),
        ("上半年调解纠纷5件。", "2023-01/2023-06"),
        ("第三季度调解纠纷5件。", "2023-07/2023-09"),
        ("2021年以来,累计调解纠纷5件。", "2021/2023"),
        ("近三年共调解纠纷5件。", "2021/2023"),
        ("“十四五”时期,调解纠纷5件。", "2021/2025"),
        ("去年调解纠纷5件。", "2022"),
        ("2022年调解纠纷5件。", "2022"),
        ("较上年同期,调解纠纷5件。", "2023"),
        ("审结案件(含上年结转)5件。", "2023"),
        ("今年以来,调解纠纷5件。", "2023"),
        ("党的十九大以来,调解纠纷5件。", "2017/2023"),
        ("“八五”普法启动以来,调解纠纷5件。", "2021/2023"),
        ("“七五”普法期间,调解纠纷5件。", "2016/2020"),
        ("自2022年3月1日以来,调解纠纷5件。", "2022/2023"),
        ("2022年7月至2023年6月,调解纠纷5件。", "2022-07/2023-06"),
        ("2021年1月至2023年12月,调解纠纷5件。", "2021/2023"),
        ("截至2022年底,县乡两级共有调解组织5个。", "2022"),
        ("局机关被评为2022年度先进集体,调解纠纷5件。", "2023"),
        ("被表彰为全国先进单位、全省2022年考试工作优秀单位;调解纠纷5件。", "2023"),
        ("五年,调解纠纷5件。", "2019/2023"),
        ("败诉率同2022年比有所下降;调解纠纷5件。", "2023"),
        ("近5年来,调解纠纷5件。", "2019/2023"),
        ("过去3年共调解纠纷5件。", "2021/2023"),
        ("去年以来,调解纠纷5件。", "2022/2023"),
        ("去年9月以来,调解纠纷5件。", "2022/2023"),
        ("自2021年机构调整以来,调解纠纷5件。", "2021/2023"),
        ("“八五”普法启动以来,累计调解纠纷5件。", "2021/2023"),
        ("“十二五”期间,调解纠纷5件。", "2011/2015"),
        ("“十四五”规划开局良好,调解纠纷5件。", "2023"),
        ("组织开展2022年度案卷评查,评查案卷5件。", "2023"),
        ("2022年度,评查案卷5件。", "2022"),
    ],
)
def test_the_period_is_the_time_named_nearest(text: str, period: str) -> None:
    [metric] = metrics_of(text)
    assert metric.period is not None
    assert metric.period.notation == period


def test_a_time_holds_through_its_sentence_and_not_beyond() -> None:
    metrics = metrics_of("截至9月底,接待群众80人次,调解纠纷5件。办理公证7件。")
    assert [m.period.notation for m in metrics if m.period] == ["2023-01/2023-09", "2023-01/2023-09", "2023"]


def test_half_year_summaries_speak_of_their_half() -> None:
    half = head(type="work-summary", period=Period("2023-01", "2023-06"))
    done, aim = metrics_of("调解纠纷50件,全年目标任务200件。", half)
    assert (done.period, done.planned) == (Period("2023-01", "2023-06"), False)
    assert (aim.period, aim.planned) == (Period.of_year(2023), True)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023年累计调解纠纷5件。", "2023-01/2023-06"),
        ("2023年全年调解纠纷5件。", "2023"),
        ("年底前建成法治公园2个。", "2023"),
        ("去年同期,调解纠纷5件。", "2022-01/2022-06"),
        ("2022年调解纠纷5件。", "2022"),
    ],
)
def test_what_a_half_year_summary_calls_its_year(text: str, period: str) -> None:
    [metric] = metrics_of(text, head(type="work-summary", period=Period("2023-01", "2023-06")))
    assert metric.period is not None
    assert metric.period.notation == period


def test_a_time_that_is_a_clause_speaks_of_all_that_follows() -> None:
    metrics = metrics_of("到2025年底,执法人员轮训实现全覆盖,案卷合格率达到95%,评查案卷80份。")
    assert [m.period.notation for m in metrics if m.period] == ["2025", "2025"]


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("调解纠纷5件。", False),
        ("力争调解成功率达98%。", True),
        ("将调解贯穿全程,调解成功9件。", False),
        ("实现覆盖率大于30%目标任务。", False),
        ("拟新建法治公园2个。", True),
        ("力争走在前列;调解纠纷5件。", False),
        ("确保调解成功率达到98%以上。", True),
        ("确保应调尽调,调解纠纷5件。", False),
        ("纳入年度目标责任考核,权重为5%。", False),
        ("草拟规章5件。", False),
        ("为民办实事的主要任务是:办理法律援助案件不少于500件。", True),
    ],
)
def test_planned_or_done(text: str, planned: bool) -> None:
    assert [metric.planned for metric in metrics_of(text)] == [planned]


def test_everything_in_a_plan_is_planned() -> None:
    [metric] = metrics_of("全年组织案卷评查2次以上。", head(type="work-plan"))
    assert (metric.planned, metric.period) == (True, Period.of_year(2023))


def test_the_part_on_plans_speaks_of_the_year_after() -> None:
    text = "一、成效\n调解纠纷5件。\n二、下一年安排\n调解纠纷10件。"
    cut = text.index("二")
    sections = (
        Section(1, "成效", 0, 5, cut, "achievements"),
        Section(1, "下一年安排", cut, cut + 8, len(text), "next-plan"),
    )
    done, aim = metrics_of(text, sections=sections)
    assert (done.planned, done.part, done.period) == (False, "achievements", Period.of_year(2023))
    assert (aim.planned, aim.part, aim.period) == (True, "next-plan", Period.of_year(2024))


@pytest.mark.parametrize(
    ("report", "text", "period"),
    [
        (Period.of_year(2023), "全年调解纠纷10件。", "2024"),
        (Period.of_year(2023), "上半年调解纠纷10件。", "2024-01/2024-06"),
        (Period.of_year(2023), "2025年调解纠纷10件。", "2025"),
        (Period.of_year(2023), "明年调解纠纷10件。", "2024"),
        (Period("2023-01", "2023-06"), "调解纠纷10件。", "2023-07/2023-12"),
        (Period("2023-01", "2023-06"), "全年调解纠纷10件。", "2023"),
        (Period("2023-01", "2023-06"), "年底前调解纠纷10件。", "2023"),
    ],
)
def test_times_of_the_part_on_plans_are_to_come(report: Period, text: str, period: str) -> None:
    plan = Section(1, "下一步安排", 0, 0, len(text), "next-plan")
    [metric] = metrics_of(text, head(period=report), sections=(plan,))
    assert metric.period is not None
    assert metric.period.notation == period


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("全区调解纠纷5件。", Where("320402")),
        ("全市共调解纠纷5件。", Where("320400")),
        ("2023年,全省调解纠纷5件。", Where("320000")),
        ("全国共有律师5万名。", Where("100000")),
        ("在全市率先为5家企业服务。", Where("320402")),
        ("全市首批5家单位通过验收。", Where("320402")),
        ("红梅街道办理执法案件5件。", Where("320402", "320402004")),
    ],
)
def test_the_area_meant(text: str, where: Where) -> None:
    [metric] = metrics_of(text)
    assert replace(metric.where, township=None) == replace(where, township=None)
    assert (metric.where.township is None) == (where.township is None)


def test_the_whole_region_in_a_county_of_an_autonomous_region() -> None:
    county = head(area="450123")
    assert [m.where.area for m in metrics_of("全区共调解纠纷5件。全县调解纠纷2件。", county)] == [
        "450000",
        "450123",
    ]


def test_parts_point_to_their_total() -> None:
    total, first, second, other = metrics_of(
        "办理公证90件,其中涉外20件、涉港澳台5件,开展公益法律服务活动80次。"
    )
    assert first.breakdown_of == second.breakdown_of == total.evidence.key
    assert (total.breakdown_of, other.breakdown_of) == (None, None)
    assert first.indicator == "foreign-notarial-matters"
    assert first.label == "办理公证中涉外"


def test_a_breakdown_ends_with_its_bracket() -> None:
    _, part, other = metrics_of("组织中心组学法8次(其中专题研讨1次),讲授法治课2次。")
    assert (part.breakdown_of is not None, other.breakdown_of) == (True, None)


def test_a_part_is_of_the_group_of_its_total() -> None:
    metrics = metrics_of("办结法律援助案件465件,其中民事案件300件,行政案件2件;行政机关负责人赴法院出庭应诉。")
    assert {metric.indicator for metric in metrics} == {"legal-aid-cases"}


def test_a_part_is_never_larger_than_its_total() -> None:
    _, larger = metrics_of("办理公证90件,其中涉外200件。")
    assert larger.breakdown_of is None


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("开展行政执法案卷评查,抽评20卷。", "enforcement-files-reviewed"),
        ("实施“法律明白人”培养工程,新培养46名。", "legal-literate-persons"),
        # What is counted for itself, and what a longer phrase names, is not what the clause before speaks of.
        ("开展行政执法案卷评查,收到建议20件。", None),
        ("实施“法律明白人”培养工程,购置办公桌椅电脑46名。", None),
    ],
)
def test_few_words_lean_on_the_clause_before(text: str, indicator: str | None) -> None:
    *_, metric = metrics_of(text)
    assert metric.indicator == indicator


def test_the_share_of_some_counts_is_a_rate_of_its_own() -> None:
    *_, share = metrics_of("审结行政复议案件150件,其中调解和解60件,占40%。")
    assert (share.indicator, share.unit) == ("reconsideration-settlement-rate", "%")


def test_the_share_of_most_counts_is_no_rate_of_an_indicator() -> None:
    total, share = metrics_of("成功调解邻里纠纷30件,占全部纠纷的60%。")
    assert (share.indicator, share.label) == (None, f"{total.label}占全部纠纷")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("2023年,全区人民调解组织共成功调解纠纷5件。", "人民调解组织成功调解纠纷"),
        ("召开5次联席会议。", "召开联席会议"),
        ("全区共5个单位公开了年度报告。", "单位公开了年度报告"),
        ("案件按期结案率为98%。", "案件按期结案率"),
        ("收到申请40件,同比增长25%。", "收到申请"),
        # The noun stands behind the number: its whole clause says what is counted.
        ("组织26名执法人员参加法律知识考试。", "执法人员参加法律知识考试"),
        ("对57名党政主要负责人开展述法测评。", "党政主要负责人开展述法测评"),
        # What a bare word leaves out the indicator's name says.
        ("给予社区矫正对象训诫5次、警告3次。", "社区矫正警告"),
        ("法院审理我区行政诉讼案件40件,败诉率5%。", "行政诉讼败诉率"),
        # A bare verb goes on with the clause before it.
        ("开展党组理论学习中心组学习,全年组织9次。", "开展党组理论学习中心组学习"),
        # Numbering and days are no part of it.
        ("三是培训法律明白人40名。", "培训法律明白人"),
        ("5月23日组织座谈会2场。", "组织座谈会"),
        ("截至6月底办结信访事项8件。", "办结信访事项"),
    ],
)
def test_the_label_says_what_is_counted(text: str, label: str) -> None:
    assert metrics_of(text)[-1].label == label


def test_lengths_of_time_count_only_as_processing_times() -> None:
    assert metrics_of("开展为期20天的专项行动,历时3个工作日完成。") == []
    [metric] = metrics_of("企业开办时间压缩至2个工作日。")
    assert (metric.indicator, metric.value, metric.unit) == ("processing-time", 2, "工作日")


def test_evidence_leads_back_to_the_text_as_written() -> None:
    text = "共調(diào)解(jiě)糾(jiū)紛(fēn)1378件,申報(bào)計(jì)劃(huà)162項(xiàng)。"
    first, second = metrics_of(text)
    for metric in (first, second):
        assert text[metric.evidence.start : metric.evidence.end] == metric.evidence.quote
    assert (first.label, second.unit, second.evidence.quote) == ("调解纠纷", "项", "162項(xiàng)")


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # A trigger with a gap: words may stand between its parts, but not many.
        ("评查行政处罚案卷30份。", ["enforcement-files-reviewed"]),
        (
            "评查了今年以来各单位在日常工作中陆续形成并归档保存的行政处罚案卷30份。",
            ["enforcement-files-reviewed"],
        ),
        # The members of a list share the predicate behind it.
        ("对6个镇、9个部门开展法治督察。", ["supervision-visits", "supervision-visits"]),
        # Words that say nothing of their own go on with what the sentence spoke of.
        ("公布首违不罚事项清单,共列入98项。", ["leniency-list-items"]),
        ("编制重大行政决策事项目录,纳入事项8项。", ["decision-catalogue-items"]),
        ("公布轻微违法行为免罚事项清单,由48项增加到62项。", ["leniency-list-items", "leniency-list-items"]),
        # What has words of its own does not.
        ("公布首违不罚事项清单,建成项目8项。", [None]),
    ],
)
def test_where_an_indicator_is_looked_for(text: str, indicators: list[str | None]) -> None:
    assert [metric.indicator for metric in metrics_of(text)] == indicators


@pytest.mark.parametrize(
    ("heading", "indicator"),
    [
        ("行政复议工作", "reconsideration-closed"),
        # The headings of any such report tell nothing of the numbers below them.
        ("法治政府建设主要举措", None),
    ],
)
def test_a_heading_is_context_where_it_tells_something(heading: str, indicator: str | None) -> None:
    text = "全年审结5件。专题学习6次。"
    section = Section(1, heading, 0, 0, len(text), "achievements")
    closed, studied = metrics_of(text, sections=(section,))
    assert (closed.indicator, studied.indicator) == (indicator, None)


def test_a_part_without_wording_of_its_own_has_the_indicator_of_its_total() -> None:
    total, part = metrics_of("收到行政复议申请90件,其中市本级20件。")
    assert (part.breakdown_of, part.indicator) == (total.evidence.key, "reconsideration-applications")


def test_what_the_province_has_beside_what_we_have() -> None:
    theirs, ours = metrics_of("全省行政机关负责人出庭应诉率为92%,我区为98%。")
    assert (theirs.where.area, ours.where.area) == ("320000", "320402")
    assert theirs.indicator == ours.indicator == "official-appearance-rate"


def test_a_target_that_a_summary_tells_of() -> None:
    half = head(type="work-summary", period=Period("2023-01", "2023-06"))
    done, aim, share = metrics_of("办理法律援助案件245件,完成全年400件目标任务的61.3%。", half)
    assert (done.planned, done.period) == (False, Period("2023-01", "2023-06"))
    assert (aim.planned, aim.period, aim.indicator) == (True, Period.of_year(2023), "legal-aid-cases")
    assert (share.planned, share.period) == (False, Period("2023-01", "2023-06"))


def test_a_level_left_behind_is_no_aim_even_in_a_plan() -> None:
    left, reached = metrics_of("基层立法联系点由36个增至50个。", head(type="work-plan"))
    assert (left.planned, reached.planned) == (False, True)


def test_offices_in_a_note_are_no_quantities() -> None:
    assert metrics_of("推进立法工作。(责任处室:立法一处、立法二处)", head(type="work-plan")) == []


def test_the_last_year_of_a_heading_is_the_year_reported() -> None:
    text = "一、上一年度推进法治政府建设的主要举措和成效\n调解纠纷10件。"
    section = Section(
        1, "上一年度推进法治政府建设的主要举措和成效", 0, text.index("调"), len(text), "achievements"
    )
    [metric] = metrics_of(text, sections=(section,))
    assert metric.period == Period.of_year(2023)


def test_the_heading_names_the_time_of_its_section() -> None:
    text = "一、上半年工作\n调解纠纷5件。\n二、下半年打算\n调解纠纷8件。"
    cut = text.index("二")
    sections = (
        Section(1, "上半年工作", 0, 8, cut, "achievements"),
        Section(1, "下半年打算", cut, cut + 8, len(text), "next-plan"),
    )
    first, second = metrics_of(text, sections=sections)
    assert (first.period, second.period) == (Period("2023-01", "2023-06"), Period("2023-07", "2023-12"))


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("办理代表建议25件(主办5件、协办20件)。", [None, 0, 0]),
        ("办理政协提案9件,其中经济类6件(主办2件)。", [None, 0, 1]),
        ("受理行政复议申请12件(上年8件)。", [None, None]),  # a comparison is no part
        ("受理行政复议申请12件(涉及企业30家)。", [None, None]),  # other things
        ("受理行政复议申请2件(另有咨询80件)。", [None, None]),  # more than the whole
    ],
)
def test_a_bracket_behind_a_number_holds_its_parts(text: str, totals: list[int | None]) -> None:
    metrics = metrics_of(text)
    keys = [metric.evidence.key for metric in metrics]
    expected = [None if total is None else keys[total] for total in totals]
    assert [metric.breakdown_of for metric in metrics] == expected


def test_what_is_among_a_number_is_a_part_of_it() -> None:
    total, part, other = metrics_of("新受理的行政复议案件86件中,被申请人为部门的60件,乡镇政府26件。")
    assert [part.breakdown_of, other.breakdown_of] == [total.evidence.key] * 2
    assert {part.indicator, other.indicator} == {total.indicator} == {"reconsideration-accepted"}


def test_kinds_of_one_count_keep_its_indicator() -> None:
    metrics = metrics_of("受理行政复议案件中投诉举报类12件,行政处罚类9件,行政强制类1件。")
    assert [metric.indicator for metric in metrics] == ["reconsideration-accepted"] * 3
