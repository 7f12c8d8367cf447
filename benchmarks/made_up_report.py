"""One made-up report as lines of N-Triples, in the shapes that every graph of the project has."""

from __future__ import annotations

import random
from bisect import bisect
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

METRICS, PROGRAMS, DOCUMENTS, HONOURS, SHORTCOMINGS = 100, 40, 12, 8, 5
ROL = terms.ROL
_TYPE = f"<{terms.RDF_TYPE.value}>"
_LABEL = f"<{terms.RDFS_LABEL.value}>"
_INTEGER = f"^^<{terms.XSD_INTEGER.value}>"
_DECIMAL = f"^^<{terms.XSD_DECIMAL.value}>"
_OA = "http://www.w3.org/ns/oa#"
_UNLINKED = tuple(
    f"{where}{what}{number}"
    for where in ("全区", "各镇街", "组织", "完成", "新增")
    for what in ("项目", "活动", "任务", "问题", "场所", "人员", "事项", "材料")
    for number in range(500)
)
_LINKED, _AGAIN = 0.75, 0.03
"""How many metrics have an indicator, and how many of these one that the same report has named before."""
_DOCUMENT_COUNT, _HONOUR_COUNT = 2000, 400
_COMPARATORS = ("GreaterThan", "AtLeast", "LessThan", "Approximately")
_LEVELS = ("NationalLevel", "ProvincialLevel", "MunicipalLevel", "CountyLevel")
_RELATIONS = ("Implemented", "Issued", "Studied", "Cited", "Revised", "Approved")


@dataclass(frozen=True, slots=True)
class Concept:
    """An indicator or a program type: its IRI, label and, of an indicator, unit."""

    iri: str
    label: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a metric is about: its label and unit, the IRI of its indicator, and which number if not any."""

    label: str
    unit: str
    indicator: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is about, and what it can speak of."""

    number: int
    area: str
    year: int
    indicators: Sequence[Concept]
    types: Sequence[Concept]

    @property
    def node(self) -> str:
        """The report's IRI."""
        return f"{terms.REPORT_BASE}{self.number:016x}"


def lines(report: Report) -> Iterator[str]:
    """Yield the triples of a report and its statements."""
    chooser = random.Random(report.number)  # noqa: S311
    yield from _head(report)
    place = 0
    for subject in list(_subjects(report, chooser)):
        place += 40
        yield from _statement(report, "metric", place, chooser, list(_metric(subject, chooser)))
    for kind, count, describe in (
        ("implementation", PROGRAMS, _program),
        ("citation", DOCUMENTS, _document),
        ("award", HONOURS, _honour),
        ("shortcoming", SHORTCOMINGS, _shortcoming),
    ):
        for _ in range(count):
            place += 40
            yield from _statement(report, kind, place, chooser, list(describe(report, chooser)))


def _head(report: Report) -> Iterator[str]:
    node = f"<{report.node}>"
    count = METRICS + PROGRAMS + DOCUMENTS + HONOURS + SHORTCOMINGS
    for kind in ("Report", "AnnualReport", "Document"):
        yield f"{node} {_TYPE} <{ROL}{kind}> ."
    yield f'{node} <{terms.DCTERMS_TITLE.value}> "{report.year}年法治政府建设情况报告" .'
    yield f"{node} <{ROL}area> <{terms.AREA_BASE}{report.area}> ."
    yield f"{node} <{ROL}period> <{terms.PERIOD_BASE}{report.year}> ."
    yield f'{node} <{ROL}coversYear> "{report.year}"{_INTEGER} .'
    yield f'{node} <{ROL}statementCount> "{count}"{_INTEGER} .'
    issued = f"{report.year + 1}-0{1 + report.number % 5}-15"
    yield f'{node} <{terms.DCTERMS_ISSUED.value}> "{issued}"^^<{terms.XSD}date> .'
    yield f'{node} <{terms.DCTERMS_SOURCE.value}> "made-up/{report.number}.txt" .'
    for part in ("Achievements", "Shortcomings", "LeaderDuty", "NextPlan")[: 3 + (report.number % 7 > 0)]:
        yield f"{node} <{ROL}hasSection> <{ROL}{part}Part> ."


def _statement(
    report: Report, kind: str, place: int, chooser: random.Random, own: list[str]
) -> Iterator[str]:
    """Yield what all statements have, and then ``own``: predicates with objects, the label and quote first."""
    label, quote, *rest = own
    node = f"<{report.node}/{kind}/{place}-{place + len(quote)}>"
    span = f"<{report.node}#char={place},{place + len(quote)}>"
    yield f"{node} {_TYPE} <{ROL}Statement> ."
    yield f"{node} {_TYPE} <{ROL}{kind.capitalize()}> ."
    yield f"{node} <{ROL}statedIn> <{report.node}> ."
    yield f"{node} <{ROL}evidence> {span} ."
    yield f"{span} {_TYPE} <{ROL}Evidence> ."
    yield f'{span} <{_OA}start> "{place}"{_INTEGER} .'
    yield f'{span} <{_OA}end> "{place + len(quote)}"{_INTEGER} .'
    yield f'{span} <{_OA}exact> "{quote}" .'
    yield f'{node} {_LABEL} "{label}"@zh .'
    yield f"{node} <{ROL}area> <{terms.AREA_BASE}{report.area}> ."
    yield f"{node} <{ROL}period> <{terms.PERIOD_BASE}{report.year}> ."
    yield f"{node} <{ROL}inPart> <{ROL}AchievementsPart> ."
    if chooser.random() < 0.01 and kind != "implementation":
        yield f"{node} <{ROL}repeats> <{report.node}/{kind}/0-1> ."
    for line in rest:
        yield node + line if line.startswith(" ") else line


