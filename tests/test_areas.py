"""The gazetteer: codes, names, levels, what lies in what, and what took the place of what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.area_names import grammar
from kg.areas import COUNTRY, load

GAZETTEER = load()
CODES = tuple(GAZETTEER.divisions)
ENDED = tuple(code for code, area in GAZETTEER.divisions.items() if area.last_revision)


def test_it_is_read_once() -> None:
    assert load() is GAZETTEER


@pytest.mark.parametrize(
    ("code", "full_name", "level"),
    [
        ("100000", "中国", "national"),
        ("320000", "江苏省", "provincial"),
        ("310000", "上海市", "provincial"),
        ("320400", "江苏省常州市", "municipal"),
        ("320402", "江苏省常州市天宁区", "county"),
        ("310113", "上海市宝山区", "county"),
        ("469028", "海南省陵水黎族自治县", "county"),
        ("500240", "重庆市石柱土家族自治县", "county"),
        ("659001", "新疆维吾尔自治区石河子市", "county"),
        ("441900", "广东省东莞市", "municipal"),
        ("320402109", "江苏省常州市天宁区郑陆镇", "township"),
        ("441900119", "广东省东莞市长安镇", "township"),
    ],
)
def test_full_name_and_level(code: str, full_name: str, level: str) -> None:
    assert GAZETTEER.full_name(code) == full_name
    assert GAZETTEER.level(code) == level


@pytest.mark.parametrize("code", ["999999", "", "320402999", "32040", "abc"])
def test_an_unknown_code_has_no_area(code: str) -> None:
    assert GAZETTEER.area(code) is None
    assert GAZETTEER.level(code) is None
    assert GAZETTEER.ancestors(code) == ()
    assert not GAZETTEER.valid_in(code, 2020)
    assert GAZETTEER.replaced_by(code) is None
    with pytest.raises(LookupError, match="no area has the code"):
        GAZETTEER.full_name(code)


@given(st.sampled_from(CODES))
def test_every_area_lies_in_the_country_through_known_areas(code: str) -> None:
    chain = (code, *GAZETTEER.ancestors(code))
    assert chain[-1] == COUNTRY
    assert all(outer in GAZETTEER.divisions for outer in chain)
    assert all(GAZETTEER.within(code, outer) for outer in chain)
    assert len(set(chain)) == len(chain)


@given(st.sampled_from(CODES))
def test_every_area_is_found_by_its_names(code: str) -> None:
    area = GAZETTEER.divisions[code]
    for name in (area.name, *area.former):
        assert area in GAZETTEER.named(name)
    if code != COUNTRY:
        assert area in GAZETTEER.children(area.parent or "")


def test_ancestors_and_within() -> None:
    assert GAZETTEER.ancestors("320402109") == ("320402", "320400", "320000", "100000")
    assert GAZETTEER.within("320402", "320000")
    assert not GAZETTEER.within("320000", "320402")
    assert not GAZETTEER.within("320402", "310000")


def test_names_shared_by_several_areas() -> None:
    assert {area.code for area in GAZETTEER.named("宝山区")} == {"310113", "230506"}
    assert [area.code for area in GAZETTEER.named("天宁区")] == ["320402"]
    assert GAZETTEER.named("无此区") == ()


def test_contracted_names_of_autonomous_areas() -> None:
    assert GAZETTEER.named("陵水县")[0].code == "469028"
    assert GAZETTEER.named("黔东南州")[0].code == "522600"


@pytest.mark.parametrize(
    ("short", "codes"),
    [
        ("天宁", {"320402"}),
        ("曲江", {"440205", "440221"}),
        ("广西", {"450000"}),
        ("黔东南", {"522600"}),
        ("和", set()),
        ("天宁区", set()),
    ],
)
def test_short_names(short: str, codes: set[str]) -> None:
    assert {area.code for area in GAZETTEER.short(short)} == codes


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("天宁区", "天宁"),
        ("陵水黎族自治县", "陵水"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("博尔塔拉蒙古自治州", "博尔塔拉"),
        ("鄂温克族自治旗", "鄂温克"),
        ("东乡族自治县", "东乡"),
        ("内蒙古自治区", "内蒙古"),
        ("阿里地区", "阿里"),
        ("新林区", "新林"),
        ("和县", "和"),
    ],
)
def test_stems(name: str, stem: str) -> None:
    assert grammar().stem(name) == stem


@pytest.mark.parametrize(
    ("code", "successor"),
    [
        ("440221", "440205"),  # a county became a district of the same stem
        ("130223", "130284"),  # 滦县, whose stem has one character, became 滦州市
        ("469003", "460400"),  # the same name under another code
        ("142300", "141100"),  # a prefecture became a city
        ("110103", "110101"),  # merged into a neighbour of another name
        ("532701", "530802"),  # 思茅市 is 思茅区 today, not the city that once bore the name
        ("320402", None),  # still valid
        ("130421", None),  # divided among several
    ],
)
def test_successors(code: str, successor: str | None) -> None:
    assert GAZETTEER.replaced_by(code) == successor


@given(st.sampled_from(ENDED))
def test_a_successor_is_valid_today_and_in_the_same_province(code: str) -> None:
    successor = GAZETTEER.replaced_by(code)
    if successor is not None:
        assert GAZETTEER.divisions[successor].last_revision is None
        assert successor[:2] == code[:2]


@pytest.mark.parametrize(
    ("code", "valid", "invalid"),
    [
        ("440221", 2003, 2006),
        ("440205", 2022, 2000),
        ("220381", 2018, 2021),  # 公主岭市 moved in 2020
        ("220184", 2021, 2018),
        ("320402", 1990, None),
        ("460400", 2016, 2010),
    ],
)
def test_validity(code: str, valid: int, invalid: int | None) -> None:
    assert GAZETTEER.valid_in(code, valid)
    if invalid is not None:
        assert not GAZETTEER.valid_in(code, invalid)


def test_a_reused_code_keeps_only_its_own_names() -> None:
    """469025 was 定安县 until 2006 and is 白沙黎族自治县 since; 定安县 has a code of its own."""
    assert GAZETTEER.divisions["469025"].former == ()
    assert [area.code for area in GAZETTEER.named("定安县")] == ["469021"]


def test_a_renamed_area_keeps_its_former_name() -> None:
    area = GAZETTEER.divisions["360402"]
    assert (area.name, area.former) == ("濂溪区", ("庐山区",))


def test_no_group_of_areas_passes_for_one() -> None:
    for area in GAZETTEER.divisions.values():
        assert len(area.name) > 1
        assert "直辖县级" not in area.name
        assert not area.name.endswith("市辖区")


def test_townships_of_a_county() -> None:
    names = [area.name for area in GAZETTEER.children("320402")]
    assert "郑陆镇" in names
    assert {area.code[:6] for area in GAZETTEER.townships_named("郑陆镇")} == {"320402"}


def test_pinyin() -> None:
    assert GAZETTEER.pinyin["500000"] == ("chong", "qing")
    assert set(GAZETTEER.pinyin) == set(CODES) - {COUNTRY}
