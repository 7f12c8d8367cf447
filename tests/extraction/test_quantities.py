from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction.quantities import find_quantities
from tests.extraction.reading import context_of


def read(text: str) -> list[tuple[str, str, str, str, str | None]]:
    context = context_of(text)
    return [
        (
            context.plain[q.start : q.end],
            str(q.value),
            q.unit,
            q.comparator,
            None if q.upper is None else str(q.upper),
        )
        for q in find_quantities(context)
    ]


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "comparator"),
    [
        ("调解纠纷1378件。", "1378件", "1378", "件", "eq"),
        ("减免罚款33万余元。", "33万余元", "330000", "元", "gt"),
        ("接待群众2300余人次。", "2300余人次", "2300", "人次", "gt"),
        ("走访近千次。", "近千次", "1000", "次", "lt"),
        ("举办百余场。", "百余场", "100", "场", "gt"),
        ("服务数百人次。", "数百人次", "100", "人次", "gt"),
        ("发放4.2万份。", "4.2万份", "42000", "份", "eq"),
        ("发放两万份。", "两万份", "20000", "份", "eq"),
        ("覆盖率达95%以上。", "95%以上", "95", "%", "ge"),
        ("败诉率控制在10%以下。", "10%以下", "10", "%", "le"),
        ("参考率超过90%。", "超过90%", "90", "%", "gt"),
        ("不少于12次。", "不少于12次", "12", "次", "ge"),
        ("为近400余名律师服务。", "近400余名", "400", "名", "approx"),
        ("约30件。", "约30件", "30", "件", "approx"),
        ("约1.2万人左右。", "约1.2万人左右", "12000", "人", "approx"),
        ("共收到１．５万件。", "1.5万件", "15000", "件", "eq"),
        ("办结率９８％。", "98%", "98", "%", "eq"),
        ("百分之九十八的案件。", "百分之九十八", "98", "%", "eq"),
        ("百分之九十八点六的案件。", "百分之九十八点六", "98.6", "%", "eq"),
        ("三成以上的村。", "三成以上", "30", "%", "ge"),
        ("约三分之一的案件。", "约三分之一", "33.33", "%", "approx"),
        ("提高17个百分点。", "17个百分点", "17", "百分点", "eq"),
        ("压缩至2个工作日。", "2个工作日", "2", "工作日", "eq"),
        ("收到申请0件。", "0件", "0", "件", "eq"),
        ("开展巡演12场(次)。", "12场(次)", "12", "场(次)", "eq"),
        ("涉案金额1,234.5万元。", "1,234.5万元", "12345000", "元", "eq"),
        ("挽回损失8.2亿,群众满意。", "8.2亿", "820000000", "元", "eq"),
        ("涉案金额超过3.5万余。", "超过3.5万余", "35000", "元", "gt"),
        ("受益群众近50万。", "近50万", "500000", "人", "lt"),
        ("作品阅读量达10万。", "10万", "100000", "次", "eq"),
        ("组建 11 个团队。", "11个", "11", "个", "eq"),
        ("三个协调小组。", "三个", "3", "个", "eq"),
    ],
)
def test_reads_each_form(text: str, quote: str, value: str, unit: str, comparator: str) -> None:
    assert read(text) == [(quote, value, unit, comparator, None)]


@pytest.mark.parametrize(
    ("text", "value", "upper"),
    [
        ("建成3—5个。", "3", "5"),
        ("建成3至5个。", "3", "5"),
        ("达30%—40%。", "30", "40"),
        ("服务2万—3万人次。", "20000", "30000"),
    ],
)
def test_a_range_has_two_bounds(text: str, value: str, upper: str) -> None:
    [(_, lower, _, comparator, higher)] = read(text)
    assert (lower, comparator, higher) == (value, "ge", upper)


@pytest.mark.parametrize(
    "text",
    [
        "2023年6月20日召开会议。", "第二批清单和第3次会议。", "《2021-2025年规划》印发3件", "打造“3511”工作。", "拨打12348热线。",
        "年满80周岁的老人。", "为期一个月的行动。", "首个品牌。", "打造一个品牌。", "增强“四个意识”。", "落实三项制度。",
        "会同12部门开展整治。", "建立1+6+3体系。", "近三年来稳步发展。", "宝司〔2021〕1号。", "打通最后一公里。",
        "全天24小时服务的理念。", "执行2025版清单。", "清单编号达3.5万。", "金额约为3.5,共计。",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_quantity_stays_out(text: str) -> None:
    context = context_of(text)
    kept = [q for q in find_quantities(context) if q.unit not in context.vocabulary.words["unit-of-time"]]
    inside_titles = [q for q in kept if context.quotation(q.number)]
    assert not inside_titles
    assert [context.plain[q.start : q.end] for q in kept if "3件" not in context.plain[q.start : q.end]] == []


def test_a_bounding_word_within_another_word_bounds_nothing() -> None:
    assert read("最近3次会议节约20万元。") == [
        ("3次", "3", "次", "eq", None),
        ("20万元", "200000", "元", "eq", None),
    ]


@settings(max_examples=200)
@given(st.integers(1, 10**9), st.sampled_from(["件", "人次", "家", "元", "%"]))
def test_every_whole_number_with_a_unit_is_found_whole(number: int, unit: str) -> None:
    [(quote, value, found, comparator, _)] = read(f"全年共办理{number}{unit}。")
    assert (quote, Decimal(value), found, comparator) == (f"{number}{unit}", number, unit, "eq")


@settings(max_examples=200)
@given(
    st.text(
        alphabet="一二三十百千万余近超约至—0123456789.,%件个人次元成分之第《》“”年月日以上下 ", max_size=60
    )
)
def test_no_text_breaks_the_recogniser(text: str) -> None:
    context = context_of(text)
    for quantity in find_quantities(context):
        assert context.evidence(quantity.start, quantity.end).quote
        assert quantity.start <= quantity.number < quantity.end
