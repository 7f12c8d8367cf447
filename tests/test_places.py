"""Names of areas in running text, and which area a shared name means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.areas import COUNTRY, load
from kg.places import find_places, find_short_names, townships
from kg.surroundings import hosts, read_surroundings, resolve

GAZETTEER = load()
CODES = tuple(
    code
    for code, area in GAZETTEER.divisions.items()
    if code != COUNTRY and area.name.endswith(tuple("省市区县旗州盟"))
)


def places(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[p.start : p.end], p.codes) for p in find_places(text, 0, len(text), GAZETTEER)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江苏省常州市天宁区召开会议", [("江苏省常州市天宁区", ("320402",))]),
        ("常州市天宁区和武进区", [("常州市天宁区", ("320402",)), ("武进区", ("320412",))]),
        ("南昌东湖区", [("南昌东湖区", ("360102",))]),
        ("广西南宁市青秀区", [("广西南宁市青秀区", ("450103",))]),
        ("宝山区", [("宝山区", ("230506", "310113"))]),
        ("上海市宝山区", [("上海市宝山区", ("310113",))]),
        ("在天宁区郑陆镇调研", [("天宁区郑陆镇", ("320402109",))]),
        ("吉林省吉林市", [("吉林省吉林市", ("220200",))]),
        ("海南省海口市琼山区", [("海南省海口市琼山区", ("460107",))]),
        ("长沙市区道路", [("长沙市", ("430100",))]),
        ("黔东南州凯里市", [("黔东南州凯里市", ("522601",))]),
        ("上海市天宁区", [("上海市", ("310000",)), ("天宁区", ("320402",))]),
        ("本区各镇", []),
        ("", []),
    ],
)
def test_places(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert places(text) == found


def test_common_nouns_are_places_only_behind_a_larger_one() -> None:
    assert places("城区和老城区的道路") == []
    assert places("晋城市城区的道路") == [("晋城市城区", ("140502",))]


def test_names_of_two_characters_need_a_border_or_a_larger_place() -> None:
    assert places("街道和县里") == []
    assert places("马鞍山市和县") == [("马鞍山市和县", ("340523",))]
    assert places("忠县召开会议") == [("忠县", ("500233",))]


def test_only_the_span_is_read() -> None:
    text = "天宁区、武进区"
    assert [p.name for p in find_places(text, 4, 7, GAZETTEER)] == ["武进区"]
    assert find_places(text, 0, 2, GAZETTEER) == []


@given(st.sampled_from(CODES))
def test_every_full_name_is_found_as_its_area(code: str) -> None:
    name = GAZETTEER.full_name(code)
    (found,) = find_places(name, 0, len(name), GAZETTEER)
    assert (found.start, found.end) == (0, len(name))
    assert code in found.codes


@given(st.text(alphabet="江苏省常州市天宁区和县镇的,。\n", max_size=40))
def test_places_lie_apart_in_order_and_inside_the_text(text: str) -> None:
    position = 0
    for place in find_places(text, 0, len(text), GAZETTEER):
        assert position <= place.start < place.end <= len(text)
        assert text[place.start : place.end].endswith(place.name)
        assert place.codes
        position = place.end


def test_short_names_before_bodies_and_after_slogans() -> None:
    text = "天宁公证处参与法治宝山建设,推动和平发展"
    assert [p.name for p in find_short_names(text, 0, len(text), GAZETTEER)] == ["天宁", "宝山"]


def test_townships_of_a_county() -> None:
    text = "在郑陆镇和兰陵街道试点,白云街道除外"
    found = townships("320402", GAZETTEER)
    names = found.pattern.findall(text)
    assert [(name, found.codes[name]) for name in names] == [
        ("郑陆镇", ("320402109",)),
        ("兰陵街道", ("320402006",)),
    ]


def meant(name: str, text: str, key: str = "report.txt", year: int | None = 2022) -> str | None:
    areas = GAZETTEER.named(name) or GAZETTEER.townships_named(name)
    around = read_surroundings(text, key, GAZETTEER)
    return resolve([area.code for area in areas], around, GAZETTEER, year)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("宝山区", "上海市的宝山区", "310113"),
        ("宝山区", "黑龙江省双鸭山市", "230506"),
        ("鼓楼区", "鼓楼区位于徐州", "320302"),
        ("鼓楼区", "与台江区、仓山区相邻", "350102"),
        ("鼓楼区", "五凤街道、温泉街道、洪山镇", "350102"),
        ("下洋镇", "徐闻县的下洋镇", "440825109"),
        ("天宁区", "", "320402"),
        ("宝山区", "宝山区的工作", None),
        ("鼓楼区", "", None),
    ],
)
def test_context_settles_a_shared_name(name: str, text: str, code: str | None) -> None:
    assert meant(name, text) == code


@pytest.mark.parametrize(
    ("name", "key", "code"),
    [
        ("和平区", "http://www.tjhp.gov.cn/zwgk/1.html", "120101"),
        ("和平区", "https://www.syhp.gov.cn/zwgk/1.html", "210102"),
        ("下洋镇", "http://www.xuwen.gov.cn/a", "440825109"),
        ("和平区", "folder/tjhp.txt", None),
        ("和平区", "http://www.example.org/tjhp", None),
    ],
)
def test_the_host_of_the_source_settles_a_shared_name(name: str, key: str, code: str | None) -> None:
    assert meant(name, "", key) == code


def test_the_year_decides_between_codes_of_one_area() -> None:
    assert meant("公主岭市", "", year=2018) == "220381"
    assert meant("公主岭市", "", year=2022) == "220184"
    assert meant("公主岭市", "", year=None) == "220184"


def test_hosts() -> None:
    around = read_surroundings("", "http://rongchang.gov.cn/x", GAZETTEER)
    assert hosts(around, GAZETTEER) == ("500153",)
    assert hosts(read_surroundings("", "a/b.txt", GAZETTEER), GAZETTEER) == ()
