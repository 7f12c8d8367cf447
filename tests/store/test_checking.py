import pickle

import pytest

from kg import areas, terms, vocabulary
from kg.graph.describe import describe
from kg.model import Given
from kg.store import checking
from tests.store import small

WORDS = vocabulary.load()


def graph_of(text):
    facts = small.read_text(text, "a.txt", Given(), WORDS, areas.load())
    return describe(facts, WORDS, areas.load(), "1")


def test_a_sound_graph_passes():
    text = "area 320402\nmetric 件 5\naward 先进集体 320402 甲机构\ncite 工作办法\nprogram 甲行动"
    checking.check(graph_of(text), WORDS, "a.txt")


def test_a_violation_is_told_in_both_languages_also_by_another_process():
    triples = graph_of("area 320402\nmetric 件 5")
    broken = [triple for triple in triples if triple.predicate != terms.STATED_IN]
    with pytest.raises(checking.BrokenRulesError) as caught:
        checking.check(broken, WORDS, "a.txt")
    error = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert error.findings == caught.value.findings
    assert "a.txt" in error.in_language("en")
    assert error.findings[0].message_en in error.in_language("en")
    assert error.findings[0].message_zh in error.in_language("zh")


def test_a_warning_is_no_reason_to_leave_a_report_out():
    triples = [t for t in graph_of("area 320402\nmetric 件 5") if t.predicate != terms.PERIOD]
    checking.check(triples, WORDS, "a.txt")
