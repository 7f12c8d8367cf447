"""One entry per program: mentions of the same name or the same kind become one, at the most informative place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.program_names import is_wording
from kg.extraction.program_types import wider_types

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.context import Context
    from kg.extraction.program_choice import Candidate

_MARKS = str.maketrans("", "", "“”‘’《》、,· ")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,5}?[省市区县旗镇乡](?=[\u4e00-\u9fff]{4})")
"""A leading place, which tells no programs of one report apart."""
_BROAD = 4


def merge(context: Context, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return one candidate per program, in the order of the text.

    A bare kind (one that is told by its wording alone) stands only where nothing with a name is of that kind (or is only
    planned next, while the kind is there already), a broad one (社区矫正) only where nothing of a narrower kind is there
    either.
    """
    ordered = sorted(candidates, key=lambda c: _order(context, c))
    own = _by_name(context, (c for c in ordered if c.rank == "own"))
    general = [
        c
        for c in _by_type(c for c in ordered if c.rank == "general")
        if not any(o.type == c.type and _text(context, o).endswith(_text(context, c)) for o in own)
    ]
    named = [c for c in (*own, *general) if not is_wording(c.mention)]
    special = [c for c in own if is_wording(c.mention) and not _is_within(context, c, named)]
    taken = {c.type for c in named}
    done = {c.type for c in named if not _is_next(context, c)}
    bare = _by_type(
        c
        for c in ordered
        if c.rank == "bare" and (c.type not in taken or (c.type not in done and not _is_next(context, c)))
    )
    kinds = taken | {c.type for c in (*special, *bare)}
    kept = [c for c in bare if not _is_broad(c) or not _has_narrower(context, c.type, kinds)]
    aside = _by_type(c for c in ordered if c.rank == "aside" and not _is_there(context, c.type, kinds))
    return _apart([*named, *special, *kept, *aside])


def _apart(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates in the order of the text, those left out that lie within another."""
    kept: list[Candidate] = []
    reached = 0
    for candidate in sorted(candidates, key=lambda c: (c.mention.start, -c.mention.end)):
        if candidate.mention.end > reached:
            kept.append(candidate)
            reached = candidate.mention.end
    return kept


def _is_next(context: Context, candidate: Candidate) -> bool:
    """Tell whether a program stands in the part on what is planned next."""
    return context.part(candidate.mention.start) == "next-plan"


def _order(context: Context, candidate: Candidate) -> tuple[bool, bool, bool, bool, int, bool, int]:
    """Order mentions of one program by how much they say: done before planned, text before headings, the longer."""
    mention = candidate.mention
    heading = context.in_heading(mention.start)
    return (
        _is_next(context, candidate),
        not candidate.listing,
        candidate.rank == "own" and heading,
        mention.phrase.weak,
        mention.start - mention.end if candidate.rank == "bare" else 0,
        candidate.rank == "bare" and heading,
        mention.start,
    )


def _is_within(context: Context, candidate: Candidate, named: Iterable[Candidate]) -> bool:
    """Tell whether the name of one of its kind holds a kind's wording (中心组学法 in 中心组学法机制)."""
    term = _names(context, candidate)[0]
    return any(c.type == candidate.type and term in _text(context, c) for c in named)


def _text(context: Context, candidate: Candidate) -> str:
    return context.plain[candidate.mention.start : candidate.mention.end].translate(_MARKS)


def _by_type(candidates: Iterable[Candidate]) -> list[Candidate]:
    found: dict[str | None, Candidate] = {}
    for candidate in candidates:
        found.setdefault(candidate.type, candidate)
    return list(found.values())


def _by_name(context: Context, candidates: Iterable[Candidate]) -> list[Candidate]:
    named = [(candidate, _names(context, candidate)) for candidate in candidates]
    # The label of a known kind alone (“首违不罚”) means what is named after it (“首违不罚”清单), wherever that stands.
    named.sort(key=lambda pair: len(pair[1]) == 1)
    kept: dict[str, list[Candidate]] = {}
    meant: dict[str, str] = {}
    for candidate, names in named:
        first = meant.setdefault(names[0], names[0])
        kept.setdefault(first, []).append(candidate)
        for name in names[1:]:
            meant.setdefault(name, first)
    return [
        group[0]._replace(others=tuple(other.mention for other in group[1:])) if len(group) > 1 else group[0]
        for group in kept.values()
    ]


def _names(context: Context, candidate: Candidate) -> tuple[str, ...]:
    """Return what a program goes by: first what tells it from others, then what others may mean by it.

    A brand is told by its quoted words alone (“…”模式, “…”项目); the quoted name of a known kind only together with its
    last word (“法律明白人”培养工程, “法律明白人”实践站), unless that adds nothing (“八五”普法工作).
    """
    mention = candidate.mention
    name = context.plain[mention.start : mention.end].translate(_MARKS)
    if is_wording(mention):
        apart = context.vocabulary.words["initiative-apart"]
        return (max((term for term in apart if name.endswith(term)), key=len, default=name),)
    if mention.quotation is None:
        return (_PLACE.sub("", name).removesuffix("工作").removesuffix("建设"),)
    known = _known_kinds(context, mention.quotation, (mention.start, mention.end))
    if not known:
        return (context.plain[slice(*mention.quotation)].translate(_MARKS), name)
    if not candidate.headed:
        return (known[0],)
    last = context.plain[mention.head : mention.end]
    lists = [ending for ending in context.vocabulary.words["initiative-list-end"] if last.startswith(ending)]
    return (known[0] + (lists[0] if lists else last), *known)


def _known_kinds(context: Context, quotation: tuple[int, int], span: tuple[int, int]) -> list[str]:
    """Return the names of known kinds that the quoted words are part of, the longest first."""
    start, end = quotation
    terms = {
        match.term
        for match in context.find("program-type").within(*span)
        if match.role == "name" and match.start <= start + 1 and match.end >= end
    }
    return sorted(terms, key=lambda term: (-len(term), term))


def _is_broad(candidate: Candidate) -> bool:
    return candidate.mention.end - candidate.mention.start <= _BROAD


def _is_there(context: Context, notation: str | None, kinds: Iterable[str | None]) -> bool:
    """Tell whether a kind, or one that it is part of, is among others."""
    wider = wider_types(context.vocabulary, notation) if notation else ()
    return any(kind == notation or kind in wider for kind in kinds)


def _has_narrower(context: Context, notation: str | None, others: Iterable[str | None]) -> bool:
    vocabulary = context.vocabulary
    return any(other is not None and notation in wider_types(vocabulary, other) for other in others)
