"""What a body's name and area tell about it."""

from __future__ import annotations

import pytest

from kg import areas, vocabulary
from kg.graph.keys import Known, body_key
from kg.graph.organisations import kind, parent

KNOWN = Known(vocabulary.load(), areas.load())


@pytest.mark.parametrize(
    ("name", "notation"),
    [
        ("常州市天宁区司法局", "judicial-bureau"),
        ("江苏省司法厅", "judicial-bureau"),
        ("常州市天宁区人民政府", "people-government"),
        ("郑陆司法所", "judicial-station"),
        ("国务院", "state-council"),
    ],
)
def test_the_end_of_a_name_tells_the_kind(name: str, notation: str) -> None:
    found = kind(name, KNOWN.vocabulary)
    assert found is not None
    assert found.notation == notation


def test_a_name_that_ends_otherwise_tells_none() -> None:
    assert kind("某某", KNOWN.vocabulary) is None


@pytest.mark.parametrize(
    ("area", "name", "whole"),
    [
        ("320402", "常州市天宁区司法局", "320402|常州市天宁区人民政府"),
        ("320402", "天宁区司法局", "320402|常州市天宁区人民政府"),
        ("320402", "常州市天宁区司法局普法科", "320402|常州市天宁区司法局"),
        ("320402", "天宁区司法局普法科", "320402|常州市天宁区司法局"),
        ("320402", "郑陆司法所", "320402|常州市天宁区司法局"),
        ("320402109", "郑陆司法所", "320402|常州市天宁区司法局"),
        ("310113", "上海市宝山区司法局", "310113|上海市宝山区人民政府"),
        ("320400", "常州市司法局", "320400|常州市人民政府"),
        ("320000", "江苏省司法厅", "320000|江苏省人民政府"),
        ("100000", "司法部", "100000|国务院"),
        ("320400", "常州市公安局交通警察支队", "320400|常州市公安局"),
    ],
)
def test_a_body_is_a_part_where_that_is_sure(area: str, name: str, whole: str) -> None:
    found = parent(body_key(area, name), KNOWN)
    assert found is not None
    assert str(found) == whole


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("320402", "常州市天宁区人民政府"),
        ("100000", "国务院"),
        ("320402", "司法局"),
        ("320402", "武进区司法局"),
        ("320402", "天宁经济开发区司法局"),
        ("320000", "江苏省法律援助中心"),
        ("320402", "某某律师事务所"),
        (None, "常州市天宁区司法局"),
    ],
)
def test_else_nothing_is_said(area: str | None, name: str) -> None:
    assert parent(body_key(area, name), KNOWN) is None
