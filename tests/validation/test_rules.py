"""Each rule has reports that break it and reports that barely keep it; both engines agree on all of them."""

from __future__ import annotations

from datetime import date

import pytest

from kg import api
from kg.model import Body, Period, Where
from kg.validation.shapes import load_shapes
from kg.validation.validate import validate
from tests.validation.drafts import END, PARTS, WORDS, draft, m, rate

RULES = load_shapes(groups=["annual-report", "consistency"])
Y2020, Y2022, Y2024 = (Period.of_year(year) for year in (2020, 2022, 2024))
R, C = "reconsideration-", "correction-"
TOWN = {"level": "township", "township": "320402109"}
THREE = {part: tuple(other for other in PARTS if other != part) for part in PARTS}
CLOSED, ACCEPTED, APPLIED = R + "closed", R + "accepted", R + "applications"
FOUR = (C + "probationers", C + "parolees", C + "outside-prison")


def people(subjects: str, *kinds: str, surveillance: str | None = None):
    found = [m(C + "subjects", subjects, "人")]
    found += [m(kind, number, "人", part_of=0) for kind, number in zip(FOUR, kinds, strict=False)]
    return [*found, m(None, surveillance, "人", "对象中管制", part_of=0)] if surveillance else found


def award(name: str = "全国先进集体", **more):
    return {"name": name, **more}


def act(title: str, **more):
    return {"title": title, "relation": "issued", **more}


CITY = Body("320400", "常州市司法局")
MINISTRY = Body("100000", "司法部")

