"""What a person reads in the samples (``samples/readings``), as facts and as a graph: no extractor takes part.

A reading has the report's own fields, then the parts of the report, and under each its facts, one a line, in the order
of the text; ``samples/README.md`` tells what stands in a line.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import areas, pipeline, terms, vocabulary
from kg.graph.describe import describe
from kg.graph.vocabulary_graph import vocabulary_triples
from kg.model import (
    Agent,
    Award,
    Body,
    Citation,
    Evidence,
    Facts,
    Head,
    Implementation,
    Metric,
    Period,
    Shortcoming,
    Where,
)
from kg.reading.decode import decode
from kg.reading.source import Source

FOLDER = Path(__file__).with_name("samples") / "readings"
SAMPLES = Path(__file__).parents[2] / "samples"
LISTS = {"penalty-exemption-list", "penalty-mitigation-list", "coercion-exemption-list"}
FIELDS = {
    "metric": ("label", "indicator", "value", "unit"),
    "award": ("recipients", "level", "status"),
    "document": ("relation", "status"),
    "program": ("name", "type", "status"),
    "shortcoming": ("topic",),
}
KINDS = {"document": "citation", "program": "implementation"}
"""What the graph calls the kinds of facts, where it has another word."""
FLAGS = ("again", "room")
MARKS = {"found otherwise:", "not found:", "room"}
OPTIONS = (
    "found otherwise:", "not found:", "run by", "comparator", "kind", "period", "upper", "of", "area", "township", "by",
    "year", "items", "edition", "responsible", "name",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One fact of a reading: ``start`` is where its quote begins in the text, ``more`` its fields and options."""

    kind: str
    quote: str
    start: int
    part: str | None
    more: dict[str, Any]

    @property
    def end(self) -> int:
        """Where the quote ends."""
        return self.start + len(self.quote)


@dataclass(frozen=True)
class Reading:
    """What a person reads in one sample."""

    sample: Path
    text: str
    head: dict[str, Any]
    lines: tuple[Line, ...]


@cache
def load() -> tuple[Reading, ...]:
    """Read all readings."""
    return tuple(map(_reading, sorted(FOLDER.glob("*.txt"))))


def _reading(path: Path) -> Reading:
    (sample,) = SAMPLES.glob(path.stem + ".*")
    text = decode(Source(sample.name, sample.name, sample.read_bytes()))
    top, *parts = path.read_text("utf-8").split("\n[")
    head = dict(line.split(": ", 1) for line in top.strip().split("\n"))
    lines: list[Line] = []
    for part in parts:
        name, *written = part.strip().split("\n")
        cells = [tuple(cell.strip() for cell in line.split("|")) for line in written]
        for each in cells:
            lines.append(_line(each, name.removesuffix("]") or None, text, lines))
    return Reading(sample, text, head, tuple(lines))


def _line(cells: tuple[str, ...], part: str | None, text: str, before: list[Line]) -> Line:
    """Return a line with its place: the first one of its quote that no earlier line has taken."""
    kind, quote, *rest = cells
    fields = FIELDS[kind]
    more = dict(zip(fields, rest, strict=False)) | dict(map(_option, rest[len(fields) :]))
    after = max([0, *(line.start for line in before), *(line.end for line in before if line.kind == kind)])
    assert quote in text[after:], f"{quote} is not in the text, or not behind the fact before it"
    return Line(kind, quote, text.index(quote, after), part, more)


def _option(cell: str) -> tuple[str, str]:
    if cell in FLAGS:
        return cell, "yes"
    name = next(name for name in OPTIONS if cell.startswith(name + " "))
    return name, cell.removeprefix(name + " ")


def graph() -> ox.Store:
    """Return the readings' graph, as a store in memory."""
    loaded, gazetteer = vocabulary.load(), areas.load()
    found = set(vocabulary_triples(loaded))
    for reading in load():
        found.update(describe(facts(reading), loaded, gazetteer, "by hand"))
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in found)
    return store


def facts(reading: Reading) -> Facts:
    """Return a reading as facts."""
    made: dict[str, list[Any]] = {kind: [] for kind in FIELDS}
    for line in reading.lines:
        made[line.kind].append(MAKERS[line.kind](line, reading))
    return Facts(
        reading.text,
        reading.sample.name,
        _head(reading.head),
        metrics=tuple(made["metric"]),
        awards=tuple(made["award"]),
        citations=tuple(made["document"]),
        implementations=tuple(made["program"]),
        shortcomings=tuple(made["shortcoming"]),
        report_id=pipeline.report_id(reading.text),
    )


def _head(given: dict[str, Any]) -> Head:
    year = int(given["year"])
    return Head(
        title=given["title"],
        type=given["type"],
        publisher=_body(given["publisher"], given["area"]),
        area=given["area"],
        township=given.get("township"),
        level=given["level"],
        covers_year=year,
        period=Period.of_year(year),
        issued=date.fromisoformat(given["issued"]),
        document_number=given.get("number"),
        parts=tuple(given["parts"].split(", ")) if "parts" in given else (),
    )


