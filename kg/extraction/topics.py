"""What a sentence is about: the program type, or else the group of indicators, whose wordings it uses.

The wording that comes first decides, of those that begin together the longest: a sentence names its subject first.
A coordination (执法的指导、协调、监督) is read as each of its members. Where no program is named, the wordings of topics
decide (word lists ``topic-…``), those of the clause that names the subject.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.program_types import is_evidence
from kg.extraction.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.vocabulary import Vocabulary

_REACH = 200
"""How far into a sentence its subject is looked for, in characters."""
_SHORT = 3
_LISTS = "topic-"
_LONGEST_MEMBER = 8
_SHORTEST_CLAUSE = 9
"""Up to this length, its mark included, a clause may be but an adverbial: 在依法决策方面."""
_LONGEST_STEM = 12
_MEMBERS = re.compile(r"[\u4e00-\u9fff]+(?:、[\u4e00-\u9fff]+)+")


def program_type_of(context: Context, start: int, end: int) -> str | None:
    """Return the program type that the span is about."""
    end = min(end, start + _REACH)
    return (
        _first(m for m in context.find("program-type").within(start, end) if is_evidence(context, m))
        or _of_members(context, context.plain[start:end])
        or _by_wordings(context, start, min(end, _subject_end(context, start)))
    )


def _subject_end(context: Context, start: int) -> int:
    """Return where the clauses end that name the subject: the first that is more than an adverbial."""
    end = context.clause(start)[1]
    return end if end - start > _SHORTEST_CLAUSE else context.clause(end)[1]


def indicator_group_of(context: Context, start: int, end: int) -> str | None:
    """Return the group of the indicators whose wordings the span uses first."""
    indicators = context.vocabulary.indicators
    found = [
        (match.start, -match.end, indicators[match.id].broader[0])
        for match in context.lexicon.find(context.plain, "indicator", start, min(end, start + _REACH)).ordered
        if match.role in ("name", "trigger") and indicators[match.id].broader
        if len(match.term) > _SHORT
    ]
    return min(found)[2] if found else None


def _first(matches: Iterable[Match]) -> str | None:
    best = min(matches, key=lambda m: (m.start, -m.end, m.role != "name", m.id), default=None)
    return best.id if best is not None else None


def _of_members(context: Context, words: str) -> str | None:
    """Decide by the wordings that appear once a coordination is read member by member."""
    for expanded in _expanded(words.replace("的", "")):
        found = list(_types_named(context, expanded))
        excluded = {notation for _, notation, role in found if role == "exclude"}
        named = [(-length, notation) for length, notation, role in found if role in ("name", "trigger")]
        clear = [(length, notation) for length, notation in named if notation not in excluded]
        if clear:
            return min(clear)[1]
    return None


def _types_named(context: Context, words: str) -> Iterator[tuple[int, str, str]]:
    """Yield length, program type and role of the wordings in a phrase that point to one type only."""
    for match in context.lexicon.find(words, "program-type").ordered:
        clear = len(match.term) > _SHORT and context.lexicon.shared.get(("program-type", match.term), 0) <= 1
        if clear or match.role == "exclude":
            yield len(match.term), match.id, match.role


def _expanded(words: str) -> Iterator[str]:
    """Yield what the members of a coordination are short for: 执法指导、协调、监督 gives 执法协调, 执法监督."""
    for match in _MEMBERS.finditer(words):
        first, *others = match[0].split("、")
        first = first[-_LONGEST_STEM:]
        for other in others:
            yield from (first[:-cut] + other[:_LONGEST_MEMBER] for cut in (2, 4) if len(first) > cut + 1)


def _by_wordings(context: Context, start: int, end: int) -> str | None:
    """Decide by the word lists ``topic-…``, each named for a program type."""
    term = wordings(context.vocabulary, *_topic_lists(context.vocabulary)).first(context.plain, start, end)
    return term.list.removeprefix(_LISTS) if term is not None else None


@lru_cache(maxsize=4)
def _topic_lists(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(name for name in vocabulary.words if name.startswith(_LISTS))
