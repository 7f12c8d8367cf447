"""What a query answers: rows for programs, tables for people, and the W3C's SPARQL 1.1 results formats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any

import pyoxigraph as ox

from kg import terms
from kg.errors import UsageError
from kg.querying.formats import bounded, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    import pandas as pd

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Value = str | int | Decimal | date | bool | None
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

ROW_FORMATS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPH_FORMATS = {"nt": ox.RdfFormat.N_TRIPLES, "ttl": ox.RdfFormat.TURTLE}

_READERS: Mapping[str, Callable[[str], Value]] = {
    terms.XSD + "integer": int,
    terms.XSD + "decimal": Decimal,
    terms.XSD + "date": date.fromisoformat,
    terms.XSD + "boolean": lambda text: text in ("true", "1"),
}


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query. ``solutions`` are its rows as RDF terms, None where a column is empty."""

    columns: tuple[str, ...]
    solutions: tuple[tuple[Term | None, ...], ...]

    @property
    def rows(self) -> list[dict[str, Value]]:
        """The rows by column.

        IRIs and texts are str, numbers int or Decimal, dates date; None where a column is empty.
        """
        return [
            {column: value(term) for column, term in zip(self.columns, row, strict=True)}
            for row in self.solutions
        ]

    def __len__(self) -> int:
        return len(self.solutions)

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a data frame, decimals as floats.

        Needs pandas (``pip install 'rol-kg[pandas]'``): raises UsageError without it.

        >>> frame = graph.query("compare-districts", indicator="leniency-cases", year=2023).to_pandas()
        >>> float(frame["value"].max())
        4126.0
        """
        from kg.querying.frames import data_frame  # noqa: PLC0415 (imports this module)

        return data_frame(self)

    def to_networkx(self) -> nx.MultiGraph[Any]:
        """Return the rows as a graph of areas and what they are linked to: other areas, programs, awards.

        Raises UsageError if the rows link areas to nothing.

        >>> links = graph.query("similar-districts", area="天宁区").to_networkx()
        >>> links.nodes["area", "320402"]["label"]
        '江苏省常州市天宁区'
        """
        from kg.querying.frames import network  # noqa: PLC0415 (imports this module)

        return network(self)


def value(term: Term | None) -> Value:
    """Return a term as a Python value; what does not fit its datatype stays text."""
    if term is None:
        return None
    if isinstance(term, ox.Literal) and term.datatype.value in _READERS:
        try:
            return _READERS[term.datatype.value](term.value)
        except (ValueError, ArithmeticError):
            return term.value
    return str(term) if isinstance(term, ox.Triple) else term.value


def read(answer: Answer, limit: int | None = None) -> Result:
    """Collect a whole answer. Raises QueryError if it has more than ``limit`` rows.

    ASK gives the column ``answer``, a graph ``subject``, ``predicate``, ``object``.
    """
    if isinstance(answer, ox.QueryBoolean):
        return Result(("answer",), ((ox.Literal(bool(answer)),),))
    if isinstance(answer, ox.QueryTriples):
        triples = sorted({(t.subject, t.predicate, t.object) for t in bounded(answer, limit)}, key=str)
        return Result(("subject", "predicate", "object"), tuple(triples))
    columns = tuple(variable.value for variable in answer.variables)
    return Result(columns, tuple(tuple(solution) for solution in bounded(answer, limit)))


def write(answer: Answer, form: str, output: IO[bytes], limit: int | None = None) -> None:
    """Write an answer row by row, never holding it whole.

    ``form`` is one of ``ROW_FORMATS`` (SPARQL 1.1 Query Results) for SELECT and ASK, one of
    ``GRAPH_FORMATS`` for CONSTRUCT and DESCRIBE. Raises UsageError if the format does not fit the kind of
    query, QueryError after ``limit`` rows if there are more.
    """
    if isinstance(answer, ox.QueryTriples):
        if form not in GRAPH_FORMATS:
            raise UsageError("format-rows", format=form, known=", ".join(GRAPH_FORMATS))
        ox.serialize(
            bounded(answer, limit), output, format=GRAPH_FORMATS[form], prefixes=dict(terms.PREFIXES)
        )
    elif form not in ROW_FORMATS:
        raise UsageError("format-graph", format=form, known=", ".join(ROW_FORMATS))
    elif isinstance(answer, ox.QueryBoolean):
        answer.serialize(output, format=ROW_FORMATS[form])
    else:
        columns = [variable.value for variable in answer.variables]
        write_rows(columns, bounded((tuple(row) for row in answer), limit), form, output)
