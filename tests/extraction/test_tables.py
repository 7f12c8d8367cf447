"""Numbers of tables: rows with cells apart, and a cell a line; what row, column and header say of them."""

import pytest

from kg.model import Metric, Period
from tests.extraction.reading import metrics_of

ROWS = """主要数据
指标 | 单位 | 2023年 | 2022年 | 年度目标
收到行政复议申请 | 件 | 120 | 98 | 100
办理法律援助案件 | 件 | 356 | 301 | 330
"""
LINES = """项目
本年
上年
同比增长
调解纠纷(件)
1200
1100
9.1%
办理公证事项
560件
500件
12%
"""
SERIALS = """序号
处理方式
数量(件)
1
行政复议维持
35
2
行政复议撤销
6
3
行政复议驳回
9
"""

REMARKS = """项目 | 数量 | 备注 |
开展法治讲座场次 | 28 | 涉及民法典、劳动法等 |
普法活动受众人次 | 1200 | 线上线下合计 |
发放普法资料 | 5000份 | 含手册、折页、海报 |
法律援助受援人数 | 36 | 其中农民工为主 |
"""

SIGNS = """| 指标 | 单位 | 2023年 | 2022年 | 增减 |
| --- | --- | --- | --- | --- |
| 收到行政复议申请 | 件 | 120 | 98 | 22.45% |
| 办理法律援助案件 | 件 | 356 | 401 | -11.22% |
"""


def read(text: str) -> list[tuple[str, str | None, str, str, bool, bool]]:
    def year(metric: Metric) -> str:
        return metric.period.notation if metric.period else ""

    return [
        (m.evidence.quote, m.indicator, f"{m.value}{m.unit}", year(m), m.change, m.planned)
        for m in metrics_of(text)
    ]


def test_a_row_a_line_with_units_and_years_in_columns() -> None:
    assert read(ROWS) == [
        ("120", "reconsideration-applications", "120件", "2023", False, False),
        ("98", "reconsideration-applications", "98件", "2022", False, False),
        ("100", "reconsideration-applications", "100件", "2023", False, True),
        ("356", "legal-aid-cases", "356件", "2023", False, False),
        ("301", "legal-aid-cases", "301件", "2022", False, False),
        ("330", "legal-aid-cases", "330件", "2023", False, True),
    ]


def test_a_cell_a_line() -> None:
    assert read(LINES) == [
        ("1200", "mediation-cases", "1200件", "2023", False, False),
        ("1100", "mediation-cases", "1100件", "2022", False, False),
        ("9.1%", "mediation-cases", "9.1%", "2023", True, False),
        ("560件", "notarial-matters", "560件", "2023", False, False),
        ("500件", "notarial-matters", "500件", "2022", False, False),
        ("12%", "notarial-matters", "12%", "2023", True, False),
    ]


def test_numbers_that_count_the_rows_are_none() -> None:
    assert [(quote, indicator) for quote, indicator, *_ in read(SERIALS)] == [
        ("35", "reconsideration-upheld"),
        ("6", "reconsideration-corrected"),
        ("9", "reconsideration-rejected"),
    ]


def test_tables_one_after_the_other_keep_their_own_headers() -> None:
    assert read(LINES + SERIALS) == read(LINES) + read(SERIALS)


@pytest.mark.parametrize(
    "text",
    [
        "第一章\n总则\n第二章\n分则\n第三章\n附则\n",
        "联系人\n张三\n电话\n12348\n地址\n某路5号\n",
        "2023\n2022\n2021\n2020\n2019\n2018\n",
    ],
)
def test_other_short_lines_are_no_table(text: str) -> None:
    assert read(text) == []


def test_running_text_beside_a_table_is_read_as_ever() -> None:
    text = f"全年调解纠纷5件。\n{LINES}全年办理公证7件。\n"
    assert [m.evidence.quote for m in metrics_of(text)] == [
        "5件",
        *(quote for quote, *_ in read(LINES)),
        "7件",
    ]
    assert metrics_of(text)[0].period == Period.of_year(2023)


def test_a_unit_may_have_a_scale_and_rows_above_give_the_topic() -> None:
    metrics = metrics_of(
        "指标 | 数量\n收到行政复议申请(件) | 42\n审结(件) | 38\n维持(件) | 15\n罚款金额(万元) | 8.5\n"
    )
    assert [(metric.indicator, metric.value, metric.unit) for metric in metrics] == [
        ("reconsideration-applications", 42, "件"),
        ("reconsideration-closed", 38, "件"),
        ("reconsideration-upheld", 15, "件"),
        ("penalty-amount", 85000, "元"),
    ]


def test_remarks_beside_the_numbers_are_no_part_of_the_table() -> None:
    assert [(quote, indicator, value) for quote, indicator, value, *_ in read(REMARKS)] == [
        ("28", "law-talks", "28场次"),
        ("1200", "publicity-participants", "1200人次"),
        ("5000份", "publicity-materials", "5000份"),
        ("36", "legal-aid-recipients", "36人"),
    ]


def test_a_sign_before_a_percentage_says_which_way_it_went() -> None:
    assert [(quote, value, year, change) for quote, _, value, year, change, _ in read(SIGNS)] == [
        ("120", "120件", "2023", False),
        ("98", "98件", "2022", False),
        ("22.45%", "22.45%", "2023", True),
        ("356", "356件", "2023", False),
        ("401", "401件", "2022", False),
        ("-11.22%", "-11.22%", "2023", True),
    ]
