"""A report by hand, with every kind of fact and every field at least once."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kg import terms
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import (
    Agent,
    Award,
    Body,
    Citation,
    Evidence,
    Facts,
    Head,
    Implementation,
    Metric,
    Period,
    Shortcoming,
    Where,
)

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from kg.vocabulary import Vocabulary

TEXT = """天宁区司法局二〇二三年法治政府建设报告
常宁司〔2024〕3号
一、主要成效
全年受理行政复议申请108件,其中审结96件,同比增长12.5%。调解成功率98%以上,办理时限压至3至5个工作日。
我区公布“首违不罚”事项清单(第二版),共146项,由天宁区司法局牵头。
区司法局获评全国普法先进单位,郑陆镇获全省法治乡镇称号,“阳光小屋”项目和王某某同获表彰。
印发《天宁区2023年法治督察工作方案》,落实《中华人民共和国行政处罚法》。
二、存在的不足
基层执法力量薄弱。信息公开不及时。
三、下一步打算
2024年调解成功率达到99%,复议案件下降5%左右,推广“阳光小屋”。郑陆镇办案20件。办结96件。
"""
REPORT_ID = hashlib.sha256(TEXT.encode()).hexdigest()[:16]
SOURCE = "reports/tianning-2023.txt"
AREA = "320402"
YEAR = Period("2023", "2023")
NEXT_YEAR = Period("2024", "2024")
HERE = Where(AREA)
BUREAU = Body(AREA, "常州市天宁区司法局", "judicial-bureau")


def with_vocabulary(triples: list[Triple], vocabulary: Vocabulary) -> list[Triple]:
    """Return a graph with what the vocabulary says of the concepts that it names, and of the classes."""
    whole = vocabulary_triples(vocabulary)
    named = {triple.object for triple in triples if triple.predicate != terms.RDF_TYPE}
    for _ in range(2):
        named |= {triple.object for triple in whole if triple.subject in named}
    classes = [triple for triple in whole if triple.predicate == terms.RDFS_SUB_CLASS_OF]
    return [*triples, *classes, *(triple for triple in whole if triple.subject in named)]


def evidence(quote: str, occurrence: int = 0) -> Evidence:
    """Return the evidence for the quote's place in the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(quote, start + 1)
    return Evidence(start, start + len(quote), quote)


def metric(
    quote: str, value: str, unit: str, *, occurrence: int = 0, label: str = "数量", **more: object
) -> Metric:
    """Return a metric of the year 2023 about the district."""
    fields: dict[str, object] = {"period": YEAR, "where": HERE, "part": "achievements"} | more
    return Metric(evidence(quote, occurrence), label, Decimal(value), unit, **fields)  # type: ignore[arg-type]


HEAD = Head(
    title="天宁区司法局2023年法治政府建设报告",
    type="annual-report",
    publisher=BUREAU,
    area=AREA,
    level="county",
    covers_year=2023,
    period=YEAR,
    issued=date(2024, 3, 8),
    document_number="常宁司〔2024〕3号",
    parts=("achievements", "shortcomings", "next-plan"),
)
METRICS = (
    metric("108件", "108", "件", label="受理行政复议申请", indicator="reconsideration-accepted"),
    metric("96件", "96", "件", label="审结行政复议申请", breakdown_of=evidence("108件").key),
    metric("12.5%", "12.50", "%", label="审结行政复议申请", change=True),
    metric("98%以上", "98", "%", label="调解成功率", comparator="ge"),
    metric("3至5个工作日", "3", "工作日", label="办理时限", comparator="ge", upper=Decimal(5)),
    metric("99%", "99", "%", label="调解成功率", planned=True, period=NEXT_YEAR, part="next-plan"),
    metric(
        "5%左右", "-5", "%", label="复议案件", change=True, planned=True, comparator="approx",
        period=NEXT_YEAR, part="next-plan",
    ),
    metric("20件", "20", "件", label="办案", where=Where(AREA, "320402109"), part="next-plan"),
    metric(
        "3至5个", "3", "个", label="范围", comparator="ge", upper=Decimal(5), planned=True,
        indicator="law-talks", period=Period("2023-01", "2023-09"), where=Where("139001"),
    ),
    metric("全年", "1", "年", label="旧名", period=Period("2021", "2025"), where=Where("130502")),
    metric("96件", "96", "件", occurrence=1, label="办结", repeats=evidence("96件").key, part="next-plan"),
)  # fmt: skip
AWARDS = (
    Award(
        evidence("全国普法先进单位"), "全国普法先进单位", "区司法局",
        (Agent("body", BUREAU.name, AREA, BUREAU.kind),), Body("100000", "司法部"), "national",
        period=YEAR, where=HERE, part="achievements",
    ),
    Award(
        evidence("全省法治乡镇"), "全省法治乡镇", "郑陆镇", (Agent("area", "郑陆镇", "320402109"),),
        level="provincial", planned=True, period=YEAR, where=HERE, part="achievements",
    ),
    Award(
        evidence("表彰"), "表彰", "“阳光小屋”项目和王某某",
        (Agent("program", "阳光小屋", AREA), Agent("honouree", "王某某", AREA)),
        period=YEAR, where=HERE, part="achievements",
    ),
)  # fmt: skip
CITATIONS = (
    Citation(
        evidence("天宁区2023年法治督察工作方案"), "天宁区2023年法治督察工作方案", "issued",
        period=YEAR, where=HERE, part="achievements",
    ),
    Citation(
        evidence("中华人民共和国行政处罚法"), "中华人民共和国行政处罚法", "implemented", planned=True,
        period=YEAR, where=HERE, part="achievements",
    ),
)  # fmt: skip
IMPLEMENTATIONS = (
    Implementation(
        evidence("“首违不罚”事项清单"), "首违不罚事项清单", ("first-offence-leniency",),
        item_count=146, edition="第二版", run_by=BUREAU, is_list=True,
        period=YEAR, where=HERE, part="achievements",
    ),
    Implementation(
        evidence("阳光小屋", 1), "阳光小屋", ("legal-aid", "mediation"), planned=True,
        responsible=(Body(AREA, "常州市天宁区司法局普法科"), BUREAU),
        period=NEXT_YEAR, where=HERE, part="next-plan",
    ),
)  # fmt: skip
SHORTCOMINGS = (
    Shortcoming(
        evidence("基层执法力量薄弱"), "基层执法力量薄弱", ("team-building",),
        period=YEAR, where=HERE, part="shortcomings",
    ),
    Shortcoming(
        evidence("信息公开不及时"), "信息公开不及时", groups=("governance",),
        period=YEAR, where=HERE, part="shortcomings",
    ),
)  # fmt: skip
FACTS = Facts(TEXT, SOURCE, HEAD, METRICS, AWARDS, CITATIONS, IMPLEMENTATIONS, SHORTCOMINGS, REPORT_ID)
