"""What the questions answer over the samples, read off the samples by hand.

``samples/readings`` holds what a person reads in each sample, ``samples/answers`` the complete answer of each question
and a near miss that must not appear, with the reason. Over the graph of the readings every answer is exactly right, so
that no extractor has a part in it; over the samples as built it is the same, but for the facts that a reading marks.
"""

import tomllib
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import kg
from kg import resources
from kg.querying.library import questions
from tests.questions import readings
from tests.questions.columns import COLUMNS

ANSWERS = Path(__file__).with_name("samples") / "answers"
QUESTIONS = [question.id for question in questions()]
STATEMENTS = ("statement", "otherStatement", "example", "repeats")
LEFT_OUT = {"statement", "start", "end"}
"""Columns that the tables leave out, as a quote names the statement; in some questions others are left out."""
LEFT_OUT_OF = {"bodies": {"body"}, "evidence": {"statement"}}


def answer_of(question):
    """Return the file of a question's answer."""
    return tomllib.loads((ANSWERS / f"{question}.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def names():
    """Return what the tables call the graph's reports and statements."""
    found = {}
    for reading in readings.load():
        found[readings.report_iri(reading)] = reading.sample.stem
        found |= {readings.statement_iri(reading, line): line.quote for line in reading.lines}
    return found


@pytest.fixture(scope="module")
def by_hand():
    return kg.open(readings.graph())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    samples, folder = resources.folder("samples"), tmp_path_factory.mktemp("stores") / "samples"
    kg.build([samples], folder, manifest=samples / "manifest.csv")
    return kg.open(folder)


def asked(graph, question, given):
    """Return the rows of a question; a statement is given as ``sample kind quote``."""
    if "statement" in given:
        sample, kind, quote = given["statement"].split(" ")
        reading = next(reading for reading in readings.load() if reading.sample.stem == sample)
        line = next(line for line in reading.lines if (line.kind, line.quote) == (kind, quote))
        given = {"statement": readings.statement_iri(reading, line)}
    return graph.query(question, **given).rows


def plain(value, names):
    """Return a value as the tables write it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        value = format(value.normalize(), "f")
    text = "" if value is None else str(value)
    return unicodedata.normalize("NFKC", names.get(text, text))


def table(answer):
    """Return the columns and the rows of an answer."""
    cells = [
        [unicodedata.normalize("NFKC", cell.strip()) for cell in line.split("|")]
        for line in answer["rows"].strip("\n").split("\n")
    ]
    return cells[0], cells[1:]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_an_answer_with_rows_and_a_near_miss_with_its_reason(question):
    answer = answer_of(question)
    assert answer["answer"]
    assert answer["near_miss"]
    for each in answer["answer"]:
        columns, rows = table(each)
        left_out = LEFT_OUT_OF.get(question, LEFT_OUT)
        assert columns == [c for c in COLUMNS[question].split() if c not in left_out]
        assert rows
        assert {len(row) for row in rows} == {len(columns)}
    texts = {reading.sample.stem: reading.text for reading in readings.load()}
    for miss in answer["near_miss"]:
        assert miss["text"] in texts[miss["sample"]]
        assert miss["why"]
        assert set(miss["row"]) <= set(COLUMNS[question].split())


def test_no_answer_is_left_of_a_question_that_is_gone():
    assert sorted(path.stem for path in ANSWERS.glob("*.toml")) == sorted(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_answer_is_the_one_that_a_person_gives(question, by_hand, names):
    for each in answer_of(question)["answer"]:
        columns, rows = table(each)
        found = [
            [plain(row[c], names) for c in columns] for row in asked(by_hand, question, each.get("given", {}))
        ]
        assert sorted(found) == sorted(rows)


@pytest.mark.parametrize("graph", ["by_hand", "built"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_near_misses_do_not_appear(question, graph, request, names):
    graph = request.getfixturevalue(graph)
    for miss in answer_of(question)["near_miss"]:
        row = {column: unicodedata.normalize("NFKC", value) for column, value in miss["row"].items()}
        for found in asked(graph, question, miss.get("given", {})):
            assert {column: plain(found[column], names) for column in row} != row, miss["why"]


@pytest.fixture(scope="module")
def open_to_doubt(built):
    """Return the statements that a reading marks, and the programs that only the program takes for ones.

    What is a program is the one thing that the rules leave room for: how well they are found is measured elsewhere.
    """
    read = {readings.statement_iri(reading, line) for reading in readings.load() for line in reading.lines}
    rows = built.query("statements").rows
    programs = {str(row["statement"]) for row in rows if row["statementKind"] == "implementation"}
    return readings.marked_statements() | (programs - read)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_samples_as_built_give_the_answer_but_for_what_is_open_to_doubt(
    question, by_hand, built, open_to_doubt, request
):
    answer = answer_of(question)
    if "differs" in answer:
        request.applymarker(pytest.mark.xfail(reason=answer["differs"], strict=True))
    for each in answer["answer"]:
        given = each.get("given", {})
        rows = [comparable(asked(graph, question, given), open_to_doubt) for graph in (by_hand, built)]
        assert rows[1] == rows[0]


def comparable(rows, left_out):
    """Return how often each row is there, without those of some statements and without metrics' labels.

    A metric has no one right label.
    """
    kept = [row for row in rows if left_out.isdisjoint(str(row.get(name)) for name in STATEMENTS)]
    return Counter(
        tuple(
            (name, plain(value, {})) for name, value in row.items() if name != "label" or not of_metric(row)
        )
        for row in kept
    )


def of_metric(row):
    return row.get("unit") is not None or row.get("statementKind") == "metric"


@pytest.mark.parametrize("reading", readings.load(), ids=lambda reading: reading.sample.stem)
def test_the_program_finds_what_a_person_reads_and_no_more_but_for_what_is_open_to_doubt(
    reading, built, open_to_doubt
):
    rows = built.query("statements").rows
    found = {str(row["statement"]) for row in rows if str(row["report"]) == readings.report_iri(reading)}
    read = {readings.statement_iri(reading, line) for line in reading.lines}
    assert found ^ read <= open_to_doubt
