"""Who was honoured, in full: 我局, 区司法局, 全县 completed; whom the text leaves unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import bodies
from kg.body_finding import LEVEL_CHARACTERS, find_bodies
from kg.extraction.wordings import wordings
from kg.model import Agent, Body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.areas import Gazetteer
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.extraction.wordings import Term
    from kg.vocabulary import Vocabulary

_PART = re.compile(r"[^、“‘《(]*(?:(?:“[^”]*”|‘[^’]*’|《[^》]*》|\([^)]*\))[^、“‘《(]*)*")
_LEVEL_OF_KIND = re.compile("[省市州区县][厅局]")
_PROVINCIAL = "厅"
_PROVINCE = "省"
_SHORTEST_BODY = 3
_SHORTEST_STEM = 2
_LONGEST_PLACE = 12
_SUBDISTRICT = "街道"
_INTERNAL = "internal-office"
_WHOLE_CITY = "全市"
_CITIES = ("市", "州", "盟")
_UNKNOWN = "报告单位"


_KINDS_OF_OTHERS = re.compile(r"(?<=[\u4e00-\u9fff”])等(?!级)[\u4e00-\u9fff、]{1,14}$")
"""Of what kinds those are that the words before have listed: 甲区、乙县等|县区."""
_WITH_OTHERS = re.compile(
    r"(?<=.)等(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?[个名位件篇项家起份条支所宗例人](?:[\u4e00-\u9fff、()]{0,8})$"
)
"""How many are named where the words before have said who: …、李某等3名同志."""


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether a name is short for another: its characters stand there in their order, the last one last."""
    characters = iter(full)
    return short[-1:] == full[-1:] and all(character in characters for character in short)


def _is_whole(term: Term | None, length: int) -> bool:
    return term is not None and term.end == length


def without_others(words: str) -> str:
    """Leave out that there are others, or of what kinds those listed are (甲、乙等3名同志, 甲、乙等单位)."""
    kinds = _KINDS_OF_OTHERS.search(words)
    if kinds is not None and "、" in words[: kinds.start()] and "的" not in kinds[0]:
        return words[: kinds.start()]
    return _WITH_OTHERS.sub("", words)


def parts_of(words: str) -> list[str]:
    """Return those that are joined by 、 outside of quotation marks."""
    return [part for part in _PART.findall(words) if part]


