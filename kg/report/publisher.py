"""Which body speaks in a report, from title, signature, header, opening and self-references."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg import bodies
from kg.report.phrases import COMMITTEE, Phrase, committee_of_zone, read_lead, read_phrase
from kg.report.words import first, has, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.areas import Gazetteer
    from kg.model import ReportType
    from kg.report.clues import Clues
    from kg.vocabulary import Vocabulary

_VALUE_END = re.compile(r"[;,。/|]|(?<=[局府会厅委办])\s")
_OPENING_TIME = re.compile(r"(?:[^\n。]{2,40}:\n)?\s*(?:(?:19|20)\d\d年(?:度|以来)?|今年(?:以来)?|一年来),?")
"""A time that opens a report, perhaps behind those whom it addresses (市委、市政府:)."""
_CITY = "市"
_OWN_AREA = re.compile(r"[我本](?:省|市|区|县|州|旗|盟|镇|乡|街道)")


@dataclass(frozen=True, slots=True)
class Named:
    """The bodies that the page names, by where: each the best of its place, or None."""

    lead: Phrase | None
    signature: Phrase | None
    header: Phrase | None
    subject: Phrase | None


def named_bodies(clues: Clues, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Named:
    """Collect the bodies that title, signature, header and opening name."""
    title = read_lead(clues.title, gazetteer, vocabulary) if clues.title else None
    announced = read_lead(clues.announced, gazetteer, vocabulary) if clues.announced else None
    return Named(
        title if title is not None and (title.name or announced is None) else announced or title,
        _best(_signatures(clues, gazetteer, vocabulary), vocabulary),
        _best(_headers(clues, gazetteer, vocabulary), vocabulary),
        _subject(clues, gazetteer, vocabulary),
    )


def _best(phrases: Iterator[Phrase | None], vocabulary: Vocabulary) -> Phrase | None:
    """Return the first body that publishes such reports, with its place where another line gives it."""
    found = [p for p in phrases if p is not None and p.name and publishes(p, vocabulary)]
    if not found:
        return None
    return next((p for p in found if p.located and p.name == found[0].name), found[0])


def publishes(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Tell whether a body is of a kind that publishes reports on its work."""
    return phrase.kind is not None and phrase.kind not in vocabulary.words["report-not-publisher"]


