"""Every question gives the same rows in the same order in three engines, over the samples and the annotations."""

import pyoxigraph as ox
import pytest

import kg
from kg import resources
from kg.querying.library import questions
from kg.querying.run import question_text
from tests.questions import engines, gold_graph

SAMPLES = resources.folder("samples")
SLOW_IN_RDFLIB = {"district-profile", "outliers"}
"""With all their parameters rdflib joins these row by row with row; as they stand in the file is enough there."""


@pytest.fixture(scope="module")
def asked():
    """The text of each question as it stands, and with its parameters written in."""
    texts = {question.id: question.text for question in questions()}
    for question in questions():
        every = {parameter.name: parameter.example for parameter in question.parameters}
        if question.id not in SLOW_IN_RDFLIB:
            texts[f"{question.id} with parameters"] = question_text(question.id, every)
    return texts


@pytest.fixture(scope="module", params=["samples", "annotations"])
def graph(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("graphs") / f"{request.param}.nt"
    if request.param == "samples":
        folder = path.with_suffix("")
        kg.build([SAMPLES], folder, manifest=SAMPLES / "manifest.csv")
        path.write_bytes(kg.dump(folder))
    elif not gold_graph.GOLD:
        pytest.skip("the annotated reports are not beside the checkout")
    else:
        triples = gold_graph.graph(gold_graph.load())
        ox.serialize(triples, str(path), format=ox.RdfFormat.N_TRIPLES)
    return path


@pytest.fixture(scope="module")
def expected(graph, asked):
    return dict(zip(asked, engines.oxigraph(graph, list(asked.values())), strict=True))


def differing(asked, found, expected):
    return [name for name, rows in zip(asked, found, strict=True) if rows != expected[name]]


@pytest.mark.skipif(bool(engines.MISSING), reason=str(engines.MISSING))
def test_comunica_agrees(graph, asked, expected):
    assert differing(asked, engines.comunica(graph, list(asked.values())), expected) == []


def test_rdflib_agrees(graph, asked, expected):
    as_they_stand = {name: text for name, text in asked.items() if "with parameters" not in name}
    found = engines.from_rdflib(graph, list(as_they_stand.values()))
    assert differing(as_they_stand, found, expected) == []


def test_most_questions_have_rows_here(expected):
    """Engines that agree on nothing would agree too easily."""
    assert sum(bool(rows) for rows in expected.values()) > len(expected) / 2