def _subjects(report: Report, chooser: random.Random) -> Iterator[_Subject]:
    """Yield what the metrics of a report are about.

    As in real reports few (here 3 in 100 that have an indicator) come back to an indicator of the same report: with
    its growth, under another name, or under the same name once more.
    """
    named: set[Concept] = set()
    for _ in range(METRICS):
        if chooser.random() >= _LINKED:
            yield _Subject(_UNLINKED[_one(chooser, len(_UNLINKED))], "个")
        elif named and chooser.random() < _AGAIN:
            concept = chooser.choice(sorted(named, key=lambda each: each.iri))
            yield chooser.choice((
                _Subject(concept.label, "%", concept.iri, "change"),
                _Subject(f"其中{concept.label}", concept.unit, concept.iri),
                _Subject(concept.label, concept.unit, concept.iri),
            ))  # fmt: skip
        else:
            concept = report.indicators[_one(chooser, len(report.indicators))]
            while concept in named:
                concept = report.indicators[_one(chooser, len(report.indicators))]
            named.add(concept)
            yield _Subject(concept.label, concept.unit, concept.iri)


def _metric(subject: _Subject, chooser: random.Random) -> Iterator[str]:
    number = f"{round(chooser.lognormvariate(5, 1.5))}"
    yield subject.label
    yield number + subject.unit
    how = chooser.random()
    kind = subject.kind or ("value" if how < 0.9 else "change" if how < 0.95 else "target")
    yield f' <{ROL}{kind}> "{number}"{_DECIMAL} .'
    yield f' <{ROL}unit> "{subject.unit}" .'
    if subject.indicator:
        yield f" <{ROL}indicator> <{subject.indicator}> ."
    if chooser.random() < 0.15:
        yield f" <{ROL}comparator> <{ROL}{chooser.choice(_COMPARATORS)}> ."


def _program(report: Report, chooser: random.Random) -> Iterator[str]:
    concept = report.types[_one(chooser, len(report.types))]
    variant = chooser.randrange(6)
    name = concept.label if variant == 0 else f"{concept.label}品牌{variant}"
    program = f"<{terms.PROGRAM_BASE}{report.area}{variant:02}{abs(hash_of(concept.iri)) % 10**8:08}>"
    yield name
    yield name
    yield f" <{ROL}program> {program} ."
    yield f"{program} {_TYPE} <{ROL}Program> ."
    yield f'{program} {_LABEL} "{name}"@zh .'
    yield f"{program} <{ROL}area> <{terms.AREA_BASE}{report.area}> ."
    yield f" <{ROL}status> <{ROL}{'Planned' if chooser.random() < 0.15 else 'Realised'}> ."
    if chooser.random() < 0.9:
        yield f" <{ROL}programType> <{concept.iri}> ."
    if concept.iri.endswith(("-list", "first-offence-leniency")) and variant % 2:
        yield f" {_TYPE} <{ROL}LeniencyList> ."
        yield f' <{ROL}itemCount> "{chooser.randrange(10, 300)}"{_INTEGER} .'


def _document(_: Report, chooser: random.Random) -> Iterator[str]:
    number = _one(chooser, _DOCUMENT_COUNT)
    title = f"关于推进第{number}项法治建设工作的意见"
    document = f"<{terms.DOCUMENT_BASE}{number:016x}>"
    yield title
    yield title
    yield f" <{ROL}document> {document} ."
    yield f"{document} {_TYPE} <{ROL}Document> ."
    yield f'{document} <{terms.DCTERMS_TITLE.value}> "{title}" .'
    yield f" <{ROL}relation> <{ROL}{_RELATIONS[_one(chooser, len(_RELATIONS))]}> ."
    yield f" <{ROL}status> <{ROL}Realised> ."


def _honour(report: Report, chooser: random.Random) -> Iterator[str]:
    name = f"法治建设先进单位{_one(chooser, _HONOUR_COUNT)}"
    body = f"<{terms.BODY_BASE}{report.area}{chooser.randrange(4):010}>"
    yield name
    yield name
    yield f" <{ROL}recipient> {body} ."
    yield f"{body} {_TYPE} <{ROL}Body> ."
    yield f'{body} {_LABEL} "{report.area}司法局"@zh .'
    yield f"{body} <{ROL}area> <{terms.AREA_BASE}{report.area}> ."
    yield f" <{ROL}status> <{ROL}{'Planned' if chooser.random() < 0.2 else 'Realised'}> ."
    yield f" <{ROL}level> <{ROL}{chooser.choice(_LEVELS)}> ."


def _shortcoming(report: Report, chooser: random.Random) -> Iterator[str]:
    concept = report.types[_one(chooser, len(report.types))]
    yield f"{concept.label}还有待加强"
    yield f"{concept.label}还有待加强"
    yield f" <{ROL}concerns> <{concept.iri}> ."


def hash_of(text: str) -> int:
    """Return a number for a text, the same in every run."""
    return sum(ord(character) * 31**place for place, character in enumerate(text))


@cache
def _cumulative(count: int) -> list[float]:
    total, found = 0.0, []
    for rank in range(count):
        total += 1 / (rank + 5)
        found.append(total)
    return found


def _one(chooser: random.Random, count: int) -> int:
    """Return a number below ``count``, the smaller the likelier (Zipf)."""
    cumulative = _cumulative(count)
    return min(bisect(cumulative, chooser.random() * cumulative[-1]), count - 1)