PAIRS = {
    "late-publication": (
        draft(issued=date(2024, 4, 2)),
        draft(issued=date(2024, 4, 1)),
    ),
    "issued-before-year-ends": (draft(issued=date(2023, 12, 31)), draft(issued=date(2024, 1, 1))),
    "document-number-year": (
        draft(document_number="甲司〔2023〕1号"),
        draft(document_number="甲司〔2024〕1号"),
    ),
    **{f"missing-{part}-part": (draft(parts=THREE[part]), draft()) for part in PARTS},
    **{f"township-missing-{part}-part": (draft(parts=THREE[part], **TOWN), draft(**TOWN)) for part in PARTS},
    "rate-out-of-range": (draft(rate(None, "100.1", label="办结率")), draft(rate(None, "100", label="办结率"))),
    "count-negative": (draft(m(None, "-1")), draft(m(None, "0"))),
    "count-not-whole": (draft(m(None, "10.5")), draft(m(None, "10"), m(None, "10.5", "万元"))),
    "percentage-points-no-change": (
        draft(m(None, "2.6", "百分点")),
        draft(m(None, "2.6", "百分点", change=True)),
    ),
    "accepted-above-applications": (
        draft(m(APPLIED, "100"), m(ACCEPTED, "90"), m(R + "not-accepted", "11")),
        draft(m(APPLIED, "100"), m(ACCEPTED, "90"), m(R + "not-accepted", "10")),
    ),
    "closed-above-accepted": (
        draft(m(ACCEPTED, "108"), m(CLOSED, "120"), m(None, "11", label="上年结转", period=Y2022)),
        draft(m(ACCEPTED, "108"), m(CLOSED, "120"), m(None, "12", label="上年结转", period=Y2022)),
    ),
    "outcomes-above-closed": (
        draft(m(CLOSED, "80"), m(R + "upheld", "60"), m(R + "rejected", "20"), m(R + "corrected", "1")),
        draft(m(CLOSED, "80"), m(R + "upheld", "60"), m(R + "rejected", "19"), m(R + "corrected", "1")),
    ),
    "mediated-above-closed": (
        draft(m(CLOSED, "13"), m(R + "mediated", "14")),
        draft(m(CLOSED, "13"), m(R + "mediated", "13"), m(R + "withdrawn", "13")),
    ),
    "withdrawn-above-closed": (
        draft(m(CLOSED, "13"), m(R + "withdrawn", "14")),
        draft(m(CLOSED, "13"), m(R + "withdrawn", "13")),
    ),
    "correction-rate-differs": (
        draft(m(CLOSED, "135"), m(R + "corrected", "29"), rate(R + "correction-rate", "19.2")),
        draft(m(CLOSED, "135"), m(R + "corrected", "29"), rate(R + "correction-rate", "21.5")),
    ),
    "correction-rate-of-accepted": (
        draft(m(ACCEPTED, "151"), m(CLOSED, "135"), m(R + "corrected", "29"), rate(R + "correction-rate", "19.2")),
        draft(m(ACCEPTED, "151"), m(CLOSED, "135"), m(R + "corrected", "29"), rate(R + "correction-rate", "21.5")),
    ),
    "appearance-rate-without-cases": (
        draft(rate("official-appearance-rate", "100"), m("litigation-cases", "0")),
        draft(rate("official-appearance-rate", "100"), m("litigation-second-instance", "1")),
    ),
    "mediation-successes-above-cases": (
        draft(m("mediation-cases", "3508"), m("mediation-successes", "3509", "起")),
        draft(m("mediation-cases", "3508"), m("mediation-successes", "3508", "起")),
    ),
    "mediation-rate-differs": (
        draft(m("mediation-cases", "3508"), m("mediation-successes", "3442"), rate("mediation-success-rate", "98.3")),
        draft(m("mediation-cases", "3508"), m("mediation-successes", "3442"), rate("mediation-success-rate", "98.1")),
    ),
    "full-time-mediators-above-all": (
        draft(m("mediators", "50", "名"), m("full-time-mediators", "51", "人")),
        draft(m("mediators", "50", "名"), m("full-time-mediators", "50", "人")),
    ),
    "correction-kinds-above-subjects": (
        draft(*people("333", "323", "1", "10")),
        draft(*people("333", "323", "1", "9")),
    ),
    "correction-kinds-below-subjects": (
        draft(*people("333", "320", "1", "9", surveillance="2")),
        draft(*people("333", "320", "1", "9", surveillance="3")),
    ),
    "correction-balance": (
        draft(m(C + "subjects", "300", "人", period=Y2022), m(C + "subjects", "333", "人"),
              m(C + "received", "120", "人"), m(C + "discharged", "88", "人")),
        draft(m(C + "subjects", "300", "人", period=Y2022), m(C + "subjects", "333", "人"),
              m(C + "received", "120", "人"), m(C + "discharged", "87", "人")),
    ),
    "foreign-notarial-above-all": (
        draft(m("notarial-matters", "562"), m("foreign-notarial-matters", "563")),
        draft(m("notarial-matters", "562"), m("foreign-notarial-matters", "562")),
    ),
    "on-site-reports-above-all": (
        draft(m("leader-rule-of-law-reports", "52", "名"), m("leader-on-site-reports", "53", "名")),
        draft(m("leader-rule-of-law-reports", "52", "个"), m("leader-on-site-reports", "53", "名")),
    ),
    "shares-not-100": (
        draft(rate(None, "45", label="劳动占比"), rate(None, "30", label="家庭占比"), rate(None, "24.4", label="其他占比")),
        draft(rate(None, "45", label="劳动占比"), rate(None, "30", label="家庭占比"), rate(None, "24.5", label="其他占比")),
    ),
    "parts-above-total": (
        draft(m(None, "1000", "次", "评价"), m(None, "990", "次", "评价中满意", 0), m(None, "11", "次", "评价中不满意", 0)),
        draft(m(None, "1000", "次", "评价"), m(None, "990", "次", "评价中满意", 0), m(None, "10", "次", "评价中不满意", 0)),
    ),
    "parts-below-total": (
        draft(m(None, "100", "件", "投诉"), m(None, "60", "件", "噪声", 0), m(None, "39", "件", "其他", 0)),
        draft(m(None, "100", "件", "投诉"), m(None, "60", "件", "噪声", 0), m(None, "39", "件", "油烟", 0)),
    ),
    "conflicting-values": (
        draft(m("mediation-cases", "1204", label="调解纠纷"), END, m("mediation-cases", "1240", label="调解纠纷")),
        draft(m("mediation-cases", "1204", label="调解纠纷"), m("mediation-cases", "1240", label="调解纠纷")),
    ),
    "growth-implies-fraction": (
        draft(m(APPLIED, "73"), rate(APPLIED, "203.1", change=True)),
        draft(m(APPLIED, "73"), rate(APPLIED, "204.17", change=True)),
    ),
    "decision-review-below-100": (
        draft(rate("decision-legality-review-rate", "99.9")),
        draft(rate("decision-legality-review-rate", "98", comparator="ge")),
    ),
    "leniency-without-cases": (
        draft(m("leniency-amount", "330000", "元")),
        draft(m("leniency-amount", "330000", "元"), m("leniency-cases", "27")),
    ),
    "first-offence-before-law": (
        draft(m("leniency-cases", "27", label="首违不罚案件", period=Y2020)),
        draft(m("leniency-cases", "27", label="首违不罚案件", period=Period.of_year(2021))),
    ),
    "award-after-report": (
        draft(awards=(award(period=Period.of_year(2025)),)),
        draft(awards=(award(period=Y2024), award("全省先进", period=Period.of_year(2025), planned=True))),
    ),
    "national-award-by-lower-body": (
        draft(awards=(award(level="national", conferred_by=CITY),)),
        draft(awards=(award(level="national", conferred_by=MINISTRY), award("甲", level="municipal", conferred_by=CITY))),
    ),
    "act-after-report": (
        draft(citations=(act("2025年法治工作要点"),)),
        draft(citations=(act("2024年法治工作要点"), act("法治建设规划（2021—2025年）"))),
    ),
    "plan-counted-as-done": (
        draft(m("mediation-cases", "20", part="next-plan", period=Y2024)),
        draft(m("mediation-cases", "20", part="next-plan"), m(None, "20", part="next-plan", period=Y2024, planned=True)),
    ),
}  # fmt: skip