def _signatures(clues: Clues, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Iterator[Phrase | None]:
    for line in clues.signature.split("\n"):
        yield read_phrase(re.sub(r"\d.*", "", line), gazetteer, vocabulary)


def _headers(clues: Clues, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Iterator[Phrase | None]:
    """Yield the bodies that the header names: its fields, lines of their own, the way through the site."""
    for value in clues.fields("publisher", "source"):
        yield read_phrase(_VALUE_END.split(value)[0], gazetteer, vocabulary)
    lines = tuple(dict.fromkeys(clues.preface.split("\n")))
    for line in lines:
        phrase = read_phrase(line, gazetteer, vocabulary) if bodies.kind_of(line, vocabulary) else None
        yield phrase if phrase is not None and phrase.located else None
    for line in lines:
        if ">" in line or "»" in line:
            for piece in reversed(re.split("[>»]", line)):
                yield read_phrase(piece, gazetteer, vocabulary)


def _subject(clues: Clues, gazetteer: Gazetteer, vocabulary: Vocabulary) -> Phrase | None:
    """Return the body that is the subject of the introduction (2023年,天宁区司法局坚持…), before any 我区."""
    opening = clues.introduction
    own = _OWN_AREA.search(opening)
    for start, end, kind in bodies.find_bodies(opening, 0, own.start() if own else len(opening), vocabulary):
        if kind in vocabulary.words["report-inner-body"] or _is_object(opening, start, end, vocabulary):
            continue
        phrase = read_phrase(opening[start:end], gazetteer, vocabulary)
        if phrase is None or not phrase.name or not publishes(phrase, vocabulary):
            continue
        if phrase.located or phrase.level or phrase.kind == "central-department":
            return phrase
    return _zone(opening, vocabulary)


def _zone(opening: str, vocabulary: Vocabulary) -> Phrase | None:
    """Return the committee of a zone with which an opening begins that does not say of which city: 2022年,高新区以…."""
    time = _OPENING_TIME.match(opening)
    zone = pattern(vocabulary, "zone-alone").match(opening, time.end() if time else 0)
    if zone is None:
        return None
    return Phrase(zone[0] + committee_of_zone(vocabulary), COMMITTEE, level=_CITY)


def _is_object(opening: str, start: int, end: int, vocabulary: Vocabulary) -> bool:
    if pattern(vocabulary, "body-not-before").match(opening, end):
        return True
    before = opening[max(0, start - 6) : start]
    return any(before.endswith(word) for word in vocabulary.words["report-body-not-after"])


def speaker(named: Named, clues: Clues, kind: ReportType, vocabulary: Vocabulary) -> Phrase:
    """Decide which body speaks; the phrase may lack its place, and its name where only an area speaks."""
    explicit = named.lead if named.lead is not None and named.lead.name else named.signature
    if explicit is not None:
        return _government_for(explicit, named, clues, kind, vocabulary)
    if _is_of_area(named, clues, kind, vocabulary) and not clues.speaks_as_body:
        subject = named.subject
        of_own = subject is not None and subject.kind not in vocabulary.words["report-for-government"]
        return subject if subject is not None and of_own else _area_only(named)
    if clues.speaks_as_body:
        return named.header or named.subject or _most_named(clues, vocabulary) or _area_only(named)
    if named.subject is not None:
        return named.subject
    if named.header is not None and not _posts_for_government(named, clues, kind, vocabulary):
        return named.header
    return _area_only(named) if kind == "annual-report" else _of_justice(named, clues, vocabulary)


def _is_of_area(named: Named, clues: Clues, kind: ReportType, vocabulary: Vocabulary) -> bool:
    """Tell whether the title of a report on law-based government names an area alone, whoever puts it on the page."""
    if named.lead is None or named.lead.name or not named.lead.located:
        return False
    past = kind not in ("work-plan", "annual-report") and has(vocabulary, "law-government", clues.title)
    return past or kind == "annual-report"


def _posts_for_government(named: Named, clues: Clues, kind: ReportType, vocabulary: Vocabulary) -> bool:
    """Tell whether the body in the header only puts its government's report on the page."""
    if named.header is None or kind != "annual-report":
        return False
    if named.header.kind in vocabulary.words["report-for-government"]:
        return not _is_government(named.header, vocabulary)
    justice = named.header.kind == bodies.kind_of(first(vocabulary, "justice"), vocabulary)
    return justice and (clues.speaks_as_area or named.lead is not None)


def _government_for(
    phrase: Phrase, named: Named, clues: Clues, kind: ReportType, vocabulary: Vocabulary
) -> Phrase:
    """Take a government's office, or its committee for law-based governance, for the government itself."""
    own = named.lead is not None and named.lead.name == phrase.name
    speaks_for = phrase.kind in vocabulary.words["report-for-government"] and not own
    if (
        kind != "annual-report"
        or not speaks_for
        or clues.speaks_as_body
        or _is_government(phrase, vocabulary)
    ):
        return phrase
    return replace(phrase, name="", kind=None)


def _is_government(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    return phrase.name.endswith((first(vocabulary, "government"), first(vocabulary, "subdistrict")))


def _area_only(named: Named) -> Phrase:
    lead = named.lead or named.signature or named.header
    return replace(lead, name="", kind=None) if lead is not None else Phrase()


def _most_named(clues: Clues, vocabulary: Vocabulary) -> Phrase | None:
    """Return the bureau of its own area (区司法局) that the text names most."""
    start, end = clues.page.body
    plain = clues.page.plain
    counts: Counter[str] = Counter()
    for first_, last, kind in bodies.find_bodies(plain, start, end, vocabulary):
        name = plain[first_:last]
        if bodies.is_bureau(kind, vocabulary) and name[0] in "省市区县旗州盟" and len(name) < 12:
            counts[name] += 1
    if not counts:
        return None
    name = max(counts, key=lambda found: (counts[found], found))
    return Phrase(name[1:], bodies.kind_of(name[1:], vocabulary), level=name[0])


def _of_justice(named: Named, clues: Clues, vocabulary: Vocabulary) -> Phrase:
    """Return the bureau of justice for a report on judicial administration, else the area alone."""
    phrase = _area_only(named)
    if has(vocabulary, "of-justice", clues.heading + clues.opening):
        name = first(vocabulary, "justice")
        return replace(phrase, name=name, kind=bodies.kind_of(name, vocabulary))
    return phrase
