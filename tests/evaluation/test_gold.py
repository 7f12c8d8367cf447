"""Facts in the form of an annotation: the fields, names and values that annotation files have."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.evaluation.gold import to_gold
from kg.model import Body
from tests.graph.examples import FACTS, TEXT, evidence

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
KINDS = ("metrics", "awards", "documents", "programs", "shortcomings")


def entry(kind: str, quote: str, occurrence: int = 0) -> dict[str, object]:
    span = evidence(quote, occurrence)
    (found,) = [e for e in to_gold(FACTS)[kind] if (e["start"], e["end"]) == (span.start, span.end)]
    return {key: value for key, value in found.items() if key not in ("quote", "start", "end")}


def test_the_report() -> None:
    assert to_gold(FACTS)["document"] == {
        "title": "天宁区司法局2023年法治政府建设报告",
        "type": "annual-report",
        "publisher": "常州市天宁区司法局",
        "jurisdiction": "320402",
        "level": "county",
        "coversYear": 2023,
        "issued": "2024-03-08",
        "documentNumber": "常宁司〔2024〕3号",
        "sections": ["achievements", "shortcomings", "next-plan"],
    }


@pytest.mark.parametrize(
    ("level", "name"),
    [("provincial", "province"), ("municipal", "city"), ("township", "township"), (None, None)],
)
def test_levels_of_reports(level: str | None, name: str | None) -> None:
    head = replace(FACTS.head, level=level)  # type: ignore[arg-type]
    assert to_gold(replace(FACTS, head=head))["document"]["level"] == name


def test_a_metric() -> None:
    assert entry("metrics", "108件") == {
        "label": "受理行政复议申请",
        "indicator": "reconsideration-accepted",
        "value": 108,
        "unit": "件",
        "comparator": "eq",
        "status": "actual",
        "change": False,
        "period": "2023",
        "jurisdiction": "320402",
    }


def test_a_range_has_its_upper_bound_beside_it() -> None:
    assert (entry("metrics", "3至5个工作日")["value"], entry("metrics", "3至5个工作日")["upper"]) == (3, 5)
    assert "upper" not in entry("metrics", "108件")


def test_planned_changes() -> None:
    found = entry("metrics", "5%左右")
    assert (found["value"], found["change"], found["status"], found["period"]) == (-5, True, "target", "2024")


def test_periods_of_months() -> None:
    assert entry("metrics", "3至5个")["period"] == "2023-01/2023-09"


def test_numbers_are_whole_where_they_can_be() -> None:
    assert isinstance(entry("metrics", "108件")["value"], int)
    assert entry("metrics", "12.5%")["value"] == 12.5


def test_an_award() -> None:
    assert entry("awards", "全国普法先进单位") == {
        "name": "全国普法先进单位",
        "recipient": "区司法局",
        "conferredBy": "司法部",
        "level": "national",
        "status": "won",
        "year": 2023,
    }
    assert entry("awards", "全省法治乡镇")["status"] == "sought"
    assert entry("awards", "表彰")["conferredBy"] is None


def test_a_document() -> None:
    assert entry("documents", "中华人民共和国行政处罚法") == {
        "title": "中华人民共和国行政处罚法",
        "relation": "implemented",
        "status": "target",
    }


def test_a_program() -> None:
    assert entry("programs", "“首违不罚”事项清单") == {
        "name": "首违不罚事项清单",
        "type": "first-offence-leniency",
        "status": "active",
        "itemCount": 146,
        "edition": "第二版",
    }


def test_offices_are_named_as_a_plan_writes_them() -> None:
    assert entry("programs", "阳光小屋", 1)["responsible"] == ["普法科", "常州市天宁区司法局"]
    elsewhere = replace(FACTS, head=replace(FACTS.head, publisher=Body("320400", "常州市司法局")))
    assert to_gold(elsewhere)["programs"][1]["responsible"] == [
        "常州市天宁区司法局普法科",
        "常州市天宁区司法局",
    ]


def test_a_shortcoming() -> None:
    assert entry("shortcomings", "基层执法力量薄弱") == {
        "label": "基层执法力量薄弱",
        "topic": "team-building",
    }
    assert entry("shortcomings", "信息公开不及时")["topic"] is None


def test_quotes_stand_where_they_say() -> None:
    for kind in KINDS:
        for found in to_gold(FACTS)[kind]:
            assert TEXT[found["start"] : found["end"]] == found["quote"]


def test_it_is_json() -> None:
    assert json.loads(json.dumps(to_gold(FACTS), ensure_ascii=False)) == to_gold(FACTS)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated real reports are not there")
def test_the_fields_are_those_of_annotations() -> None:
    ours = to_gold(FACTS)
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        assert set(ours) == set(gold)
        assert set(ours["document"]) == set(gold["document"])
        for kind in KINDS:
            fields = {field for found in ours[kind] for field in found}
            assert {field for found in gold[kind] for field in found} <= fields
