"""Who answers for what a plan promises."""

import pytest

from kg import areas
from kg.extraction.responsibility import responsibilities
from tests.extraction.program_reading import PUBLISHER, programs_of
from tests.extraction.reading import context_of, head

PLAN = head(type="work-plan", publisher=PUBLISHER)


def responsible(text: str) -> list[list[str]]:
    """The offices that answer for each program, without the bureau's name in front."""
    found = programs_of(text, PLAN)
    return [[body.name.removeprefix(PUBLISHER.name) for body in program.responsible] for program in found]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("(责任部门:社区矫正管理科、各司法所)", ["社区矫正管理科", "各司法所"]),
        ("（责任单位：办公室）", ["办公室"]),
        ("[牵头科室:普法与依法治理科]", ["普法与依法治理科"]),
        ("【责任科室:法治督察科,行政复议科】", ["法治督察科", "行政复议科"]),
        ("(责任部门:人民参与和促进法治科)", ["人民参与和促进法治科"]),
        ("(责任部门:办公室和政治处)", ["办公室", "政治处"]),
        ("(牵头单位:办公室;配合单位:各司法所)", ["办公室", "各司法所"]),
        ("(责任部门:办公室、办公室)", ["办公室"]),
        ("\n责任部门:政治处", ["政治处"]),
        ("(责任部门:)", []),
        ("(联系电话:办公室)", []),
        ("", []),
    ],
)
def test_a_note_behind_a_passage_names_who_is_responsible(note: str, expected: list[str]) -> None:
    assert responsible(f"推行柔性执法。{note}\n") == [expected]


def test_a_note_governs_its_paragraph_back_to_the_note_before() -> None:
    first = "推行柔性执法。(责任科室:甲科)建立“庭所共建”机制。(责任科室:乙科)\n"
    text = first + "开展“春雨润企”行动。\n打造“和风”驿站。(责任科室:丙科)"
    assert responsible(text) == [["甲科"], ["乙科"], [], ["丙科"]]


def test_all_programs_of_a_paragraph_have_the_same_offices() -> None:
    assert responsible("推行柔性执法,建立“庭所共建”机制。(责任部门:甲科、乙科)") == [["甲科", "乙科"]] * 2


def test_an_office_bears_the_publisher_s_name_and_area() -> None:
    (found,) = programs_of("推行柔性执法。(责任部门:办公室)", PLAN)
    assert [(b.area, b.name) for b in found.responsible] == [("320402", "常州市天宁区司法局办公室")]


def test_a_department_bears_its_place() -> None:
    (found,) = programs_of("推行柔性执法。(责任单位:区民政局、市场监管局)", PLAN)
    assert [b.name for b in found.responsible] == ["常州市天宁区民政局", "常州市天宁区市场监管局"]


def test_a_note_ends_where_it_stands() -> None:
    context = context_of("推行柔性执法。(责任单位:区民政局)建立“庭所共建”机制。", head(publisher=None))
    notes = responsibilities(context, areas.load())
    assert [body.name for body in notes.at(0)] == ["常州市天宁区民政局"]
    assert notes.at(context.plain.index("建立")) == ()


def test_a_note_without_an_end_takes_nothing() -> None:
    assert responsible("推行柔性执法。(责任部门:" + "甲" * 500) == [[]]
