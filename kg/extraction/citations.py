"""Citations: what the reporting body did, or plans to do, with the documents that it names in 《》.

The verb that governs a title decides: the nearest before it in its clause, of a chain (制定并落实) the first; a list
of titles shares one verb. Where a clause has no such verb, or only a pale one (推进, 围绕), the words after the title
decide (《…》印发实施, 开展《…》宣传).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.issuers import issued_above, issued_by_helped
from kg.extraction.titles import Title, document_names, find_titles
from kg.extraction.wordings import Term, Wordings, wordings
from kg.model import Citation, Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.parsing.structure import Span
    from kg.vocabulary import Vocabulary

_RELATIONS: tuple[Relation, ...] = ("issued", "revised", "approved", "implemented", "studied", "cited")
_BEFORE = "citation-"
_AFTER = "citation-after-"
_PALE = "citation-implemented-weak"
_ISSUED = "citation-issued"
_LEADING = (_PALE, "citation-cited")
"""Verbs that may lead to the one which counts: 推动出台, 围绕新修订."""
_STUDIED = "citation-after-studied"
_ONCE = "后"
"""What follows a title once it has been issued: 印发《…》后."""
_DONE = ("citation-implemented", "citation-studied")
_REACH = 120
"""How far from a title the words that govern it may stand, in characters."""
_NEXT = 30
"""How far into the next clause what is done there is looked for."""
_LONGEST_JOINT = 14
_COUNT = re.compile(r"\d+(?:余|多)?[份件条个项册][,、和及]")
_JOINT_MARKS = "、,和及与暨或"


def find_citations(context: Context, resolve: Resolvers) -> list[Citation]:
    """Return the report's citations in the order of the text. Linear in its length."""
    names = document_names(context.vocabulary)
    titles = find_titles(context.plain, *context.page.body, context.vocabulary)
    relations = _relations(context, titles)
    return [
        _citation(context, resolve, title, relation)
        for title, relation in zip(titles, relations, strict=True)
        if names.names_document(context.plain, title)
    ]


def _citation(context: Context, resolve: Resolvers, title: Title, relation: Relation) -> Citation:
    return Citation(
        evidence=context.evidence(title.start, title.end),
        title=context.plain[title.start : title.end].replace("《", "〈").replace("》", "〉"),
        relation=relation,
        planned=resolve.planned(title.left),
        period=resolve.period(title.left),
        where=resolve.where(title.left),
        part=context.part(title.left),
    )


@dataclass(frozen=True, slots=True)
class _Verbs:
    before: Wordings
    after: Wordings
    joint: Wordings
    attribute: Wordings
    short_form: Wordings
    occasion: Wordings


def _verbs(vocabulary: Vocabulary) -> _Verbs:
    return _Verbs(
        wordings(vocabulary, *(_BEFORE + relation for relation in _RELATIONS), _PALE),
        wordings(vocabulary, *(_AFTER + relation for relation in _RELATIONS)),
        wordings(vocabulary, "citation-joint"),
        wordings(vocabulary, "citation-attribute"),
        wordings(vocabulary, "citation-short-form"),
        wordings(vocabulary, "citation-occasion"),
    )


def _relations(context: Context, titles: Sequence[Title]) -> list[Relation]:
    """Return the relation of each title; the titles of one list have the same."""
    verbs = _verbs(context.vocabulary)
    relations: list[Relation] = []
    before = first = 0
    for index, title in enumerate(titles):
        following = titles[index + 1] if index + 1 < len(titles) else None
        if following is None or not _joined(context.plain, title, following, verbs):
            span = (before, following.left if following else len(context.plain))
            relation = _relation(context, titles[first], title, span, verbs)
            relations += [relation] * (index + 1 - first)
            before, first = title.right, index + 1
    return relations


def _joined(plain: str, title: Title, following: Title, verbs: _Verbs) -> bool:
    """Tell whether two titles belong to one list: 《…》《…》, 《…》、新《…》, 《…》等文件和《…》, 《…》(以下简称《…》)."""
    start, end = title.right, following.left
    if start == end:
        return True
    if plain[start] == "(":
        if verbs.short_form.has(plain, start, end):
            return True
        closing = plain.find(")", start, end)
        start = closing + 1 if closing >= 0 else start
    if start == end:
        return True
    if end - start > _LONGEST_JOINT or any(mark in plain[start:end] for mark in "。;\n"):
        return False
    if plain[start:end] == "," or _COUNT.fullmatch(plain, start, end):
        return True
    joins = plain[start] in _JOINT_MARKS[0] + _JOINT_MARKS[2:] or plain[end - 1] in _JOINT_MARKS
    if not joins or "," in plain[start:end]:
        return False
    return _governing(plain, list(verbs.before.find(plain, start, end)), end, verbs) is None


