"""The engine that counts: pySHACL, on a pyoxigraph store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyshacl import Validator
from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import SH, Graph, URIRef

from kg.errors import GraphError
from kg.validation.checks import SEVERITY_OF
from kg.validation.data import IndexedData
from kg.validation.results import Result

if TYPE_CHECKING:
    from pyoxigraph import Store
    from rdflib.term import Node

    from kg.validation.shapes import Shapes


def results(store: Store, shapes: Shapes) -> set[Result]:
    """Check the default graph of a store. Raises GraphError if a shape cannot be used."""
    report = _report(store, shapes)
    return {_result(report, node) for node in report.objects(None, SH.result)}


def _report(store: Store, shapes: Shapes) -> Graph:
    try:
        validator = Validator(IndexedData(store), shacl_graph=shapes.graph, options={"inplace": True})
        validator.shacl_graph = shapes.prepared
        report: Graph = validator.run()[1]  # type: ignore[no-untyped-call]
    except (ConstraintLoadError, ReportableRuntimeError, ShapeLoadError, ValidationFailure) as error:
        detail = getattr(error, "message", None) or str(error)
        raise GraphError("shapes-unusable", detail=detail) from error
    except (SyntaxError, RuntimeError) as error:  # a query of a user's shape that the store refuses
        raise GraphError("shapes-unusable", detail=str(error)) from error
    return report


def _result(report: Graph, node: Node) -> Result:
    shape, path = report.value(node, SH.sourceShape), report.value(node, SH.resultPath)
    value = report.value(node, SH.value)
    named = isinstance(shape, URIRef)
    said = sorted(str(message) for message in report.objects(node, SH.resultMessage))
    return Result(
        str(shape) if named else "",
        str(report.value(node, SH.focusNode)),
        str(path) if isinstance(path, URIRef) else None,
        str(value) if value is not None else None,
        SEVERITY_OF.get(report.value(node, SH.resultSeverity), "violation"),
        "" if named else "; ".join(said),
        str(report.value(node, SH.sourceConstraintComponent)),
    )
