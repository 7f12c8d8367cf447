"""What charts show, read off the drawing."""

import math
from decimal import Decimal

import pyoxigraph as ox
import pytest
from matplotlib.figure import Figure

from kg import terms
from kg.pictures import charts
from kg.pictures.library import Measured, Picture
from kg.pictures.rows import labelled, of_one_unit
from kg.querying.results import Result

LINES = Picture("q", "lines", {"x": "year", "y": "value", "series": "area"})
BARS = Picture("q", "bars", {}, ("area",), (Measured("value", "数值", "value"),))
MATRIX = Picture("q", "matrix", {"row": "area", "column": "type", "value": "value"})


def row(area, year, value, unit="件", comparator=None, **more):
    return {"area": area, "year": year, "value": None if value is None else Decimal(str(value)), "unit": unit,
            "comparator": comparator, **more}  # fmt: skip


def drawn(chart, rows, picture):
    figure = Figure()
    return figure, chart(figure, rows, picture)


def test_lines_go_through_the_years_of_each_series():
    rows = [row("甲", 2022, 20), row("甲", 2021, 10), row("乙", 2022, 5, comparator="gt")]
    figure, missing = drawn(charts.lines, rows, LINES)
    [axes] = figure.axes
    assert missing == 0
    assert sorted((list(line.get_xdata()), list(line.get_ydata())) for line in axes.lines) == [
        ([2021, 2022], [10, 20]),
        ([2022], [5]),
    ]
    assert [text.get_text() for text in axes.texts if text.get_text()] == [">"]
    assert (axes.get_ylabel(), axes.get_ylim()[0]) == ("件", 0)
    assert list(axes.get_xticks()) == [2021, 2022]


def test_a_line_breaks_off_where_reports_differ():
    figure, _ = drawn(charts.lines, [row("甲", 2021, 1), row("甲", 2022, 2), row("甲", 2022, 3)], LINES)
    [line] = figure.axes[0].lines
    assert math.isnan(line.get_ydata()[1])
    points = [tuple(point) for each in figure.axes[0].collections for point in each.get_offsets()]
    assert points == [(2021, 1), (2022, 2), (2022, 3)]


def test_another_unit_and_what_has_no_number_are_counted_as_missing():
    rows = [
        row("甲", 2021, 1),
        row("甲", 2022, 2),
        row("甲", 2022, 99, "%"),
        row("甲", 2020, None),
        row("甲", None, 3),
    ]
    figure, missing = drawn(charts.lines, rows, LINES)
    assert missing == 3
    assert list(figure.axes[0].lines[0].get_ydata()) == [1, 2]


def test_panels_have_scales_of_their_own():
    picture = Picture("q", "lines", {**LINES.columns, "panels": "indicator"})
    rows = [row("甲", 2021, 1, indicator="案件"), row("甲", 2021, 98, "%", indicator="成功率")]
    figure, missing = drawn(charts.lines, rows, picture)
    assert missing == 0
    assert {axes.get_title(): axes.get_ylabel() for axes in figure.axes} == {"案件": "件", "成功率": "%"}


def test_more_panels_and_series_than_have_room():
    picture = Picture("q", "lines", {**LINES.columns, "panels": "indicator"})
    rows = [row("甲", 2021, 1, indicator=f"指标{n:02}") for n in range(charts.MOST_PANELS + 3)]
    assert drawn(charts.lines, rows, picture)[1] == 3
    rows = [row(f"地区{n:02}", 2021, 1) for n in range(charts.MOST_LINES + 2)]
    assert drawn(charts.lines, rows, LINES)[1] == 2


def test_bars_are_ranked_and_inexact_figures_marked():
    figure, missing = drawn(charts.bars, [row("甲", 2021, 5), row("乙", 2021, 9.5, comparator="ge")], BARS)
    [axes] = figure.axes
    assert missing == 0
    assert [label.get_text() for label in axes.get_yticklabels()] == ["乙", "甲"]
    assert [bar.get_width() for bar in axes.patches] == [9.5, 5]
    assert [text.get_text() for text in axes.texts] == ["≥9.5", "5"]
    places = [bar.get_y() for bar in axes.patches]
    assert places[0] > places[1]


def test_stacked_bars_stand_on_each_other():
    values = (Measured("a", "甲", "a"), Measured("b", "乙", "b"))
    picture = Picture("q", "bars", {}, ("area",), values, stacked=True)
    figure, _ = drawn(charts.bars, [{"area": "天宁区", "a": 2, "b": 3}], picture)
    assert [(bar.get_x(), bar.get_width()) for bar in figure.axes[0].patches] == [(0, 2), (2, 3)]


def test_more_bars_than_have_room():
    rows = [row(f"地区{n:02}", 2021, n + 1) for n in range(charts.MOST_BARS + 5)]
    figure, missing = drawn(charts.bars, rows, BARS)
    assert missing == 5
    assert max(bar.get_width() for bar in figure.axes[0].patches) == charts.MOST_BARS + 5


def test_the_matrix_has_a_cell_for_each_pair_and_none_for_nothing():
    rows = [
        {"area": a, "type": t, "value": v}
        for a, t, v in (("甲", "x", 1), ("乙", "x", 5), ("乙", "y", 2), ("甲", "y", 0))
    ]
    figure, missing = drawn(charts.matrix, rows, MATRIX)
    [axes] = figure.axes
    assert missing == 0
    assert [label.get_text() for label in axes.get_yticklabels()] == ["乙", "甲"]
    grid = axes.images[0].get_array()
    assert grid.tolist() == [[5, 2], [1, None]]
    assert [text.get_text() for text in axes.texts] == ["5", "2", "1"]


def test_a_matrix_of_nothing():
    rows = [{"area": "甲", "type": "x", "value": 0}, {"area": "甲", "type": "y", "value": None}]
    figure, missing = drawn(charts.matrix, rows, MATRIX)
    assert missing == 0
    assert list(figure.axes[0].get_xticks()) == []


def test_rows_and_columns_of_nothing_are_not_shown():
    rows = [{"area": "甲", "type": "x", "value": 1}, {"area": "甲", "type": "y", "value": 0}]
    figure, _ = drawn(charts.matrix, rows, MATRIX)
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["x"]


def test_years_across_stand_in_their_order():
    rows = [{"area": "甲", "type": str(year), "value": year} for year in (2023, 2021)]
    figure, _ = drawn(charts.matrix, rows, MATRIX)
    assert [label.get_text() for label in figure.axes[0].get_xticklabels()] == ["2021", "2023"]


@pytest.mark.parametrize("chart", [charts.lines, charts.bars])
def test_rows_without_numbers(chart):
    assert drawn(chart, [row("甲", 2021, None)], LINES if chart is charts.lines else BARS)[1] == 1


def test_one_unit():
    rows = [row("甲", 2021, 1, "家"), row("甲", 2021, 1, "件"), row("甲", 2021, 2, "件")]
    assert of_one_unit(rows) == (rows[1:], "件")
    assert of_one_unit([{"area": "甲"}]) == ([{"area": "甲"}], "")


def test_notations_are_replaced_by_labels():
    result = Result(("type", "area"), ((ox.Literal("mediation"), ox.Literal("320402")),))
    labels = {(terms.PROGRAM_TYPE_BASE, "mediation"): "人民调解"}
    assert labelled(result, labels) == [{"type": "人民调解", "area": "320402"}]