def _metric(line: Line, reading: Reading) -> Metric:
    more = line.more
    kind = more.get("kind", "value")
    return Metric(
        _evidence(line),
        more["label"],
        Decimal(more["value"]),
        more["unit"],
        indicator=more["indicator"] or None,
        upper=Decimal(more["upper"]) if "upper" in more else None,
        comparator=more.get("comparator", "eq"),
        planned=kind.startswith("target"),
        change=kind in ("change", "targetChange"),
        breakdown_of=_earlier(line, reading, more["of"]) if "of" in more else None,
        **_shared(line, reading),
    )


def _award(line: Line, reading: Reading) -> Award:
    where = _shared(line, reading)["where"]
    recipients = tuple(_agent(each, reading.head["area"]) for each in line.more["recipients"].split("; "))
    return Award(
        _evidence(line),
        line.more.get("name", line.quote),
        "、".join(agent.name for agent in recipients),
        recipients,
        conferred_by=_body(line.more["by"], where.area) if "by" in line.more else None,
        level=line.more["level"] or None,
        planned=line.more["status"] == "sought",
        **_shared(line, reading),
    )


def _citation(line: Line, reading: Reading) -> Citation:
    title, planned = line.more.get("name", line.quote), line.more["status"] == "target"
    relation: Any = line.more["relation"]
    return Citation(_evidence(line), title, relation, planned, **_shared(line, reading))


def _program(line: Line, reading: Reading) -> Implementation:
    more, area = line.more, reading.head["area"]
    items, kind = int(more["items"]) if "items" in more else None, more["type"]
    named_list = items is not None or more["name"].endswith(("清单", "目录", "事项"))
    return Implementation(
        _evidence(line),
        more["name"],
        (kind,) if kind else (),
        more["status"] == "planned",
        items,
        more.get("edition"),
        run_by=_body(more["run by"], area) if "run by" in more else None,
        responsible=tuple(_office(name, reading) for name in more.get("responsible", "").split("、") if name),
        is_list=kind in LISTS or (kind == "first-offence-leniency" and named_list),
        **_shared(line, reading),
    )


def _shortcoming(line: Line, reading: Reading) -> Shortcoming:
    topics = (line.more["topic"],) if line.more["topic"] else ()
    return Shortcoming(_evidence(line), line.more.get("name", line.quote), topics, **_shared(line, reading))


MAKERS = {
    "metric": _metric,
    "award": _award,
    "document": _citation,
    "program": _program,
    "shortcoming": _shortcoming,
}


def _shared(line: Line, reading: Reading) -> dict[str, Any]:
    """Return what statements of all kinds have; what next year's plans say is of the year after."""
    more = line.more
    year = int(reading.head["year"]) + (line.part == "next-plan")
    period = more.get("period", more.get("year", str(year)))
    where = Where(more.get("area", reading.head["area"]), more.get("township", reading.head.get("township")))
    repeats = _earlier(line, reading, line.quote) if "again" in more else None
    return {"period": Period.parse(period), "where": where, "part": line.part, "repeats": repeats}


def _earlier(line: Line, reading: Reading, quote: str) -> tuple[int, int]:
    """Return the place of the last line of the kind with a quote before a line."""
    found = [
        each
        for each in reading.lines
        if (each.kind, each.quote) == (line.kind, quote) and each.start < line.start
    ]
    return found[-1].start, found[-1].end


def _evidence(line: Line) -> Evidence:
    return Evidence(line.start, line.end, line.quote)


def _body(written: str, area: str | None) -> Body:
    """Read ``name kind`` or ``name kind area``."""
    name, kind, *given = written.split(" ")
    return Body(given[0] if given else area, name, kind)


def _office(name: str, reading: Reading) -> Body:
    publisher = _body(reading.head["publisher"], reading.head["area"])
    kind = "judicial-station" if name.endswith("司法所") else "internal-office"
    return Body(publisher.area, publisher.name + name, kind)


def _agent(written: str, area: str) -> Agent:
    """Read ``body name kind``, ``area name code`` or ``honouree name``."""
    kind, name, *given = written.split(" ")
    if kind == "area":
        return Agent("area", name, given[0])
    return Agent("body", name, area, given[0]) if kind == "body" else Agent("honouree", name, area)


def report_iri(reading: Reading) -> str:
    """Return the IRI of a sample’s report."""
    return f"{terms.BASE}report/{pipeline.report_id(reading.text)}"


def statement_iri(reading: Reading, line: Line) -> str:
    """Return the IRI of a fact."""
    return f"{report_iri(reading)}/{KINDS.get(line.kind, line.kind)}/{line.start}-{line.end}"


def marked_statements() -> set[str]:
    """Return the IRIs of the facts that the program reads otherwise, or may leave out."""
    found = set()
    for reading in load():
        for line in reading.lines:
            if MARKS & set(line.more):
                found.add(statement_iri(reading, line))
    return found
