"""Who was honoured: the words before the verb, whole and in full, or whom the text leaves unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import bodies
from kg.body_finding import LEVEL_CHARACTERS, find_bodies
from kg.extraction.wordings import Wordings, wordings
from kg.model import Agent, Body

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.parsing.structure import Span
    from kg.vocabulary import Vocabulary

_TIME = re.compile(
    r"(?:20\d\d年(?:度)?)?(?:\d{1,2}月(?:份|\d{1,2}日)?|[上下]半年|以来|初|底)?|\d{1,2}月\d{1,2}日|[\d一二三四五六七八九十]+年[来间]"
)
_TRAILING_TIME = re.compile(
    r"(?:于|在)?20\d\d年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?$|连续[\d一二三四五六七八九十两]+(?:年|次|届)$"
)
_COUNT = re.compile(
    r"(?<![等第\d])(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:[个名位件篇项家起份条支所宗例]|人次)(?=[^\s、])"
)
_OCCASION = re.compile(r"(?:在|于)[^,、]{2,30}?(?:中|上|里)")
_QUOTED = re.compile(r"“([^“”]*)”|《([^《》]*)》")
_PART = re.compile(r"[^、“‘《(]*(?:(?:“[^”]*”|‘[^’]*’|《[^》]*》|\([^)]*\))[^、“‘《(]*)*")
_LONGEST_OPENING = 25
_SHORTEST_BODY = 3
_LONGEST_SUBJECT = 120
_UNKNOWN = "报告单位"


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The word lists that the reading of subjects needs."""

    adverbs: Wordings
    leads: Wordings
    passive: Wordings
    trailing: Wordings
    breaks: Wordings
    active: Wordings

    @staticmethod
    def of(vocabulary: Vocabulary) -> SubjectWords:
        """Return the lists of a vocabulary."""
        return SubjectWords(
            wordings(vocabulary, "award-adverb"),
            wordings(vocabulary, "award-lead"),
            wordings(vocabulary, "award-passive"),
            wordings(vocabulary, "award-conferrer-trail"),
            wordings(vocabulary, "award-subject-break"),
            wordings(vocabulary, "award-active"),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before a verb: who is honoured, and behind 被 or 获 who confers; either may be missing.

    ``active`` says that the report's own body does what the verb says (将某村命名为…): it gets no honour.
    """

    words: str | None = None
    conferrer: str | None = None
    active: bool = False


def subject_before(context: Context, words: SubjectWords, floor: int, verb: int) -> Subject:
    """Read the words of the verb's clause before it, from ``floor`` on."""
    start = max(context.clause(verb)[0], floor, verb - _LONGEST_SUBJECT)
    end = _without_adverbs(context.plain, start, verb, words)
    passive = _passive(context, words, start, end)
    conferrer = None
    if passive is not None:
        conferrer = _conferrer(context, words, passive[1], end)
        end = _without_adverbs(context.plain, start, passive[0], words) if conferrer else end
    start = _without_leads(context.plain, start, end, words)
    active = words.active.prefix(context.plain, start, end) is not None
    return Subject(_phrase(context.plain[start:end], words), conferrer, active)


def _without_adverbs(plain: str, start: int, end: int, words: SubjectWords) -> int:
    while end > start:
        adverb = words.adverbs.suffix(plain, start, end)
        time = _TRAILING_TIME.search(plain[start:end])
        if adverb is not None:
            end = adverb.start
        elif time is not None:
            end = start + time.start()
        else:
            break
    return end


def _passive(context: Context, words: SubjectWords, start: int, end: int) -> Span | None:
    terms = [t for t in words.passive.find(context.plain, start, end) if context.quotation(t.start) is None]
    return (terms[-1].start, terms[-1].end) if terms else None


def _conferrer(context: Context, words: SubjectWords, start: int, end: int) -> str | None:
    while (trail := words.trailing.suffix(context.plain, start, end)) is not None and trail.start > start:
        end = trail.start
    name = context.plain[start:end]
    return name if bodies.kind_of(name, context.vocabulary) else None


def _phrase(words: str, lists: SubjectWords) -> str | None:
    """Return the noun phrase of a subject without counts; None where there is none."""
    phrase = _COUNT.sub("", words)
    if not phrase or lists.breaks.prefix(phrase, 0, len(phrase)) is not None:
        return None
    whole = _QUOTED.fullmatch(phrase)
    return (whole[1] or whole[2]) if whole else phrase


def _without_leads(plain: str, start: int, end: int, words: SubjectWords) -> int:
    while start < end:
        lead = words.leads.prefix(plain, start, end)
        time = _TIME.match(plain, start, end)
        occasion = _OCCASION.match(plain, start, end)
        if lead is not None:
            start = lead.end
        elif time is not None and time.end() > start:
            start = time.end()
        elif occasion is not None:
            start = occasion.end()
        else:
            break
    return start


def subject_of_sentence(context: Context, words: SubjectWords, position: int) -> str | None:
    """Return the body, or the one that carries on (某村积极推进…), with which the sentence around a position opens."""
    plain = context.plain
    sentence = context.sentence(position)[0]
    start = _without_leads(plain, sentence, min(position, sentence + _LONGEST_SUBJECT), words)
    end = min(position, context.clause(start)[1], start + _LONGEST_SUBJECT)
    found = find_bodies(plain, start, end, context.vocabulary)
    if found and found[0][0] == start:
        return plain[start : found[0][1]]
    stop = words.breaks.first(plain, start, min(end, start + _LONGEST_OPENING))
    kinds = wordings(context.vocabulary, "recipient-own-kind")
    if stop is not None and kinds.suffix(plain, start, stop.start) is not None:
        return plain[start : stop.start]
    return None


_complete = lru_cache(maxsize=1024)(bodies.complete)


def parts_of(words: str) -> list[str]:
    """Return those that are joined by 、 outside of quotation marks."""
    return [part for part in _PART.findall(words) if part]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The report's publisher and area, by which 我局, 区司法局, 全县 are completed.

    ``area`` has nine digits in a township's report, ``county`` six; ``area_name`` is the area's name as its
    bodies bear it: 南昌市东湖区.
    """

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    area: str | None
    county: str | None
    area_name: str | None
    publisher: str | None

    @staticmethod
    def of(context: Context, resolve: Resolvers) -> Speaker:
        """Return who speaks in a report."""
        head, gazetteer = context.head, resolve.whereabouts.gazetteer
        area = head.township or head.area
        known = area is not None and gazetteer.area(area) is not None
        return Speaker(
            context.vocabulary,
            gazetteer,
            area,
            head.area,
            bodies.place_name(area, gazetteer) if area is not None and known else None,
            head.publisher.name if head.publisher else None,
        )

    def body(self, name: str) -> Body:
        """Return the body that a name means here."""
        return _complete(name, self.area, self.gazetteer, self.publisher, self.vocabulary)

    def unsaid(self, award: str) -> str:
        """Return who gets an honour for which nobody is named: the area, those of a kind in it, or the publisher.

        The end of the honour's name tells: 示范县 is for an area, 示范村 for its villages.
        """
        words = self.vocabulary
        area = self.area_name
        award = award.rstrip("”’")
        if area and wordings(words, "recipient-area-kind").suffix(award, 0, len(award)):
            return area
        kind = wordings(words, "recipient-own-kind").suffix(award, 0, len(award))
        if area and kind:
            return f"{area}的{award[kind.start : kind.end]}"
        return self.publisher or area or _UNKNOWN

    def recipient(self, words: str) -> str:
        """Return a recipient's words with what is short for the publisher or the area in full."""
        return "、".join(self._part(part) for part in self._parts(words))

    def _parts(self, words: str) -> list[str]:
        """Divide recipients; a person's offices (书记、局长某人) stay together."""
        titles = wordings(self.vocabulary, "person-title")
        parts: list[str] = []
        for part in parts_of(words):
            if parts and titles.suffix(parts[-1], 0, len(parts[-1])) is not None:
                parts[-1] += "、" + part
            else:
                parts.append(part)
        return parts

    def _part(self, part: str) -> str:
        vocabulary = self.vocabulary
        own = wordings(vocabulary, "self-body").prefix(part, 0, len(part))
        if self.publisher and own:
            return self.publisher + part[own.end :]
        body = self._body_before(part)
        if body:
            return self.body(part[:body]).name + part[body:]
        if self.area_name and len(part) > 1 and self.area_name.endswith(part):
            return self.area_name
        around = wordings(vocabulary, "self-area").prefix(part, 0, len(part))
        if self.area_name and around:
            rest = part[around.end :].removeprefix("的")
            kind = wordings(vocabulary, "recipient-own-kind").prefix(rest, 0, len(rest))
            return self.area_name + ("的" if kind and kind.end == len(rest) else "") + rest
        return part

    def _body_before(self, part: str) -> int:
        """Return where a body's short name ends that begins a recipient's words, or 0: 区司法局 of 区司法局干部."""
        short = part[0] in LEVEL_CHARACTERS
        if not short and (self.publisher is None or part[:_SHORTEST_BODY] not in self.publisher):
            return 0
        named = find_bodies(part, 0, len(part), self.vocabulary)
        if not named or named[0][0] != 0:
            return 0
        return named[0][1] if short or self._is_publisher(part[: named[0][1]]) else 0

    def _is_publisher(self, part: str) -> bool:
        return len(part) >= _SHORTEST_BODY and self.publisher is not None and self.publisher.endswith(part)

    def agents(self, recipient: str) -> tuple[Agent, ...]:
        """Return those that a recipient's words name, in their order."""
        return tuple(dict.fromkeys(self._agent(part) for part in self._parts(recipient)))

    def _agent(self, name: str) -> Agent:
        code = self._area_code(name)
        if code is not None:
            return Agent("area", name, code)
        if bodies.kind_of(name, self.vocabulary):
            body = self.body(name)
            return Agent("body", body.name, body.area, body.kind)
        return Agent("honouree", name, self.county)

    def _area_code(self, name: str) -> str | None:
        if name == self.area_name:
            return self.area
        inner = self.gazetteer.children(self.county) if self.county else ()
        return next((area.code for area in inner if area.name == name), None)