def _relation(context: Context, first: Title, last: Title, span: Span, verbs: _Verbs) -> Relation:
    """Return the relation of a list of titles, whose words lie in ``span``, between the titles around the list."""
    plain = context.plain
    clause_start, clause_end = context.clause(first.left)
    found = list(verbs.before.find(plain, max(span[0], clause_start, first.left - _REACH), first.left))
    left = _governing(plain, found, first.left, verbs)
    if left is not None and left.list == _ISSUED:
        if issued_above(context, clause_start, left.start):
            return _of_higher(context, found, left, last.right, verbs)
        if issued_by_helped(context, clause_start, left.start):
            return "cited"
    if left is not None and left.list != _PALE:
        return _named(left.list, _BEFORE)
    end = _end_of_words(plain, last.right, max(last.right, clause_end), span[1], verbs)
    right = verbs.after.first(plain, last.right, end)
    if right is not None:
        return _named(right.list, _AFTER)
    if left is not None:
        return _by_occasion(context, left, last, verbs)
    if found:
        return _named(found[-1].list, _BEFORE)
    return _from_afar(context, span[0], first, clause_start, verbs)


def _of_higher(context: Context, found: Sequence[Term], verb: Term, end: int, verbs: _Verbs) -> Relation:
    """Return what is done with a document that a body above issued, before it or once it is issued, if anything.

    根据国务院印发的《…》; 省委印发《…》后,我局组织学习. Else it is but mentioned.
    """
    before = [term for term in found if term.end <= verb.start and term.list in _DONE]
    if before:
        return _named(before[-1].list, _BEFORE)
    if not context.plain.startswith(_ONCE, end):
        return "cited"
    limit = min(context.sentence(end)[1], end + _REACH)
    done = next((t for t in verbs.before.find(context.plain, end, limit) if t.list in _DONE), None)
    return _named(done.list, _BEFORE) if done is not None else "cited"


def _by_occasion(context: Context, verb: Term, title: Title, verbs: _Verbs) -> Relation:
    """Decide for a pale verb: by what the next clause does where the title was its occasion: 围绕《…》,举办培训班."""
    plain, end = context.plain, title.right
    if plain[end : end + 1] == "," and verbs.occasion.prefix(plain, verb.start, verb.end) is not None:
        right = verbs.after.first(plain, end + 1, min(context.clause(end + 1)[1], end + _NEXT))
        if right is not None and right.list == _STUDIED:
            return "studied"
    return "implemented"


def _end_of_words(plain: str, start: int, clause_end: int, following: int, verbs: _Verbs) -> int:
    """Return where the words behind a title end: with the clause, or before the verb of the next title."""
    if following >= clause_end:
        return min(clause_end, start + _REACH)
    verb = verbs.before.first(plain, start, min(following, start + _REACH))
    return verb.start if verb is not None else min(following, start + _REACH)


def _governing(plain: str, found: Sequence[Term], end: int, verbs: _Verbs) -> Term | None:
    """Return the verb that governs what begins at ``end``: the first of the last chain of verbs."""
    chain = [term for term in found if not _attributive(plain, term, end, verbs)]
    if not chain:
        return None
    index = len(chain) - 1
    last = index
    while index > 0 and _chained(plain, chain[index - 1], chain[index], verbs):
        index -= 1
    # 推动出台: the pale verb leads to the one that counts.
    return next((term for term in chain[index : last + 1] if term.list not in _LEADING), chain[index])


def _attributive(plain: str, term: Term, end: int, verbs: _Verbs) -> bool:
    """Tell whether a verb is part of an attribute of the title, as in 新修订的《…》 or 省委印发的《…》."""
    attribute = verbs.attribute.prefix(plain, term.end, end)
    return attribute is not None and attribute.end == end


def _chained(plain: str, one: Term, other: Term, verbs: _Verbs) -> bool:
    """Tell whether the second verb goes on from the first: 制定印发, 制定并指导各地落实."""
    return one.end == other.start or verbs.joint.prefix(plain, one.end, other.start) is not None


def _from_afar(context: Context, before: int, first: Title, clause_start: int, verbs: _Verbs) -> Relation:
    """Decide for a title without verb: by the clause before if the title opens its own, else by the list before."""
    plain = context.plain
    if clause_start == first.left and clause_start > context.sentence(first.left)[0]:
        start = max(before, context.clause(clause_start - 1)[0], clause_start - _REACH)
        found = list(verbs.before.find(plain, start, clause_start - 1))
        left = _governing(plain, found, clause_start - 1, verbs)
        if left is not None:
            return "implemented" if left.list == _PALE else _named(left.list, _BEFORE)
    return "cited"


def _named(name: str, prefix: str) -> Relation:
    return next(relation for relation in _RELATIONS if name == prefix + relation)
