"""What one report says, as plain data: no RDF here.

The classes mirror the kinds of statement of the ontology (see ``ontology/rol.ttl``). Extractors make them,
``kg.graph`` turns them into triples, ``kg.evaluation`` compares them with annotations.

Offsets are code points into the report's text as decoded (``str`` indices), end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

ReportType = Literal["annual-report", "work-summary", "work-plan", "other"]
Level = Literal["national", "provincial", "municipal", "county", "township"]
Part = Literal["achievements", "shortcomings", "leader-duty", "next-plan"]
Comparator = Literal["eq", "gt", "ge", "lt", "le", "approx"]
Relation = Literal["issued", "revised", "approved", "implemented", "studied", "cited"]
AgentKind = Literal["body", "area", "program", "honouree"]
Key = tuple[int, int]
"""A statement's span (start, end): identifies it among the statements of its kind in one report."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters a statement was read from; ``quote`` equals ``text[start:end]``."""

    start: int
    end: int
    quote: str

    @property
    def key(self) -> Key:
        """The span as a pair, which other statements refer to."""
        return (self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A time from ``first`` to ``last``, both inclusive, each a year ``2023`` or a month ``2023-09``."""

    first: str
    last: str

    @property
    def notation(self) -> str:
        """``2023``, ``2023-01/2023-09`` or ``2021/2025``, as annotations write it."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return int(self.last[:4])

    @staticmethod
    def parse(notation: str) -> Period:
        """Read ``2023``, ``2023-01/2023-09`` or ``2021/2025``."""
        first, _, last = notation.partition("/")
        return Period(first, last or first)

    @staticmethod
    def of_year(year: int) -> Period:
        """Return the calendar year as a period."""
        return Period(str(year), str(year))


@dataclass(frozen=True, slots=True)
class Body:
    """A public body: ``area`` is its area's code, ``name`` its full name with its place, ``kind`` a body type id."""

    area: str | None
    name: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """Who or what received an honour. ``area`` is the code of the area it belongs to (for an area: its own)."""

    kind: AgentKind
    name: str
    area: str | None = None
    body_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """The area a statement is about (county or above), and the township where it is about a township only."""

    area: str | None = None
    township: str | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """A quantity. ``value`` has its scale applied and, with ``change``, its sign; ``unit`` is simplified."""

    evidence: Evidence
    label: str
    value: Decimal
    unit: str
    indicator: str | None = None
    upper: Decimal | None = None
    comparator: Comparator = "eq"
    planned: bool = False
    change: bool = False
    period: Period | None = None
    where: Where = Where()
    part: Part | None = None
    breakdown_of: Key | None = None
    repeats: Key | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """An honour won, or (``planned``) sought. ``recipient`` is the recipients' phrase as the text has it."""

    evidence: Evidence
    name: str
    recipient: str
    recipients: tuple[Agent, ...]
    conferred_by: Body | None = None
    level: Level | None = None
    planned: bool = False
    period: Period | None = None
    where: Where = Where()
    part: Part | None = None
    repeats: Key | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """What the reporting body did (or plans to do) with a document that it names in 《》."""

    evidence: Evidence
    title: str
    relation: Relation
    planned: bool = False
    period: Period | None = None
    where: Where = Where()
    part: Part | None = None
    repeats: Key | None = None


@dataclass(frozen=True, slots=True)
class Implementation:
    """A program that the area runs, or (``planned``) only promises. ``name`` lacks edition and quotation marks."""

    evidence: Evidence
    name: str
    types: tuple[str, ...] = ()
    planned: bool = False
    item_count: int | None = None
    edition: str | None = None
    run_by: Body | None = None
    responsible: tuple[Body, ...] = ()
    is_list: bool = False
    """A list of cases in which penalties are waived, mitigated or coercion is spared (rol:LeniencyList)."""
    period: Period | None = None
    where: Where = Where()
    part: Part | None = None
    repeats: Key | None = None


@dataclass(frozen=True, slots=True)
class Shortcoming:
    """A problem that the report admits. ``topics`` are program type ids, ``groups`` indicator group ids."""

    evidence: Evidence
    label: str
    topics: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    period: Period | None = None
    where: Where = Where()
    part: Part | None = None
    repeats: Key | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The report itself. ``area`` is a six-digit code, ``township`` a nine-digit one."""

    title: str | None = None
    type: ReportType = "other"
    publisher: Body | None = None
    area: str | None = None
    township: str | None = None
    level: Level | None = None
    covers_year: int | None = None
    period: Period | None = None
    issued: date | None = None
    document_number: str | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What the user says of a source and the page may not: it wins over what the page says."""

    source: str | None = None
    area: str | None = None
    year: int | None = None
    type: ReportType | None = None
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read from one report. ``text`` is the text as decoded, which every evidence points into."""

    text: str
    source: str
    head: Head
    metrics: tuple[Metric, ...] = ()
    awards: tuple[Award, ...] = ()
    citations: tuple[Citation, ...] = ()
    implementations: tuple[Implementation, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    report_id: str = field(default="")
    """First 16 hex digits of the SHA-256 of the text in UTF-8."""
