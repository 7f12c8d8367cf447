"""What work summaries leave to their title, to the sentence before, or to the whole of several places."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kg import areas, vocabulary
from kg.extraction import context as contexts
from kg.extraction import metrics, resolve
from kg.model import Metric, Period, Where
from kg.normalise import normalise
from kg.parsing.structure import Page
from tests.extraction.reading import head, metrics_of


def titled(title: str, text: str) -> list[Metric]:
    """The metrics of a text below a title."""
    cleaned = normalise(f"{title}\n{text}")
    page = Page(cleaned, (), (0, len(title)), (len(title) + 1, len(cleaned.plain)), (), ())
    context = contexts.build(page, head(), vocabulary.load())
    return metrics.find_metrics(context, resolve.build(context, areas.load()))


def test_the_title_of_a_special_body_is_context() -> None:
    [of_board] = titled("天宁仲裁委员会2023年工作总结", "全年新收案件80件。")
    [of_office] = titled("天宁区司法局2023年工作总结", "全年新收案件80件。")
    assert (of_board.indicator, of_office.indicator) == ("arbitration-cases", None)


def test_what_any_title_says_is_no_context() -> None:
    [studied] = titled("天宁区2023年法治政府建设情况报告", "专题学习6次。")
    assert studied.indicator is None


def test_a_sentence_that_opens_with_its_parts_divides_the_one_before() -> None:
    total, *parts = metrics_of("全区共有律师事务所20家。其中,合伙所12家,占60%,个人所8家,占40%。")
    counts = [part for part in parts if part.unit == "家"]
    assert [part.breakdown_of for part in counts] == [total.evidence.key] * 2
    assert [part.indicator for part in counts] == ["law-firms", "law-firms"]


def test_the_parts_may_be_named_before_the_word_that_divides() -> None:
    total, *parts = metrics_of("在册社区矫正对象90人。在册人员中,其中:女性20人,男性70人。")
    assert [part.breakdown_of for part in parts] == [total.evidence.key] * 2


def test_no_sentence_further_back_is_divided() -> None:
    *_, part = metrics_of("全区共有律师事务所20家。律师管理有序。其中,合伙所12家。")
    assert part.breakdown_of is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("溧阳市等3个县市建成法治公园。", Where("320400")),
        ("溧阳市共建成法治公园3个。", Where("320481")),
    ],
)
def test_an_example_is_not_the_area_of_all(text: str, where: Where) -> None:
    [metric] = metrics_of(text, head(area="320400", level="city"))
    assert metric.where == where


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("省厅命名全省200个村为示范村。", ["320000"]),
        ("创建全省民主法治示范村2个、全市民主法治示范村5个。", ["320402", "320402"]),
        ("全市劳动模范3名。", ["320402"]),
        ("创建全国“民主法治示范村”2个。", ["320402"]),
        ("其中全国“民主法治示范村”2个。", ["320402"]),
    ],
)
def test_whose_number_it_is_and_what_only_an_honour_is_called(text: str, codes: list[str]) -> None:
    assert [metric.where.area for metric in metrics_of(text)] == codes


def test_a_township_named_in_a_citys_report_is_no_area_of_its_own() -> None:
    metrics = metrics_of("溧阳市溧城街道建成法治公园3个。", head(area="320400", level="city"))
    assert [metric.where.area for metric in metrics] == ["320481"]


def test_what_is_said_of_the_country_needs_no_area_of_the_report() -> None:
    nowhere = head(area=None, level=None)
    assert [m.where.area for m in metrics_of("全国共有律师5万名。共有律师3名。", nowhere)] == ["100000", None]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("于2022年完成立法项目5件。", Period.of_year(2022)),
        ("案件数低于2022年,调解纠纷5件。", Period.of_year(2023)),
    ],
)
def test_a_year_after_yu_is_a_time_unless_compared_with(text: str, period: Period) -> None:
    [metric] = metrics_of(text)
    assert metric.period == period


def test_a_share_of_the_years_aim_is_done() -> None:
    half = head(type="work-summary", period=Period("2023-01", "2023-06"))
    done, share = metrics_of("办理法律援助案件260件,已完成全年目标任务的65%。", half)
    assert (done.period, share.period) == (Period("2023-01", "2023-06"),) * 2
    assert not share.planned


def test_what_stands_now_is_of_no_years_before() -> None:
    received, now, half = metrics_of(
        "2019年以来累计接收社区矫正对象90人,目前在册40人。截至6月底,办理公证9件,目前在册40人。"
    )[:3]
    assert (received.period, now.period) == (Period("2019", "2023"), Period.of_year(2023))
    assert half.period == Period("2023-01", "2023-06")


def test_what_is_won_for_people_is_no_plan() -> None:
    won, aim = metrics_of("为困难职工挽回损失或争取利益80万元。争取调解成功率达98%。")
    assert (won.planned, aim.planned) == (False, True)


def test_what_is_to_be_reached_by_a_later_year_is_planned() -> None:
    aims = metrics_of("到2025年底,调解成功率达到98%,新增法律明白人60名。")
    assert [(m.planned, m.period) for m in aims] == [(True, Period.of_year(2025))] * 2
    [done] = metrics_of("到2023年底,法律明白人达到600名。")
    assert not done.planned


def test_a_rate_does_not_go_on_with_a_change_of_a_count() -> None:
    *_, share = metrics_of("全市共有法律职业资格考试考生600名,同比增长16%,其中女性占比最大,为56%。")
    assert (share.change, share.indicator) == (False, None)


HALF = head(type="work-summary", period=Period("2023-01", "2023-06"))


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2022年全年培养法律明白人60名,今年新增9名。", ["2022", "2023-01/2023-06"]),
        ("去年全年办理公证80件。", ["2022"]),
        ("今年全年办理公证80件。", ["2023"]),
        ("2022年办理公证80件,目前现有公证员9名,助理3名。", ["2022", "2023-01/2023-06", "2023-01/2023-06"]),
        ("目前在册社区矫正对象40人。", ["2023-01/2023-06"]),
    ],
)
def test_whole_years_and_the_present_in_a_half_year_summary(text: str, periods: list[str]) -> None:
    assert [metric.period and metric.period.notation for metric in metrics_of(text, HALF)] == periods


def test_of_two_years_in_a_clause_each_number_has_its_own() -> None:
    metrics = metrics_of("梳理公布2021年调解纠纷6件、2022年调解纠纷8件。")
    assert [m.period for m in metrics] == [Period.of_year(2021), Period.of_year(2022)]


def test_a_share_of_the_years_task_does_not_speak_of_the_year() -> None:
    metrics = metrics_of("截至3月底,办理法律援助案件80件,完成全年任务量的41%;接待咨询90人次。", HALF)
    assert {m.period and m.period.notation for m in metrics} == {"2023-01/2023-03"}


def test_numbered_nouns_share_a_predicate_but_no_noun() -> None:
    metrics = metrics_of("全区有8个公证处、6个法律援助机构、20个律师事务所。")
    assert [m.indicator for m in metrics] == [None, None, "law-firms"]
    groups, persons = metrics_of("3个集体、5名个人受到市级以上表彰。")
    assert groups.indicator == persons.indicator == "commended-bodies-persons"
    city, counties = metrics_of("共建成1个市级、7个县级公共法律服务中心。")
    assert city.indicator == counties.indicator == "legal-service-stations"


def test_who_does_what_is_counted_is_not_counted() -> None:
    doers, firms = metrics_of("各律师事务所共为企业担任法律顾问87家。全区律师事务所发展到26家。")
    assert (doers.indicator, firms.indicator) == (None, "law-firms")


def test_a_sentence_that_divides_keeps_the_time_of_the_one_before() -> None:
    metrics = metrics_of("“十四五”时期,共办理公证90件。其中,涉外公证9件。办理仲裁8件。")
    assert [m.period and m.period.notation for m in metrics] == ["2021/2025", "2021/2025", "2023"]


def test_more_than_at_the_end_of_a_plan() -> None:
    _, more = metrics_of("现有人民调解员900名,人民调解员数量较“十三五”末增加60名。")
    assert (more.change, more.indicator) == (True, "mediators")


def test_a_plan_that_was_made_and_what_was_done() -> None:
    aim, done = metrics_of("原计划全年评查案卷200卷,上半年已完成120卷。", HALF)
    assert (aim.planned, done.planned) == (True, False)
    [coming] = metrics_of("年底前将再培养法律明白人20名。", HALF)
    assert (coming.planned, coming.period) == (True, Period.of_year(2023))


def test_a_rate_goes_on_behind_a_gap_in_points() -> None:
    first, gap, ours = metrics_of("全市行政机关负责人出庭应诉率为96%,高于全省平均水平3个百分点,我区为100%。")
    assert (first.indicator, gap.change, ours.indicator) == (
        "official-appearance-rate",
        False,
        "official-appearance-rate",
    )
    assert ours.where == Where("320402")


def test_a_verb_of_another_quarter_goes_on_with_the_count() -> None:
    metrics = metrics_of("一季度受理法律援助案件96件,二季度受理132件,环比增长37.5%。")
    assert [m.indicator for m in metrics] == ["legal-aid-cases"] * 3
    assert [m.period and m.period.notation for m in metrics][1] == "2023-04/2023-06"


def test_a_count_that_fell_before_its_noun_is_a_change_beside_a_comparison() -> None:
    _, fewer = metrics_of("涉企行政检查频次同比压减32%以上,减少入企检查600余次。")
    assert (fewer.change, fewer.value, fewer.comparator) == (True, Decimal(-600), "gt")
    [level] = metrics_of("减少入企检查600余次。")
    assert not level.change


def test_at_least_there_are() -> None:
    [metric] = metrics_of("每个村至少有3名法律明白人。")
    assert (metric.value, metric.comparator) == (Decimal(3), "ge")
