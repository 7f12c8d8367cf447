"""What annotations imply for each question, computed from the annotations alone: no graph, no SPARQL, no extractor.

Each function takes all annotations and returns the rows of its question without quote, statement and report where a
row has them; names of areas are left out, for annotations have codes only.
"""

import csv
import unicodedata
from collections import Counter, defaultdict
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pyoxigraph as ox

ONTOLOGY = Path(__file__).parents[2] / "ontology"
SKOS = "http://www.w3.org/2004/02/skos/core#"
LISTS = (
    "first-offence-leniency",
    "penalty-exemption-list",
    "penalty-mitigation-list",
    "coercion-exemption-list",
)
LITIGATION = {
    "litigation-cases", "litigation-first-instance", "litigation-second-instance", "litigation-lost",
    "litigation-loss-rate", "litigation-settled", "litigation-settlement-rate", "official-appearances",
    "official-appearance-rate", "leaders-in-court",
}  # fmt: skip
DOCUMENTS = {
    "normative-documents-in-force", "normative-documents-issued", "normative-documents-filed",
    "normative-documents-cleared", "filing-review-corrections",
}  # fmt: skip


@cache
def concepts(name):
    """Return notation → (notations directly above, Chinese names) of a vocabulary file."""
    found = defaultdict(lambda: ([], []))
    notations = {}
    quads = list(ox.parse(path=str(ONTOLOGY / name), format=ox.RdfFormat.TURTLE))
    for quad in quads:
        if quad.predicate.value == SKOS + "notation":
            notations[quad.subject] = quad.object.value
    for quad in quads:
        if quad.subject in notations:
            above, names = found[notations[quad.subject]]
            if quad.predicate.value == SKOS + "broader":
                above.append(notations[quad.object])
            if (
                quad.predicate.value in (SKOS + "prefLabel", SKOS + "altLabel")
                and quad.object.language == "zh"
            ):
                names.append(quad.object.value)
    return dict(found)


def within(kind, wider):
    """Tell whether a program type is another or narrower than it."""
    return kind is not None and (
        kind == wider or any(within(each, wider) for each in concepts("program-types.ttl")[kind][0])
    )


def number(value):
    """Return a number of an annotation."""
    return None if value is None else Decimal(str(value))


def bound(entry):
    """Return the comparator, empty where the number is exact."""
    return None if entry["comparator"] == "eq" else entry["comparator"]


def year_of(period):
    """Return the year in which a period ends."""
    return int(period.rpartition("/")[2][:4])


def kind_of(metric):
    """Return how a metric's number is to be read."""
    return {
        ("actual", False): "value",
        ("actual", True): "change",
        ("target", False): "target",
        ("target", True): "targetChange",
    }[metric["status"], metric["change"]]


def metrics(golds):
    """Yield the metrics, and whether each says what the same report has said before."""
    for gold in golds:
        seen = set()
        for metric in gold["metrics"]:
            key = (
                metric["indicator"] or metric["label"], metric["value"], metric.get("upper"), metric["unit"],
                metric["change"], metric["status"], metric["period"], metric["jurisdiction"],
            )  # fmt: skip
            yield metric, key in seen
            seen.add(key)


def once(golds, *kinds):
    """Yield the metrics of some kinds, without what is said again."""
    return (metric for metric, again in metrics(golds) if not again and kind_of(metric) in kinds)


def place(metric):
    """Return area and year of a metric."""
    return metric["jurisdiction"], year_of(metric["period"])


def quantity(metric):
    """Return what a row has of a number."""
    period = metric["period"].replace("/", "--")
    return number(metric["value"]), metric["unit"], bound(metric), number(metric.get("upper")), period


def series(golds, wanted):
    """Return the values of indicators."""
    return [
        (*place(m), m["indicator"], *quantity(m)) for m in once(golds, "value") if m["indicator"] in wanted
    ]


def group(golds, name):
    """Return the values of the indicators of a group."""
    return series(golds, {i for i, (above, _) in concepts("indicators.ttl").items() if name in above})


def of_report(gold):
    """Return area and year of a report."""
    return gold["document"]["jurisdiction"], gold["document"]["coversYear"]


def programs(golds):
    """Yield the reports' area and year with each program."""
    return ((*of_report(gold), program) for gold in golds for program in gold["programs"])


def status(program):
    """Return a program's status as the graph has it."""
    return {"active": "realised", "planned": "planned"}[program["status"]]


def is_list(program):
    """Tell whether a program is a list of the first of the four kinds, or of the others."""
    named = program["name"].endswith(("清单", "目录", "事项")) or program["itemCount"] is not None
    return program["type"] in LISTS[1:] or (program["type"] == LISTS[0] and named)


def compare_districts(golds, indicator):
    return [(*place(m), *quantity(m)) for m in once(golds, "value") if m["indicator"] == indicator]


def changes(golds):
    return [(*place(m), m["indicator"], m["label"], *quantity(m)) for m in once(golds, "change")]


def targets(golds):
    return [(*place(m), m["indicator"], m["label"], *quantity(m)) for m in once(golds, "target")]


def litigation(golds):
    return [
        (*place(m), m["indicator"], kind_of(m), *quantity(m))
        for m, again in metrics(golds)
        if m["indicator"] in LITIGATION and not again
    ]


def all_metrics(golds):
    return [
        (*place(m), m["indicator"], m["label"], kind_of(m), *quantity(m), m["start"], m["end"])
        for m, _ in metrics(golds)
    ]


def leniency_results(golds):
    return series(golds, {"leniency-cases", "leniency-amount", "leniency-enterprises"})


def mediation(golds):
    return series(golds, {"mediation-cases", "mediation-successes", "mediation-success-rate"})