SOUND = {
    "work summary without parts, late": draft(type="work-summary", parts=(), issued=date(2024, 12, 1)),
    "plan without parts": draft(type="work-plan", parts=(), issued=date(2023, 6, 1)),
    "report of 2018 on the last day": draft(covers_year=2018, issued=date(2019, 3, 31), parts=()),
    "street office, late": draft(publisher=Body("320402", "甲街道办事处"), issued=date(2024, 6, 1), **TOWN),
    "township of 2018, late": draft(covers_year=2018, issued=date(2019, 6, 1), parts=(), **TOWN),
    "day of publication unknown": draft(issued=None),
    "more appeals than first instances": draft(
        m("litigation-first-instance", "3"), m("litigation-second-instance", "27")
    ),
    "more appearances than cases": draft(m("litigation-cases", "10"), m("official-appearances", "12")),
    "more aid cases than applications": draft(m("legal-aid-applications", "10"), m("legal-aid-cases", "12")),
    "fewer advisers than villages": draft(
        m("village-legal-advisers", "26", "名"),
        m("villages-with-legal-advisers", "110", "个"),
        rate("village-legal-adviser-coverage", "100"),
    ),
    "other years": draft(m(ACCEPTED, "80", period=Y2022), m(CLOSED, "90")),
    "other places": draft(m(ACCEPTED, "80", where=Where("320400")), m(CLOSED, "90")),
    "one township": draft(m(ACCEPTED, "80", where=Where("320402", "320402109")), m(CLOSED, "90")),
    "accepted is a lower bound": draft(m(ACCEPTED, "80", comparator="gt"), m(CLOSED, "90")),
    "closed is an upper bound": draft(m(ACCEPTED, "80"), m(CLOSED, "90", comparator="lt")),
    "a part of the accepted beside the whole": draft(
        m(ACCEPTED, "100"), m(ACCEPTED, "30", label="涉企案件"), m(CLOSED, "90")
    ),
    "bounds of one value": draft(
        m("mediation-cases", "1200", label="调解", comparator="gt"), m("mediation-cases", "1204", label="调解")
    ),
    "a task more than done": draft(rate(None, "120", label="全年任务完成率")),
    "growth above 100": draft(rate(None, "204.17", change=True)),
    "an average": draft(m(None, "10.5", label="人均办理")),
    "attributes that overlap": draft(rate(None, "60", label="女性占比"), rate(None, "70", label="党员占比")),
    "parts that overlap": draft(
        m(None, "100", "人", "干部"), m(None, "60", "人", "党员", 0), m(None, "70", "人", "本科", 0)
    ),
    "a rate in whole numbers": draft(
        m("mediation-cases", "1000"), m("mediation-successes", "984"), rate("mediation-success-rate", "98")
    ),
    "a rate that bounds": draft(
        m("mediation-cases", "1000"), m("mediation-successes", "999"), rate("mediation-success-rate", "98", comparator="ge")
    ),
}  # fmt: skip


def found_in(graph, engine="fast"):
    return {finding.check for finding in validate(graph, WORDS, RULES, engine)}


def test_each_rule_has_a_pair_and_each_pair_a_rule():
    assert set(PAIRS) == {check.name for check in RULES.checks.values()}


@pytest.mark.parametrize("name", PAIRS)
def test_pair(name):
    breaks, keeps = PAIRS[name]
    assert name in found_in(breaks)
    assert name not in found_in(keeps)


@pytest.mark.parametrize("name", SOUND)
def test_no_error(name):
    assert found_in(SOUND[name]) == set()


@pytest.mark.parametrize(
    "said",
    [
        "评查案卷20卷,优秀案卷占比由61%升至74%。",  # one share at two times
        "收到行政复议申请318件,同比增长1.2倍。",  # a factor that was rounded
    ],
)
@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_no_error_as_it_is_read(said, engine):
    text = f"常州市天宁区司法局2023年工作总结\n\n一、主要工作\n{said}\n"
    facts = api.extract(text.encode(), name="a.txt")
    assert len(facts.metrics) >= 2
    assert not {"shares-not-100", "growth-implies-fraction"} & found_in(api.graph(facts), engine)


@pytest.mark.parametrize("name", PAIRS)
def test_the_reference_says_the_same(name):
    for graph in PAIRS[name]:
        assert validate(graph, WORDS, RULES, "reference") == validate(graph, WORDS, RULES, "fast")


def test_what_is_found_is_filled_in():
    for name, (breaks, _) in PAIRS.items():
        finding = next(f for f in validate(breaks, WORDS, RULES, "fast") if f.check == name)
        assert "{" not in finding.message_zh + finding.message_en, name


def test_both_sides_and_the_statement():
    graph = draft(m(ACCEPTED, "108"), m(CLOSED, "120"))
    (finding,) = validate(graph, WORDS, RULES)
    assert (finding.severity, finding.left, finding.right) == ("warning", "120", "108")
    assert finding.message_zh == "办结 120 件，多于受理 108 件（报告中的上年结转已计入）。"
    assert finding.other != finding.focus
    assert finding.report is not None
    assert finding.focus.startswith(finding.report + "/metric/")
    assert finding.other.startswith(finding.report + "/metric/")


def test_every_check_says_its_ground_an_example_and_what_to_do():
    for check in RULES.checks.values():
        for words in (check.ground, check.example, check.remedy):
            assert words is not None
            assert words.zh != words.en
