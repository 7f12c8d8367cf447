import pyoxigraph as ox
import pytest

from kg import terms
from kg.errors import KgError, QueryError
from kg.querying import names
from kg.querying.library import Parameter, Question
from kg.querying.parameters import check


def asking(kind, required=False, name="given"):
    parameter = Parameter(name, kind, required, "example")
    return Question("asked", "", "", "", "", (), (parameter,), "")


def terms_of(kind, value):
    return [term.value for term in check(asking(kind), {"given": value})["given"]]


def refused(kind, value):
    with pytest.raises(KgError) as caught:
        check(asking(kind), {"given": value})
    for language in ("zh", "en"):
        message = caught.value.in_language(language)
        assert str(value) in message
        assert "{" not in message.replace(str(value), "")
    return caught.value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("320402", "320402"),
        (320402, "320402"),
        (" 320402 ", "320402"),
        (terms.AREA_BASE + "320402", "320402"),
        ("天宁区", "320402"),
        ("天宁", "320402"),
        ("常州市天宁区", "320402"),
        ("江苏常州天宁", "320402"),
        ("上海宝山", "310113"),
        ("中国", "100000"),
        ("江苏", "320000"),
    ],
)
def test_areas_by_code_and_name(value, code):
    assert terms_of("area", value) == [terms.AREA_BASE + code]


def test_a_name_that_several_areas_share_is_settled_by_the_user():
    error = refused("area", "鼓楼区")
    assert error.code == "given-area-name-shared"
    assert "320106 江苏省南京市鼓楼区" in str(error)
    assert "350102 福建省福州市鼓楼区" in str(error)


def test_an_unknown_area_names_those_with_similar_names():
    error = refused("area", "天宁县")
    assert error.code == "given-area-name-unknown"
    assert "320402 江苏省常州市天宁区" in str(error)
    assert refused("area", "999999").code == "given-area-code-unknown"
    assert refused("area", "没有这个地方").code == "given-area-name-unknown"


def test_a_township_leads_to_its_county():
    error = refused("area", "320402001")
    assert error.code == "area-township"
    assert error.values["county"] == "320402"


@pytest.mark.parametrize(("value", "written"), [(2023, "2023"), ("2023", "2023"), ("1949", "1949")])
def test_years(value, written):
    assert check(asking("year"), {"given": value})["given"] == (
        ox.Literal(written, datatype=terms.XSD_INTEGER),
    )


@pytest.mark.parametrize(
    "value", ["23", "2023年", "二〇二三", "２０２３", "1", "9999", "-2023", "2023 ", "9" * 5000]
)
def test_years_that_are_none(value):
    if value.strip() == "2023":
        assert terms_of("year", value) == ["2023"]
    else:
        assert refused("year", value).code == "year-invalid"


@pytest.mark.parametrize("value", ["mediation-cases", "Mediation Cases", "mediation_cases", "调解纠纷数"])
def test_indicators_by_id_and_name(value):
    assert terms_of("indicator", value) == [terms.INDICATOR_BASE + "mediation-cases"]


def test_an_unknown_indicator_names_the_nearest():
    error = refused("indicator", "mediation-case")
    assert error.code == "indicator-unknown"
    assert "mediation-cases" in str(error)


@pytest.mark.parametrize("value", ["first-offence-leniency", "首违不罚", "首违免罚"])
def test_types_by_id_and_name(value):
    assert terms_of("type", value) == [terms.PROGRAM_TYPE_BASE + "first-offence-leniency"]


def test_an_unknown_type_names_the_nearest():
    error = refused("type", "首违不罚清单啊")
    assert error.code == "type-unknown"
    assert "first-offence-leniency" in str(error)


@pytest.mark.parametrize("value", ["首维不罚", "shouweibufa", "首韦不罚"])
def test_a_name_that_sounds_right_brings_up_its_type(value):
    assert str(refused("type", value).values["near"]).startswith("first-offence-leniency")


def test_an_area_may_be_given_in_pinyin():
    assert terms_of("area", "tianning") == [terms.AREA_BASE + "320402"]


@pytest.mark.parametrize("value", ["national", "National", terms.ROL + "national"])
def test_levels(value):
    assert terms_of("level", value) == [terms.ROL + "NationalLevel"]


def test_an_unknown_level_names_them_all():
    error = refused("level", "world")
    assert error.code == "level-unknown"
    assert all(level in str(error) for level in ("national", "provincial", "municipal", "county", "township"))


def test_statements_by_whole_and_short_iri():
    short = "report/0123456789abcdef/metric/10-14"
    assert terms_of("statement", short) == [terms.BASE + short]
    assert terms_of("statement", terms.BASE + short) == [terms.BASE + short]


@pytest.mark.parametrize(
    "value",
    [
        "report/0123456789abcdef",
        "http://example.org/x",
        "report/0123456789abcdef/metric/10-14> } SELECT * { ?s ?p ?o",
        "report/0123456789abcdef/metric/１-２",
        "",
    ],
)
def test_statements_that_are_none(value):
    assert refused("statement", value).code == "statement-invalid"


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "ten", "", "1000000000"])
def test_limits_that_are_none(value):
    assert refused("limit", value).code == "limit-invalid"


def test_one_limit_only():
    assert terms_of("limit", ["5"]) == ["5"]
    with pytest.raises(QueryError) as caught:
        check(asking("limit"), {"given": ["5", "6"]})
    assert caught.value.code == "parameter-single"


def test_several_values_without_repetition():
    assert terms_of("year", [2023, "2022", 2023]) == ["2023", "2022"]


def test_areas_within_another_are_left_out():
    assert terms_of("area", ["320402", "江苏省", "360102"]) == [
        terms.AREA_BASE + "320000",
        terms.AREA_BASE + "360102",
    ]


def test_unknown_and_missing_parameters():
    with pytest.raises(QueryError) as unknown:
        check(asking("year"), {"yaer": 2023})
    assert unknown.value.code == "parameter-unknown"
    assert "given" in str(unknown.value)
    with pytest.raises(QueryError) as missing:
        check(asking("year", required=True), {})
    assert missing.value.code == "parameter-missing"
    assert "--param given=example" in str(missing.value)


@pytest.mark.parametrize("nothing", [None, []])
def test_nothing_given_is_left_out(nothing):
    assert check(asking("year"), {"given": nothing}) == {}


def test_names_are_found_whatever_their_case_width_and_spaces():
    assert names.fold(" Ａ b_C-d ") == "abcd"
