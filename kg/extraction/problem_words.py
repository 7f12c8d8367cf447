"""The word lists by which problems are read, and what they tell of a stretch of text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.wordings import Term, Wordings, wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.parsing.structure import Span

_BEFORE_TURN = ",;:。!? \n在但而对"
_LIST = re.compile(r"等(?:方面)?(?:的)?")
_MEMBER_END = re.compile("[、,]")
_SHORTEST_MEMBER = 4


@dataclass(frozen=True, slots=True)
class Problems:
    """The word lists that the reading of problems needs."""

    enumerators: Wordings
    predicates: Wordings
    nouns: Wordings
    vague: Wordings
    exist: Wordings
    because: Wordings
    because_ends: Wordings
    leads: Wordings
    openings: Wordings
    turns: Wordings
    alone: Wordings
    settings: Wordings
    signs: Wordings
    admits: Wordings
    measures: Wordings

    @staticmethod
    def of(context: Context) -> Problems:
        """Return the lists of a report's vocabulary."""
        words = context.vocabulary
        return Problems(
            wordings(words, "enumerator"),
            wordings(words, "problem-predicate"),
            wordings(words, "problem-noun"),
            wordings(words, "problem-vague"),
            wordings(words, "problem-exist"),
            wordings(words, "problem-because"),
            wordings(words, "problem-because-end"),
            wordings(words, "problem-lead"),
            wordings(words, "problem-opening"),
            wordings(words, "problem-measure", "problem-cause", "problem-will"),
            wordings(words, "problem-turn-alone"),
            wordings(words, "problem-setting"),
            wordings(words, "problem-sign-not", "problem-sign"),
            wordings(words, "problem-admit"),
            wordings(words, "problem-measure-verb"),
        )

    def shows(self, plain: str, start: int, end: int) -> bool:
        """Tell whether an item that the text numbers as a problem says that something is wanting, in any way."""
        if self.predicates.has(plain, start, end):
            return True
        return any(term.list == "problem-sign" for term in self.signs.find(plain, start, end))

    def is_cause(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a clause but tells why: 由于编制有限, 受经费制约."""
        if self.because.prefix(plain, start, end) is not None:
            return True
        ends = self.because_ends.suffix(plain, start, end) is not None
        return ends and self.settings.prefix(plain, start, end) is not None

    def turn(self, plain: str, start: int, end: int) -> Term | None:
        """Return the first words that turn to causes or measures; some do so only where a clause begins."""
        for term in self.turns.find(plain, start, end):
            opens = term.start == start or plain[term.start - 1] in _BEFORE_TURN
            if opens or term.list != "problem-measure":
                return term
        return None

    def turning(self, heading: str) -> bool:
        """Tell whether a heading turns to causes or measures."""
        return self.turns.has(heading, 0, len(heading))

    def listed(self, plain: str, start: int, end: int) -> list[Span]:
        """Return the problems that a sentence lists before 等问题: 还存在|执法力量薄弱|、|普法形式单一|等问题."""
        noun = self.nouns.suffix(plain, start, end)
        closing = _LIST.search(plain, start, noun.start) if noun is not None else None
        if noun is None or closing is None or closing.end() != noun.start:
            return []
        verbs = list(self.admits.find(plain, start, closing.start()))
        if not verbs:
            return []
        members: list[Span] = []
        begin = verbs[0].end
        cuts = [match.span() for match in _MEMBER_END.finditer(plain, begin, closing.start())]
        for stop, resume in [*cuts, (closing.start(), noun.end)]:
            members.append((begin, stop))
            begin = resume
        whole = all(stop - at >= _SHORTEST_MEMBER and self.shows(plain, at, stop) for at, stop in members)
        return members if whole else []
