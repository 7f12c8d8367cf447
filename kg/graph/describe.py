"""From one report's facts to its triples."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import Triple

from kg.errors import GraphError
from kg.graph import statements
from kg.graph.keys import Known
from kg.graph.report import report
from kg.graph.statements import Setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.areas import Gazetteer
    from kg.graph.entities import Entity, Piece
    from kg.model import Evidence, Facts
    from kg.vocabulary import Vocabulary


def describe(facts: Facts, vocabulary: Vocabulary, gazetteer: Gazetteer, extracted_with: str) -> list[Triple]:
    """Return the graph of one report, sorted and without duplicates: the same facts give the same list.

    It describes the report, its statements, and every area, body, program, document, honouree and period that
    these name, but no concepts and individuals of the vocabulary (see ``kg.graph.vocabulary_graph``).

    Raises GraphError if an evidence is not what the text says at its place, if two statements of a kind have
    the same span, or if an area's code is in no table: none of these may come from an extractor.
    """
    _check_evidence(facts)
    known = Known(vocabulary, gazetteer)
    try:
        triples = set(_triples(_pieces(facts, known, extracted_with)))
    except LookupError as error:
        raise GraphError("graph-unknown-area", source=facts.source, area=error.args[0]) from error
    return sorted(triples, key=str)


def _pieces(facts: Facts, known: Known, extracted_with: str) -> Iterator[Piece]:
    setting = Setting(facts.report_id, facts.head.area, known)
    return chain(
        report(facts, known, extracted_with),
        *(statements.metric(setting, said) for said in facts.metrics),
        *(statements.award(setting, said) for said in facts.awards),
        *(statements.citation(setting, said) for said in facts.citations),
        *(statements.implementation(setting, said) for said in facts.implementations),
        *(statements.shortcoming(setting, said) for said in facts.shortcomings),
    )


def _triples(pieces: Iterable[Piece]) -> Iterator[Triple]:
    """Yield the triples among the pieces, and those of each entity once."""
    found: dict[str, Entity] = {}
    for piece in pieces:
        if isinstance(piece, Triple):
            yield piece
        else:
            found[piece.node.value] = piece
    for entity in found.values():
        yield from entity.triples


def _check_evidence(facts: Facts) -> None:
    for kind, evidences in _evidences(facts):
        for evidence in evidences:
            _check_quote(facts, evidence)
        twice = [span for span, times in Counter(e.key for e in evidences).items() if times > 1]
        if twice:
            start, end = twice[0]
            raise GraphError("graph-same-span", source=facts.source, kind=kind, start=start, end=end)


def _check_quote(facts: Facts, evidence: Evidence) -> None:
    found = facts.text[evidence.start : evidence.end]
    if found != evidence.quote or not 0 <= evidence.start < evidence.end:
        raise GraphError(
            "graph-evidence-differs",
            source=facts.source,
            start=evidence.start,
            end=evidence.end,
            quote=evidence.quote,
            found=found,
        )


def _evidences(facts: Facts) -> Iterator[tuple[str, list[Evidence]]]:
    yield "metric", [said.evidence for said in facts.metrics]
    yield "award", [said.evidence for said in facts.awards]
    yield "citation", [said.evidence for said in facts.citations]
    yield "implementation", [said.evidence for said in facts.implementations]
    yield "shortcoming", [said.evidence for said in facts.shortcomings]
