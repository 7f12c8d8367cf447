"""Who was honoured, in full: 我局, 区司法局, 全县 completed; whom the text leaves unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from kg import bodies
from kg.body_finding import LEVEL_CHARACTERS, find_bodies
from kg.extraction.wordings import wordings
from kg.model import Agent, Body

if TYPE_CHECKING:
    from kg.areas import Gazetteer
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.vocabulary import Vocabulary

_PART = re.compile(r"[^、“‘《(]*(?:(?:“[^”]*”|‘[^’]*’|《[^》]*》|\([^)]*\))[^、“‘《(]*)*")
_SHORTEST_BODY = 3
_UNKNOWN = "报告单位"

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
