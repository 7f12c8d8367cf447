"""What a report states, as triples: metrics, awards, citations, implementations and shortcomings.

Each function yields the pieces of one statement: its triples, and the entities that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from kg import terms
from kg.graph import entities, iris
from kg.graph.entities import Entity, Piece, link
from kg.graph.individuals import COMPARATORS, LEVELS, PARTS, RELATIONS, status
from kg.graph.literals import chinese, decimal, integer, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph.iris import StatementKind
    from kg.graph.keys import Known
    from kg.model import (
        Agent,
        Award,
        Body,
        Citation,
        Evidence,
        Implementation,
        Metric,
        Shortcoming,
        Where,
    )

    Statement = Metric | Award | Citation | Implementation | Shortcoming


@dataclass(frozen=True, slots=True)
class Setting:
    """The report that states: its id, the code of its area, and what its keys are read with."""

    report_id: str
    area: str | None
    known: Known


def metric(setting: Setting, said: Metric) -> Iterator[Piece]:
    """Describe a quantity."""
    node = iris.statement(setting.report_id, "metric", said.evidence.key)
    yield Triple(node, terms.RDF_TYPE, terms.METRIC)
    yield from _common(setting, node, "metric", said, said.label)
    yield Triple(node, _number_property(said), decimal(said.value))
    if said.unit:
        yield Triple(node, terms.UNIT, plain(said.unit))
    if said.indicator:
        yield Triple(node, terms.INDICATOR, iris.indicator(said.indicator, setting.known.vocabulary))
    if said.comparator in COMPARATORS:
        yield Triple(node, terms.COMPARATOR, COMPARATORS[said.comparator])
    if said.upper is not None:
        yield Triple(node, terms.UPPER_VALUE, decimal(said.upper))
    if said.breakdown_of is not None:
        whole = iris.statement(setting.report_id, "metric", said.breakdown_of)
        yield Triple(node, terms.BREAKDOWN_OF, whole)


def _number_property(said: Metric) -> NamedNode:
    if said.planned:
        return terms.TARGET_CHANGE if said.change else terms.TARGET
    return terms.CHANGE if said.change else terms.VALUE


def award(setting: Setting, said: Award) -> Iterator[Piece]:
    """Describe an honour won or sought."""
    node = iris.statement(setting.report_id, "award", said.evidence.key)
    yield Triple(node, terms.RDF_TYPE, terms.AWARD)
    yield from _common(setting, node, "award", said, said.name)
    yield Triple(node, terms.STATUS, status(said.planned))
    for agent in said.recipients:
        yield from link(node, terms.RECIPIENT, _recipient(agent, setting.known))
    if said.conferred_by:
        yield from link(node, terms.CONFERRED_BY, _body(said.conferred_by, setting.known))
    if said.level:
        yield Triple(node, terms.LEVEL, LEVELS[said.level])


def _recipient(agent: Agent, known: Known) -> Entity:
    if agent.kind == "area" and agent.area:
        return entities.area(agent.area, known)
    if agent.kind == "body":
        return entities.body(agent.area, agent.name, known)
    if agent.kind == "program":
        return entities.program(agent.area, agent.name, known)
    return entities.honouree(agent.area, agent.name, known)


def citation(setting: Setting, said: Citation) -> Iterator[Piece]:
    """Describe what was done with a document."""
    node = iris.statement(setting.report_id, "citation", said.evidence.key)
    yield Triple(node, terms.RDF_TYPE, terms.CITATION)
    yield from _common(setting, node, "citation", said, said.title)
    document = entities.document(_area_of(setting, said.where), said.title, setting.known)
    yield from link(node, terms.DOCUMENT, document)
    yield Triple(node, terms.RELATION, RELATIONS[said.relation])
    yield Triple(node, terms.STATUS, status(said.planned))


def implementation(setting: Setting, said: Implementation) -> Iterator[Piece]:
    """Describe a program that the area runs, or plans to run."""
    node = iris.statement(setting.report_id, "implementation", said.evidence.key)
    yield Triple(node, terms.RDF_TYPE, terms.IMPLEMENTATION)
    if said.is_list:
        yield Triple(node, terms.RDF_TYPE, terms.LENIENCY_LIST)
    yield from _common(setting, node, "implementation", said, said.name)
    program = entities.program(_area_of(setting, said.where), said.name, setting.known)
    yield from link(node, terms.PROGRAM, program)
    yield Triple(node, terms.STATUS, status(said.planned))
    for kind in said.types:
        yield Triple(node, terms.PROGRAM_TYPE, iris.program_type(kind, setting.known.vocabulary))
    if said.item_count is not None:
        yield Triple(node, terms.ITEM_COUNT, integer(said.item_count))
    if said.edition:
        yield Triple(node, terms.EDITION, plain(said.edition))
    if said.run_by:
        yield from link(node, terms.RUN_BY, _body(said.run_by, setting.known))
    for body in said.responsible:
        yield from link(node, terms.RESPONSIBLE, _body(body, setting.known))


def shortcoming(setting: Setting, said: Shortcoming) -> Iterator[Piece]:
    """Describe a problem that the report admits."""
    node = iris.statement(setting.report_id, "shortcoming", said.evidence.key)
    yield Triple(node, terms.RDF_TYPE, terms.SHORTCOMING)
    yield from _common(setting, node, "shortcoming", said, said.label)
    for topic in said.topics:
        yield Triple(node, terms.CONCERNS, iris.program_type(topic, setting.known.vocabulary))
    for group in said.groups:
        yield Triple(node, terms.CONCERNS, iris.indicator_group(group, setting.known.vocabulary))


def _common(
    setting: Setting, node: NamedNode, kind: StatementKind, said: Statement, label: str
) -> Iterator[Piece]:
    """Describe what all statements have; one without a label of its own is called what the text says."""
    yield Triple(node, terms.RDF_TYPE, terms.STATEMENT)
    yield Triple(node, terms.STATED_IN, iris.report(setting.report_id))
    yield Triple(node, terms.RDFS_LABEL, chinese(label or said.evidence.quote))
    yield from _evidence(setting, node, said.evidence)
    if said.where.area:
        yield from link(node, terms.OF_AREA, entities.area(said.where.area, setting.known))
    if said.where.township:
        yield from link(node, terms.TOWNSHIP, entities.area(said.where.township, setting.known))
    if said.period:
        yield from link(node, terms.PERIOD, entities.period(said.period))
    if said.part:
        yield Triple(node, terms.IN_PART, PARTS[said.part])
    if said.repeats:
        yield Triple(node, terms.REPEATS, iris.statement(setting.report_id, kind, said.repeats))


def _evidence(setting: Setting, node: NamedNode, evidence: Evidence) -> Iterator[Triple]:
    span = iris.evidence(setting.report_id, evidence.key)
    yield Triple(node, terms.EVIDENCE, span)
    yield Triple(span, terms.RDF_TYPE, terms.EVIDENCE_CLASS)
    yield Triple(span, terms.OA_START, integer(evidence.start))
    yield Triple(span, terms.OA_END, integer(evidence.end))
    yield Triple(span, terms.OA_EXACT, plain(evidence.quote))


def _body(body: Body, known: Known) -> Entity:
    return entities.body(body.area, body.name, known)


def _area_of(setting: Setting, where: Where) -> str | None:
    """Return the area whose program or document a statement speaks of: its own, else the report's."""
    return where.area or setting.area
