"""Which of the well-known kinds a program is, by the wordings of ``ontology/program-types.ttl``.

Those in its name count, or where the name says nothing (a brand) those around it. The longest wins; one at the end of
the name, or that fills the quotation marks, weighs more; so does a kind narrower than another. Wordings of up to
three characters, or that several kinds share, need a context wording in the sentence or a heading above; an exclude
wording in the clause vetoes the kind.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extraction.lexicon import bare
from kg.extraction.wordings import wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.extraction.context import Context
    from kg.extraction.lexicon import Match
    from kg.extraction.program_landmarks import Landmarks
    from kg.vocabulary import Concept, Vocabulary

_SHORT = 3
_STEM = "initiative-stem-"
_END_BONUS = 3
_NARROWER_BONUS = 3
_QUOTED_BONUS = 8
_NEAR_END = 2
_FAR = 1000
"""No sentence is read further than this from a wording that needs a context, in characters."""
_NEIGHBOURHOOD = 150
"""How far a brand's kind is looked for, in characters."""


def program_type(
    context: Context, marks: Landmarks, start: int, end: int, *, opaque: bool = False
) -> str | None:
    """Return the notation of the program type of a name that stands at the span, or None.

    ``opaque`` says that the name may be a brand that tells nothing of its kind: then the passage around it may.
    """
    own = _best(context, start, end, _speaking(context, marks, start, end)) or _by_context(
        context, start, end
    )
    if own is None and opaque:
        return type_by_stem(context, start, end) or _around(context, marks, start, end)
    return own


def type_by_stem(context: Context, start: int, end: int) -> str | None:
    """Return the kind that the longest, and of those the last, stem in a name tells (word lists ``initiative-stem-…``)."""
    lists = _stem_lists(context.vocabulary)
    found = wordings(context.vocabulary, *lists).find(context.plain, start, end) if lists else ()
    best = max(((term.end - term.start, term.start, term.list) for term in found), default=None)
    return best[2].removeprefix(_STEM) if best else None


