import re

import pytest

from kg import messages, resources
from kg.errors import QueryError
from kg.querying import library
from kg.querying.parameters import check

NUMBER = ["unit", "comparator", "upper", "period"]
VALUE = "value unit comparator upper period"
FACT = "quote statement report"
COLUMNS = {
    "first-offence-lists": f"area areaName year program edition items status {FACT}",
    "district-profile": f"area areaName year statementKind indicator label kind {VALUE} status {FACT}",
    "compare-districts": f"area areaName year {VALUE} {FACT}",
    "awards": f"area areaName year award recipient conferredBy level {FACT}",
    "documents-issued": f"area areaName year title relation status {FACT}",
    "evidence": "statement report source start end quote",
    "metrics": "area areaName township year indicator group label kind "
    f"{VALUE} part repeats start end {FACT}",
}
HEADER = """# id: x
# title: A question
# title@zh: 一个问题
# description: In two
#   lines.
# description@zh: 分成
#   两行。
# keywords: a, b
# parameter area (area, optional): 320402
SELECT * {}
"""
ALL = pytest.mark.parametrize("question", library.questions(), ids=lambda question: question.id)


@pytest.mark.parametrize("identifier", COLUMNS)
def test_columns(identifier, store):
    answer = store.query(library.question(identifier).text)
    assert [variable.value for variable in answer.variables] == COLUMNS[identifier].split()


@ALL
def test_conventions_for_columns(question, store):
    columns = [variable.value for variable in store.query(question.text).variables]
    columns = [column for column in columns if column != "otherValue"]  # stands beside the value
    if "value" in columns:
        after = [name for name in columns[columns.index("value") + 1 :] if name != "otherValue"]
        assert after[:4] == NUMBER
    if "statement" in columns and question.id != "evidence":
        assert columns[columns.index("statement") - 1 :][:2] == ["quote", "statement"]
        assert columns[-1] == "report"


@ALL
def test_order_is_defined_and_ends_with_a_key(question):
    order = re.search(r"^ORDER BY (.*)$", question.text, re.MULTILINE)
    assert order is not None
    keys = order[1]
    for name in re.findall(r"\?\w+", keys):  # a key may be computed beforehand
        bound = re.search(rf"^ *BIND\((.*) AS {re.escape(name)}\)$", question.text, re.MULTILINE)
        keys += bound[1] if bound else ""
    assert re.search(r"STR\(\?\w+\)", keys)


@ALL
def test_file_is_named_for_its_id_and_described_in_both_languages(question):
    assert (resources.folder("queries") / f"{question.id}.rq").is_file()
    assert re.search("[一-龥]", question.title_zh)
    assert re.search("[一-龥]", question.description_zh)
    assert not re.search("[一-龥]", question.title)
    assert question.keywords


@ALL
def test_every_parameter_has_a_block_and_an_example_that_fits(question):
    check(question, {parameter.name: parameter.example for parameter in question.parameters})
    for parameter in question.parameters:
        if parameter.type == "limit":
            assert question.text.endswith(f"\nLIMIT {parameter.example}\n")
            continue
        block = re.search(rf"# param {parameter.name}\n(.*?)# end\n", question.text, re.DOTALL)
        assert block is not None
        assert "VALUES" in block[1]
        active = [line for line in block[1].splitlines() if line.strip() and not line.strip().startswith("#")]
        assert bool(active) == parameter.required


def test_header_lines_go_on():
    question = library.parse(HEADER, "x.rq")
    assert question.description == "In two lines."
    assert question.description_zh == "分成两行。"
    assert question.titled("zh") == "一个问题"
    assert question.described("en") == "In two lines."
    assert question.keywords == ("a", "b")
    assert question.parameters == (library.Parameter("area", "area", False, "320402"),)


@pytest.mark.parametrize("field", ["id", "title", "title@zh", "description", "keywords"])
def test_header_that_lacks_a_line(field):
    broken = "\n".join(line for line in HEADER.splitlines() if not line.startswith(f"# {field}:"))
    with pytest.raises(QueryError) as caught:
        library.parse(broken, "x.rq")
    assert caught.value.code == "question-header"
    assert caught.value.values == {"file": "x.rq", "field": field}


def test_unknown_question_names_the_nearest():
    with pytest.raises(QueryError) as caught:
        library.question("first-offense-lists")
    assert "first-offence-lists" in caught.value.in_language("en")
    assert all(
        "awards" in messages.text("question-unknown", language, id="x", near="awards")
        for language in ("zh", "en")
    )
