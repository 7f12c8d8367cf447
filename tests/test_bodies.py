"""Kinds of bodies and their full names. The places are real, the bodies' names are of our own making."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import areas, bodies, vocabulary
from kg.model import Body

GAZETTEER = areas.load()
VOCABULARY = vocabulary.load()

DONGHU = ("360102", "南昌市东湖区司法局")
BAOSHAN = ("310113", "上海市宝山区司法局")
TIANNING = ("320402", "常州市天宁区司法局")
QUJIANG = ("440205", "韶关市曲江区人民政府")
LINGSHUI = ("469028", "陵水黎族自治县司法局")
GAOYOU = ("321084", "高邮市司法局")
XINGNING = ("450102", "南宁市兴宁区司法局")
JIANGSU = ("320000", "江苏省司法厅")
CHANGZHOU = ("320400", "常州市司法局")
HONGMEI = ("320402004", "常州市天宁区红梅街道办事处")


def complete(name, report):
    return bodies.complete(name, report[0], GAZETTEER, report[1], VOCABULARY)


KINDS = {
    "上海市宝山区司法局": "judicial-bureau",
    "江苏省司法厅": "judicial-bureau",
    "司法部": "central-department",
    "某县人民政府": "people-government",
    "某镇人民政府": "township-government",
    "某县人民政府办公室": "government-office",
    "某区司法局办公室": "internal-office",
    "某区司法局普法与依法治理科": "internal-office",
    "某区市场监督管理局": "market-regulation",
    "某区市场监管局": "market-regulation",
    "某市发展和改革委员会": "development-reform",
    "某区发改委": "development-reform",
    "某区卫健委": "health",
    "石桥司法所": "judicial-station",
    "石桥派出所": "police-station",
    "某某律师事务所": "law-firm",
    "某某律师事务所党支部": "party-branch",
    "某某司法鉴定所": "forensic-institution",
    "石桥街道人民调解委员会": "mediation-committee",
    "某市仲裁委员会": "arbitration-commission",
    "某县行政复议委员会": "reconsideration-committee",
    "中共某区委全面依法治区委员会办公室": "law-based-governance-office",
    "某县依法治县办": "law-based-governance-office",
    "中共某区委全面依法治区委员会": "law-based-governance-committee",
    "某区教体局": "education",
    "某区水务局": "water",
    "某区烟草专卖局": "tobacco",
    "某区投资合作局": "government-department",
    "某区公证处": "notary-office",
    "石桥村委会": "grassroots-organisation",
    "石桥街道办事处": "subdistrict-office",
    "某区综合行政执法大队": "enforcement-team",
    "某某科技有限公司": "enterprise",
    "某区法律援助中心": "legal-aid-centre",
    "某区社区矫正委员会": "community-correction",
    "某某专家": None,
    "": None,
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_longest_ending_tells_the_kind(name, kind):
    assert bodies.kind_of(name, VOCABULARY) == kind


def test_bureaus_are_departments_of_governments():
    assert bodies.is_bureau("judicial-bureau", VOCABULARY)
    assert bodies.is_bureau("government-office", VOCABULARY)
    assert not bodies.is_bureau("people-government", VOCABULARY)
    assert not bodies.is_bureau("judicial-station", VOCABULARY)
    assert not bodies.is_bureau("no such kind", VOCABULARY)
    assert not bodies.is_bureau(None, VOCABULARY)


@pytest.mark.parametrize("ending", ["司法局", "公证处"])
def test_the_ending_is_the_longest(ending):
    assert bodies.ending_of("某区" + ending, VOCABULARY) == ending
    assert bodies.ending_of("某区", VOCABULARY) == ""


PLACES = {
    "320000": "江苏省",
    "320400": "常州市",
    "320402": "常州市天宁区",
    "320402004": "常州市天宁区红梅街道",
    "310000": "上海市",
    "310113": "上海市宝山区",
    "430121": "长沙市长沙县",
    "469028": "陵水黎族自治县",
    "321084": "高邮市",
    "450000": "广西壮族自治区",
    "222400": "延边朝鲜族自治州",
    "222401": "延吉市",
    "222426": "延边朝鲜族自治州安图县",
}


@pytest.mark.parametrize(("code", "name"), PLACES.items())
def test_place_as_bodies_bear_it(code, name):
    assert bodies.place_name(code, GAZETTEER) == name


def test_place_of_an_unknown_code():
    with pytest.raises(LookupError, match="999999"):
        bodies.place_name("999999", GAZETTEER)


# (report, name as written, full name, area)
COMPLETED = [
    (DONGHU, "我局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "本局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "局机关", "南昌市东湖区司法局", "360102"),
    (DONGHU, "区司法局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "区司法局机关", "南昌市东湖区司法局", "360102"),
    (DONGHU, "司法局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "东湖区司法局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "江西省南昌市东湖区司法局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "市司法局", "南昌市司法局", "360100"),
    (DONGHU, "省司法厅", "江西省司法厅", "360000"),
    (DONGHU, "司法部", "司法部", "100000"),
    (DONGHU, "国务院", "国务院", "100000"),
    (DONGHU, "中央依法治国办", "中央依法治国办", "100000"),
    (DONGHU, "全国人大常委会", "全国人大常委会", "100000"),
    (DONGHU, "区政府", "南昌市东湖区人民政府", "360102"),
    (DONGHU, "我区人民政府", "南昌市东湖区人民政府", "360102"),
    (DONGHU, "市政府", "南昌市人民政府", "360100"),
    (DONGHU, "区委", "南昌市东湖区委", "360102"),
    (DONGHU, "中共东湖区委", "南昌市东湖区委", "360102"),
    (DONGHU, "区委政法委", "南昌市东湖区委政法委", "360102"),
    (DONGHU, "市市场监督管理局", "南昌市市场监督管理局", "360100"),
    (DONGHU, "市场监管局", "南昌市东湖区市场监管局", "360102"),
    (DONGHU, "公共法律服务管理科", "南昌市东湖区司法局公共法律服务管理科", "360102"),
    (DONGHU, "区司法局办公室", "南昌市东湖区司法局办公室", "360102"),
    (DONGHU, "司法局普法科", "南昌市东湖区司法局普法科", "360102"),
    (DONGHU, "西湖区司法局", "南昌市西湖区司法局", "360103"),
    (DONGHU, "九江市浔阳区司法局", "九江市浔阳区司法局", "360403"),
    (DONGHU, "九江市司法局", "九江市司法局", "360400"),
    (DONGHU, "东湖公证处", "南昌市东湖公证处", "360102"),
    (DONGHU, "东湖司法局", "南昌市东湖区司法局", "360102"),
    (DONGHU, "某某律师事务所", "某某律师事务所", "360102"),
    (DONGHU, "鼓楼区司法局", "鼓楼区司法局", None),
    (DONGHU, "县司法局", "县司法局", None),
    (DONGHU, "镇政府", "镇人民政府", None),
    (BAOSHAN, "区司法局", "上海市宝山区司法局", "310113"),
    (BAOSHAN, "市司法局", "上海市司法局", "310000"),
    (BAOSHAN, "市委依法治市办", "上海市委依法治市办", "310000"),
    (BAOSHAN, "宝山公证处", "上海市宝山公证处", "310113"),
    (TIANNING, "郑陆司法所", "常州市天宁区郑陆司法所", "320402"),
    (TIANNING, "红梅街道人民调解委员会", "常州市天宁区红梅街道人民调解委员会", "320402"),
    (TIANNING, "新桥司法所", "常州市天宁区新桥司法所", "320402"),
    (TIANNING, "省委依法治省办", "江苏省委依法治省办", "320000"),
    (QUJIANG, "区政府", "韶关市曲江区人民政府", "440205"),
    (QUJIANG, "区司法局", "韶关市曲江区司法局", "440205"),
    (LINGSHUI, "县司法局", "陵水黎族自治县司法局", "469028"),
    (LINGSHUI, "县人民政府", "陵水黎族自治县人民政府", "469028"),
    (LINGSHUI, "省司法厅", "海南省司法厅", "460000"),
    (GAOYOU, "市司法局", "高邮市司法局", "321084"),
    (GAOYOU, "市人民政府", "高邮市人民政府", "321084"),
    (GAOYOU, "扬州市司法局", "扬州市司法局", "321000"),
    (XINGNING, "区司法局", "南宁市兴宁区司法局", "450102"),
    (XINGNING, "自治区司法厅", "广西壮族自治区司法厅", "450000"),
    (XINGNING, "区司法厅", "广西壮族自治区司法厅", "450000"),
    (JIANGSU, "我厅", "江苏省司法厅", "320000"),
    (JIANGSU, "南京市司法局", "南京市司法局", "320100"),
    (CHANGZHOU, "天宁区司法局", "常州市天宁区司法局", "320402"),
    (CHANGZHOU, "常州市天宁区司法局", "常州市天宁区司法局", "320402"),
    (HONGMEI, "街道办事处", "常州市天宁区红梅街道办事处", "320402"),
    (HONGMEI, "街道司法所", "常州市天宁区红梅街道司法所", "320402"),
    (HONGMEI, "司法所", "常州市天宁区红梅街道司法所", "320402"),
    (HONGMEI, "区司法局", "常州市天宁区司法局", "320402"),
]


@pytest.mark.parametrize(("report", "name", "full", "area"), COMPLETED)
def test_full_name_and_area(report, name, full, area):
    body = complete(name, report)
    assert (body.name, body.area) == (full, area)
    assert bodies.full_name(name, report[0], GAZETTEER, report[1], VOCABULARY) == full


@pytest.mark.parametrize(
    ("report", "full"), [(r, full) for r, _, full, area in COMPLETED if area is not None]
)
def test_a_full_name_is_its_own_full_name(report, full):
    assert complete(full, report).name == full


def test_the_kind_is_that_of_the_full_name():
    assert complete("我局", DONGHU) == Body("360102", "南昌市东湖区司法局", "judicial-bureau")


def test_without_an_area_or_with_an_unknown_one_names_stay_as_they_are():
    for code in (None, "999999"):
        body = bodies.complete("区司法局", code, GAZETTEER, None, VOCABULARY)
        assert body == Body(None, "区司法局", "judicial-bureau")


def test_without_a_publisher_the_report_area_completes_the_name():
    assert complete("区司法局", ("360102", None)).name == "南昌市东湖区司法局"
    assert complete("普法科", ("360102", None)).name == "南昌市东湖区普法科"


ENDINGS = sorted(e for kind in VOCABULARY.body_types.values() for e in kind.endings)


@given(
    st.sampled_from(ENDINGS),
    st.sampled_from(["区", "市", "省", "县", "我", "东湖区", "南昌市", "东湖", "", "某某"]),
)
def test_no_name_fails_and_every_answer_ends_as_the_name_does(ending, before):
    body = complete(before + ending, DONGHU)
    assert body.kind is not None
    assert body.area is None or GAZETTEER.area(body.area) is not None
    assert body.name == DONGHU[1] or body.name.endswith(ending.replace("政府", "人民政府")[-1])


@given(st.text(max_size=30))
def test_any_text_is_answered(text):
    assert isinstance(complete(text, DONGHU).name, str)
    assert bodies.ending_of(text, VOCABULARY) == "" or bodies.kind_of(text, VOCABULARY) is not None
