"""The IRIs of the graph's nodes: all under ``https://w3id.org/rol-kg/``, all functions of what they name."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Literal

from pyoxigraph import NamedNode

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.graph.keys import Key
    from kg.model import Key as Span
    from kg.model import Period
    from kg.vocabulary import Concept, Vocabulary

StatementKind = Literal["metric", "award", "citation", "implementation", "shortcoming"]


def area(code: str) -> NamedNode:
    """Return the IRI of an area by its code: six digits (GB/T 2260), or nine for a township."""
    return NamedNode(terms.AREA_BASE + code)


def indicator(notation: str, vocabulary: Vocabulary) -> NamedNode:
    """Return the IRI of an indicator."""
    return _concept(notation, vocabulary.indicators, terms.INDICATOR_BASE)


def indicator_group(notation: str, vocabulary: Vocabulary) -> NamedNode:
    """Return the IRI of an indicator group."""
    return _concept(notation, vocabulary.indicator_groups, terms.INDICATOR_GROUP_BASE)


def program_type(notation: str, vocabulary: Vocabulary) -> NamedNode:
    """Return the IRI of a type of program."""
    return _concept(notation, vocabulary.program_types, terms.PROGRAM_TYPE_BASE)


def body_type(notation: str, vocabulary: Vocabulary) -> NamedNode:
    """Return the IRI of a kind of body."""
    return _concept(notation, vocabulary.body_types, terms.BODY_TYPE_BASE)


def _concept(notation: str, concepts: Mapping[str, Concept], base: str) -> NamedNode:
    """Return the IRI that a concept has in the vocabulary (a user's own may lie anywhere)."""
    return NamedNode(concepts[notation].iri if notation in concepts else base + notation)


def period(span: Period) -> NamedNode:
    """Return the IRI of a period: ``period/2023``, ``period/2023-01--2023-09``, ``period/2021--2025``."""
    return NamedNode(terms.PERIOD_BASE + span.notation.replace("/", "--"))


def report(report_id: str) -> NamedNode:
    """Return the IRI of a report by its 16 hex digits."""
    return NamedNode(terms.REPORT_BASE + report_id)


def evidence(report_id: str, span: Span) -> NamedNode:
    """Return the IRI of a span of a report's text, as a fragment by RFC 5147 (``#char=start,end``)."""
    return NamedNode(f"{terms.REPORT_BASE}{report_id}#char={span[0]},{span[1]}")


def statement(report_id: str, kind: StatementKind, span: Span) -> NamedNode:
    """Return the IRI of the statement of a kind that a report makes in a span of its text."""
    return NamedNode(f"{terms.REPORT_BASE}{report_id}/{kind}/{span[0]}-{span[1]}")


def body(key: Key) -> NamedNode:
    """Return the IRI of a body by its key."""
    return NamedNode(terms.BODY_BASE + digest(str(key)))


def program(key: Key) -> NamedNode:
    """Return the IRI of a program by its key."""
    return NamedNode(terms.PROGRAM_BASE + digest(str(key)))


def document(key: Key) -> NamedNode:
    """Return the IRI of a document by its key."""
    return NamedNode(terms.DOCUMENT_BASE + digest(str(key)))


def honouree(key: Key) -> NamedNode:
    """Return the IRI of somebody or something honoured by its key."""
    return NamedNode(terms.HONOUREE_BASE + digest(str(key)))


def digest(key: str) -> str:
    """Return the first 16 hex digits of the SHA-256 of a key in UTF-8."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]
