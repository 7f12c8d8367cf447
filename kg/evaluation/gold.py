"""A report's facts in the form of an annotation, which ``kg extract --format json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from kg.model import (
        Award,
        Body,
        Citation,
        Evidence,
        Facts,
        Head,
        Implementation,
        Level,
        Metric,
        Period,
        Shortcoming,
    )

Entry = dict[str, Any]
_LEVELS_OF_REPORTS: Mapping[Level | None, str | None] = {
    "national": "national",
    "provincial": "province",
    "municipal": "city",
    "county": "county",
    "township": "township",
    None: None,
}


def to_gold(facts: Facts) -> Entry:
    """Return the facts as JSON values, keyed and named as in an annotation file.

    Offsets are code points into the text. Fields of the graph that annotations do not have are left out.
    """
    publisher = facts.head.publisher
    return {
        "source": facts.source,
        "document": _document(facts.head),
        "metrics": [_metric(metric) for metric in facts.metrics],
        "awards": [_award(award) for award in facts.awards],
        "documents": [_citation(citation) for citation in facts.citations],
        "programs": [_program(program, publisher) for program in facts.implementations],
        "shortcomings": [_shortcoming(problem) for problem in facts.shortcomings],
    }


def _document(head: Head) -> Entry:
    return {
        "title": head.title,
        "type": head.type,
        "publisher": head.publisher.name if head.publisher else None,
        "jurisdiction": head.area,
        "level": _LEVELS_OF_REPORTS[head.level],
        "coversYear": head.covers_year,
        "issued": head.issued.isoformat() if head.issued else None,
        "documentNumber": head.document_number,
        "sections": list(head.parts),
    }


def _metric(metric: Metric) -> Entry:
    entry = _place(metric.evidence) | {
        "label": metric.label,
        "indicator": metric.indicator,
        "value": _number(metric.value),
        "unit": metric.unit,
        "comparator": metric.comparator,
        "status": _status(metric.planned),
        "change": metric.change,
        "period": _notation(metric.period),
        "jurisdiction": metric.where.area,
    }
    if metric.upper is not None:
        entry["upper"] = _number(metric.upper)
    return entry


def _award(award: Award) -> Entry:
    return _place(award.evidence) | {
        "name": award.name,
        "recipient": award.recipient,
        "conferredBy": award.conferred_by.name if award.conferred_by else None,
        "level": award.level,
        "status": "sought" if award.planned else "won",
        "year": award.period.year if award.period else None,
    }


def _citation(citation: Citation) -> Entry:
    return _place(citation.evidence) | {
        "title": citation.title,
        "relation": citation.relation,
        "status": _status(citation.planned),
    }


def _program(program: Implementation, publisher: Body | None) -> Entry:
    entry = _place(program.evidence) | {
        "name": program.name,
        "type": program.types[0] if program.types else None,
        "status": "planned" if program.planned else "active",
        "itemCount": program.item_count,
        "edition": program.edition,
    }
    if program.responsible:
        entry["responsible"] = [_as_written(body, publisher) for body in program.responsible]
    return entry


def _shortcoming(problem: Shortcoming) -> Entry:
    return _place(problem.evidence) | {
        "label": problem.label,
        "topic": problem.topics[0] if problem.topics else None,
    }


def _place(evidence: Evidence) -> Entry:
    return {"quote": evidence.quote, "start": evidence.start, "end": evidence.end}


def _status(planned: bool) -> str:
    return "target" if planned else "actual"


def _notation(period: Period | None) -> str | None:
    return period.notation if period else None


def _number(value: Decimal) -> int | float:
    """Return a JSON number: whole where the value is."""
    return int(value) if value == value.to_integral_value() else float(value)


def _as_written(body: Body, publisher: Body | None) -> str:
    """Return an office's name as a plan writes it: without the bureau that it belongs to and that speaks."""
    return (body.name.removeprefix(publisher.name) if publisher else "") or body.name