@dataclass(frozen=True, slots=True)
class Speaker:
    """The report's publisher and area, by which 我局, 区司法局, 全县 are completed.

    ``area`` has nine digits in a township's report, ``county`` six; ``area_name`` is the area's name as its
    bodies bear it: 南昌市东湖区. ``scopes`` has the codes of the areas that 全市, 我市, 全区 mean here.
    """

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    area: str | None
    county: str | None
    area_name: str | None
    publisher: str | None
    publisher_kind: str | None
    scopes: Mapping[str, str]

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
            head.publisher.kind if head.publisher else None,
            resolve.whereabouts.scopes,
        )

    def body(self, name: str) -> Body:
        """Return the body that a name means here; the publisher where the name is short for it (区应急局)."""
        body = bodies.complete(
            self._own_kind(name), self.area, self.gazetteer, self.publisher, self.vocabulary
        )
        kind = self.vocabulary.body_types.get(self.publisher_kind or "")
        alike = kind is not None and kind.one_per_area and body.kind == self.publisher_kind
        if self.publisher and alike and body.area == self.county and _abbreviates(body.name, self.publisher):
            return Body(body.area, self.publisher, body.kind)
        return body

    def _own_kind(self, name: str) -> str:
        """Return in full what names but a level of the publisher's kind: a justice bureau's 省厅 is 省司法厅."""
        if name.endswith(_PROVINCIAL) and bodies.ending_of(name, self.vocabulary) == name:
            return _PROVINCE + name  # but a province's departments are called 厅
        kind = self.vocabulary.body_types.get(self.publisher_kind or "")
        if kind is None or not kind.bureau or not _LEVEL_OF_KIND.fullmatch(name):
            return name
        ending = next((e for e in kind.endings if e.endswith(name[1]) and len(e) > 1), None)
        return name if ending is None else name[0] + ending

    def unsaid(self, award: str) -> str:
        """Return who gets an honour for which nobody is named: the area, those of a kind in it, or the publisher.

        The end of the honour's name tells: 示范县 is for an area, 示范村 for its villages.
        """
        return self.by_kind(award) or self.publisher or self.area_name or _UNKNOWN

    def by_kind(self, award: str) -> str | None:
        """Return the area, or those of a kind in it, if the end of an honour's name tells that it is for such."""
        award = award.rstrip("”’")
        kind = wordings(self.vocabulary, "recipient-own-kind", "recipient-area-kind").suffix(
            award, 0, len(award)
        )
        if self.area_name is None or kind is None:
            return None
        words = award[kind.start : kind.end]
        if kind.list == "recipient-area-kind":
            return self._area_of(words, self.area_name)
        return self._those_of(self.area_name, words)

    def _area_of(self, kind: str, area: str) -> str:
        """Return the area that an honour for areas of a kind is for: the city for 示范市, no town for 示范县."""
        city = self.scopes.get(_WHOLE_CITY)
        if self.county is not None and self.area != self.county:
            area = bodies.place_name(self.county, self.gazetteer)
        if kind.endswith("市") and city is not None and not area.endswith(_CITIES):
            return bodies.place_name(city, self.gazetteer)
        return area

    def _those_of(self, area: str, kind: str) -> str:
        """Name those of a kind in an area: 常州市天宁区的村; a town that is the area itself stands for 镇."""
        return area if area.endswith(kind) else f"{area}的{kind}"

    def carries_on(self, named: str, award: str) -> bool:
        """Tell whether who was named before can be meant again: a bureau gets no 示范村, its area's villages do."""
        if self.by_kind(award) is None:
            return True
        own = named in (self.publisher, self.area_name)
        kind = bodies.kind_of(named, self.vocabulary)
        return not own and not bodies.is_bureau(kind, self.vocabulary) and kind not in self._governments()

    def _governments(self) -> tuple[str, ...]:
        return self.vocabulary.words["report-for-government"]

    def recipient(self, words: str) -> str:
        """Return a recipient's words with what is short for the publisher or the area in full."""
        return "、".join(self._part(part) for part in self._parts(words))

    def honoured(self, words: str, award: str) -> str:
        """Return a recipient's words in full; 我镇 means the town itself where the honour is for towns."""
        recipient = self.recipient(words)
        own = wordings(self.vocabulary, "self-body").prefix(words, 0, len(words))
        means_area = _is_whole(own, len(words)) and self.publisher_kind in self._governments()
        return (
            recipient if not means_area or self.by_kind(award) != self.area_name else self.area_name or words
        )

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
        office = self._office(part)
        if office is not None:
            return office
        own = wordings(self.vocabulary, "self-body").prefix(part, 0, len(part))
        if self.publisher and own:
            return self.publisher + part[own.end :]
        body = self._body_before(part)
        if body:
            return self.body(part[:body]).name + part[body:]
        return self._section(part) or self._of_area(part) or part

    def _office(self, part: str) -> str | None:
        """Return an office of the publisher in full: 局法规科, 法规科; of a subdistrict 街道司法所 and 街道 itself."""
        vocabulary = self.vocabulary
        if self.publisher is None or self.area_name is None:
            return None
        if self.area_name.endswith(_SUBDISTRICT) and part.startswith(_SUBDISTRICT):
            rest = part.removeprefix(_SUBDISTRICT)
            return self.area_name + rest if rest else self.publisher
        inner = wordings(vocabulary, "recipient-office").suffix(part, 1, len(part))
        if inner and self.area_name.endswith(part[0]) and self._is_team(part):
            return self.area_name + part[1:]
        whole = wordings(vocabulary, "self-body").prefix(part, 0, len(part))
        if inner and self.publisher.endswith(part[0]) and not _is_whole(whole, len(part)):
            return self.publisher + part[1:]
        return None

    def _is_team(self, part: str) -> bool:
        """Tell whether a name that begins with the area's level is of a team that no kind of body covers."""
        refused = part.startswith(self.vocabulary.words["level-not"])
        return not refused and len(part) > _SHORTEST_BODY and bodies.kind_of(part, self.vocabulary) is None

    def _section(self, part: str) -> str | None:
        """Return a section of the publisher that is named without it: 法规科."""
        section = part.endswith(self.vocabulary.words["recipient-section"])
        if section and bodies.kind_of(part, self.vocabulary) == _INTERNAL:
            return self.body(part).name
        return None

    def _of_area(self, part: str) -> str | None:
        """Return the area itself (天宁区, 我区), what is of it (我区某镇), or those of a kind in it (3个村)."""
        area, end = self.area_name, len(part)
        if area is None:
            return None
        if end > 1 and area.endswith(part):
            return part  # as the text has it: 桃源县, not 常德市桃源县
        called = self._called(part)
        if called is not None:
            return called
        kinds = wordings(self.vocabulary, "recipient-own-kind", "recipient-bare-kind")
        own = self.publisher_kind and self.publisher_kind not in self._governments()
        if own and self.publisher and part in self.vocabulary.words["recipient-bare-kind"]:
            return self.publisher + part  # a bureau's own cases and officers, as 我局案卷
        around = wordings(self.vocabulary, "self-area").prefix(part, 0, end)
        if around is not None:
            area = self._scope(part[: around.end])
        elif not _is_whole(kinds.prefix(part, 0, end), end):
            return None
        rest = part[around.end if around else 0 :].removeprefix("的")
        if _is_whole(kinds.prefix(rest, 0, len(rest)), len(rest)):
            return self._those_of(area, rest)
        return rest if self._names_place(rest) else area + rest

    def _called(self, part: str) -> str | None:
        """Return the area of the report, or one around it, that is called without its ending: 天宁获评示范区."""
        codes = (self.county, *self.gazetteer.ancestors(self.county)) if self.county else ()
        for area in filter(None, map(self.gazetteer.area, codes)):
            if len(part) >= _SHORTEST_STEM and self.gazetteer.grammar.stem(area.name) == part:
                return bodies.place_name(area.code, self.gazetteer)
        return None

    def _names_place(self, words: str) -> bool:
        """Tell whether words begin with a place of their own behind 我市: 我省|无锡市, 我市|江苏某律师事务所."""
        around = (self.gazetteer.area(code) for code in self.gazetteer.ancestors(self.county or ""))
        stems = (self.gazetteer.grammar.stem(area.name) for area in around if area is not None)
        if any(len(stem) >= _SHORTEST_STEM and words.startswith(stem) for stem in stems):
            return True
        lengths = range(_SHORTEST_STEM + 1, min(len(words), _LONGEST_PLACE) + 1)
        return any(self.gazetteer.named(words[:length]) for length in lengths)

    def _scope(self, words: str) -> str:
        """Return the area that 我市 or 全区 means here; 辖区 and the like mean the report's own."""
        code = self.scopes.get(words)
        if code is None or code == self.county:
            return self.area_name or words
        return bodies.place_name(code, self.gazetteer)

    def _body_before(self, part: str) -> int:
        """Return where a body's short name ends that begins a recipient's words, or 0: 区司法局 of 区司法局干部."""
        short = part[0] in LEVEL_CHARACTERS
        if not short and (self.publisher is None or part[:_SHORTEST_BODY] not in self.publisher):
            return 0
        named = find_bodies(part, 0, len(part), self.vocabulary)
        if not named or named[0][0] != 0:
            return 0
        for length in range(_SHORTEST_BODY, named[0][1]):  # 区市监局 of 区市监局法规科
            if self._means_publisher(part[:length]):
                return length
        return named[0][1] if short or self._is_publisher(part[: named[0][1]]) else 0

    def _means_publisher(self, name: str) -> bool:
        if self.publisher is None or bodies.kind_of(name, self.vocabulary) != self.publisher_kind:
            return False
        return self.body(name).name == self.publisher

    def _is_publisher(self, part: str) -> bool:
        return len(part) >= _SHORTEST_BODY and self.publisher is not None and self.publisher.endswith(part)

    def agents(self, recipient: str) -> tuple[Agent, ...]:
        """Return those that a recipient's words name, in their order."""
        return tuple(dict.fromkeys(self._agent(part) for part in self._parts(without_others(recipient))))

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
        around = (self.area, self.county, *(self.gazetteer.ancestors(self.county) if self.county else ()))
        for area in filter(None, (self.gazetteer.area(code) for code in around if code)):
            if area.name == name:
                return area.code
        inner = self.gazetteer.children(self.county) if self.county else ()
        return next((area.code for area in inner if area.name == name), None)