@lru_cache(maxsize=4)
def _stem_lists(vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(sorted(name for name in vocabulary.words if name.startswith(_STEM)))


def is_evidence(context: Context, match: Match) -> bool:
    """Tell whether a match of the scheme ``program-type`` speaks for its kind where it stands (see the module)."""
    if match.role not in ("name", "trigger"):
        return False
    if _has(context, match.id, "exclude", context.clause(match.start)):
        return False
    return match.term not in _vague(context.vocabulary) or _has_context(context, match)


def _speaks(context: Context, marks: Landmarks, match: Match) -> bool:
    """Tell what ``is_evidence`` tells, of a name or trigger, by places looked up before."""
    if match.id in marks.excludes and marks.excluded(match.id, *context.clause(match.start)):
        return False
    return match.term not in _vague(context.vocabulary) or _has_context(context, match)


def _has_context(context: Context, match: Match) -> bool:
    first, last = context.sentence(match.start)
    sentence = bare(context.plain[max(first, match.start - _FAR) : min(last, match.start + _FAR)])
    return any(term in sentence for term in _contexts(context.vocabulary)[match.id]) or _in_heading(
        context, match
    )


@lru_cache(maxsize=4)
def _contexts(vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    return {
        notation: tuple(bare(term) for term in concept.contexts)
        for notation, concept in vocabulary.program_types.items()
    }


def _speaking(context: Context, marks: Landmarks, start: int, end: int) -> list[Match]:
    found = marks.triggers_within(start, end)
    return [match for match in found if _speaks(context, marks, match)] if found else found


@lru_cache(maxsize=4)
def _vague(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the names and triggers that need a context: the short ones, and those of several kinds."""
    terms = (
        bare(term) for kind in vocabulary.program_types.values() for term in (*kind.names, *kind.triggers)
    )
    return _ambiguous(vocabulary).union(term for term in terms if len(term) <= _SHORT)


@lru_cache(maxsize=4)
def _ambiguous(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the triggers of several kinds, unless these are one kind and what is narrower or wider."""
    owners: dict[str, list[str]] = {}
    for notation, concept in vocabulary.program_types.items():
        for term in concept.triggers:
            owners.setdefault(term, []).append(notation)
    return frozenset(
        term for term, kinds in owners.items() if not _on_one_line(vocabulary.program_types, kinds)
    )


def _on_one_line(types: Mapping[str, Concept], kinds: list[str]) -> bool:
    lines = [{kind, *_all_wider(types, kind)} for kind in kinds]
    return any(set(kinds) <= line for line in lines)


def _in_heading(context: Context, match: Match) -> bool:
    terms = context.vocabulary.program_types[match.id].contexts
    return any(term in section.heading for section in context.sections(match.start) for term in terms)


def _has(context: Context, notation: str, role: str, span: tuple[int, int]) -> bool:
    return any(m.role == role and m.id == notation for m in context.find("program-type").within(*span))


def _best(context: Context, start: int, end: int, matches: Sequence[Match]) -> str | None:
    if not matches:
        return None
    if len(matches) == 1 or len({match.id for match in matches}) == 1:
        return matches[0].id
    weights: dict[str, tuple[int, int, int]] = {}
    for match in matches:
        weight = (len(match.term) + _bonus(context, match, start, end), int(match.role == "name"), match.end)
        weights[match.id] = max(weights.get(match.id, (0, 0, 0)), weight)
    ranked = {
        notation: (
            weight[0] + _NARROWER_BONUS * _is_narrower(context, notation, weights),
            *weight[1:],
            notation,
        )
        for notation, weight in weights.items()
    }
    # Ties go to a kind's own name, to the later wording, then to the notation: the answer is always the same.
    return max(ranked, key=lambda notation: ranked[notation])


def _bonus(context: Context, match: Match, start: int, end: int) -> int:
    plain = context.plain
    if (
        start <= match.start
        and plain[match.start - 1 : match.start] == "“"
        and plain.startswith("”", match.end)
    ):
        return _QUOTED_BONUS
    # The last of several members (首次不罚、告诫到位) is no last word.
    member = match.start > start and plain[match.start - 1] == "、"
    return _END_BONUS if end - match.end <= _NEAR_END and not member else 0


def _is_narrower(context: Context, notation: str, others: Iterable[str]) -> bool:
    return not wider_types(context.vocabulary, notation).isdisjoint(others)


def wider_types(vocabulary: Vocabulary, notation: str) -> frozenset[str]:
    """Return the notations of all kinds that are wider than a kind."""
    return _wider(vocabulary)[notation]


@lru_cache(maxsize=4)
def _wider(vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    types = vocabulary.program_types
    return {notation: frozenset(_all_wider(types, notation)) for notation in types}


def _all_wider(types: Mapping[str, Concept], notation: str) -> Iterable[str]:
    found: dict[str, None] = {}
    queue = list(types[notation].broader)
    while queue:
        notation = queue.pop()
        if notation not in found:
            found[notation] = None
            queue.extend(types[notation].broader)
    return found


def _by_context(context: Context, start: int, end: int) -> str | None:
    """Return the kind that alone has a context wording in the name."""
    words = bare(context.plain[start:end])
    for term, notation in _telling_contexts(context.vocabulary):
        if term in words:
            return notation
    return None


@lru_cache(maxsize=4)
def _telling_contexts(vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """Return the context wordings of one kind only, but for the shortest, with that kind: the longest first."""
    owners: dict[str, set[str]] = {}
    for notation, terms in _contexts(vocabulary).items():
        for term in terms:
            owners.setdefault(term, set()).add(notation)
    unique = [(len(term), min(kinds), term) for term, kinds in owners.items() if len(kinds) == 1]
    return tuple((term, kind) for length, kind, term in sorted(unique, reverse=True) if length >= _SHORT)


def _around(context: Context, marks: Landmarks, start: int, end: int) -> str | None:
    for first, last in (context.clause(start), _segment(context, start, end)):
        matches = _speaking(context, marks, first, last)
        if matches:
            return min(matches, key=lambda m: (_distance(m, start, end), -len(m.term), m.id)).id
    for section in context.sections(start):
        matches = _speaking(context, marks, section.start, section.body)
        if matches:
            return _best(context, section.start, section.body, matches)
    return None


def _segment(context: Context, start: int, end: int) -> tuple[int, int]:
    """Return the passage around a name: its sentence, or what ; parts of it, and not too much of either."""
    first, last = context.sentence(start)
    first = max(first, start - _NEIGHBOURHOOD)
    last = min(last, end + _NEIGHBOURHOOD)
    stop = context.plain.find(";", end, last)
    return max(first, context.plain.rfind(";", first, start) + 1), last if stop < 0 else stop


def _distance(match: Match, start: int, end: int) -> int:
    return start - match.end if match.end <= start else match.start - end