def normative_documents(golds):
    return series(golds, DOCUMENTS)


def reconsideration_funnel(golds):
    steps = [f"reconsideration-{step}" for step in ("applications", "accepted", "closed", "corrected")]
    found = defaultdict(dict)
    for metric in once(golds, "value"):
        if metric["indicator"] in steps and metric["period"][:4] == str(year_of(metric["period"])):
            row, value = found[place(metric)], number(metric["value"])
            row[metric["indicator"]] = max(value, row.get(metric["indicator"], value))
    return [(*where, *(row.get(step) for step in steps)) for where, row in found.items()]


def unlinked_metrics(golds):
    counted = Counter(
        (m["label"], m["unit"]) for m, again in metrics(golds) if not m["indicator"] and not again
    )
    return [(*key, count) for key, count in counted.items()]


def vocabulary_use(golds):
    used = Counter(m["indicator"] for m, again in metrics(golds) if not again)
    used.update(program["type"] for _, _, program in programs(golds))
    groups = {above for i, (aboves, _) in concepts("indicators.ttl").items() for above in aboves}
    indicators = [i for i in concepts("indicators.ttl") if i not in groups]
    return [("indicators", i, used[i]) for i in indicators] + [
        ("program-types", kind, used[kind]) for kind in concepts("program-types.ttl")
    ]


def first_offence_lists(golds):
    return [
        (area, year, p["edition"], p["itemCount"], status(p), p["quote"])
        for area, year, p in programs(golds)
        if p["type"] == LISTS[0] and is_list(p)
    ]


def leniency_lists(golds):
    return [
        (area, year, p["type"], p["itemCount"], status(p), p["quote"])
        for area, year, p in programs(golds)
        if is_list(p)
    ]


def leniency_adoption(golds):
    first, offence = {}, {}
    for area, year, program in programs(golds):
        if program["status"] == "active" and within(program["type"], "leniency"):
            first[area] = min(year, first.get(area, year))
            if program["type"] == LISTS[0]:
                offence[area] = min(year, offence.get(area, year))
    return [(area, year, offence.get(area)) for area, year in first.items()]


def programs_by_type(golds, wanted):
    return [
        (area, year, p["type"], status(p), p["quote"])
        for area, year, p in programs(golds)
        if within(p["type"], wanted)
    ]


def running_types(golds):
    """Return area → types of the programs that run."""
    found = defaultdict(set)
    for area, _, program in programs(golds):
        if program["status"] == "active" and program["type"]:
            found[area].add(program["type"])
    return found


def unique_programs(golds):
    areas = defaultdict(set)
    for area, kinds in running_types(golds).items():
        for kind in kinds:
            areas[kind].add(area)
    return [
        (p["type"], area, p["quote"])
        for area, _, p in programs(golds)
        if p["status"] == "active" and len(areas.get(p["type"], ())) == 1
    ]


def similar_districts(golds, area):
    types = running_types(golds)
    rows = []
    for other, kinds in types.items():
        shared = len(kinds & types[area])
        if other != area and shared:
            share = Decimal(shared) / len(kinds | types[area])
            rows.append((area, other, shared, share.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()))
    return rows


def responsible_bodies(golds):
    return [
        (area, year, unicodedata.normalize("NFKC", body), p["quote"])
        for area, year, p in programs(golds)
        if p["status"] == "planned"
        for body in p.get("responsible", ())
    ]


def awards(golds, wanted):
    return [
        (gold["document"]["jurisdiction"], a["year"], a["name"], a["level"], a["quote"])
        for gold in golds
        for a in gold["awards"]
        if a["status"] == wanted
    ]


def award_ranking(golds):
    found = defaultdict(set)
    for gold in golds:
        for award in gold["awards"]:
            if award["status"] == "won" and award["level"] in ("national", "provincial", "municipal"):
                key = (award["name"], award["recipient"], award["year"], award["level"])
                found[gold["document"]["jurisdiction"]].add(key)
    levels = ("national", "provincial", "municipal")
    return [
        (area, *(sum(key[3] == level for key in keys) for level in levels)) for area, keys in found.items()
    ]


def documents_issued(golds):
    return [
        (
            *of_report(gold),
            d["title"],
            d["relation"],
            {"actual": "realised", "target": "planned"}[d["status"]],
        )
        for gold in golds
        for d in gold["documents"]
        if d["relation"] in ("issued", "revised", "approved")
    ]


def documents_implemented(golds):
    """Return for how many districts each number of documents is: titles are shortened in the graph."""
    areas = defaultdict(set)
    for gold in golds:
        for document in gold["documents"]:
            if document["relation"] == "implemented" and document["status"] == "actual":
                areas[document["title"].removeprefix("中华人民共和国")].add(gold["document"]["jurisdiction"])
    return sorted(map(len, areas.values()))


def reports(golds):
    return [
        (d["title"], d["type"], d["jurisdiction"], d["coversYear"], d["issued"], d["publisher"])
        for d in (gold["document"] for gold in golds)
    ]


def shortcomings(golds):
    return [(*of_report(gold), s["label"], s["topic"]) for gold in golds for s in gold["shortcomings"]]


def plain_names(golds):
    """Return area, year and quote of the programs that are called just as a program type is.

    The name of the district before a program's name does not count.
    """
    known = {name for _, names in concepts("program-types.ttl").values() for name in names}
    return [
        (area, year, p["quote"])
        for area, year, p in programs(golds)
        if p["name"].removeprefix(area_names()[area]) in known
    ]


@cache
def area_names():
    """Return the names of areas by code, as the table of divisions has them."""
    with (ONTOLOGY / "areas" / "divisions.csv").open(encoding="utf-8") as lines:
        return {row["code"]: row["name"] for row in csv.DictReader(lines)}
