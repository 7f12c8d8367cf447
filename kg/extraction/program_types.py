"""Which of the well-known kinds a program is: by the wordings of ``ontology/program-types.ttl`` in its name, else,
where the name says nothing (a brand), by those around it.

The longest wording wins; one at the end of the name, or that fills the quotation marks, weighs more; of a kind and a
wider one the narrower wins. Wordings of up to three characters, or that several kinds share, need a context wording
in the sentence or a heading above; an exclude wording in the clause vetoes the kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.extraction.context import Context
from kg.extraction.lexicon import Match
from kg.vocabulary import Concept

_SHORT = 3
_END_BONUS = 3
_NARROWER_BONUS = 3
_QUOTED_BONUS = 8
_NEAR_END = 2


def program_type(context: Context, start: int, end: int, *, opaque: bool = False) -> str | None:
    """Return the notation of the program type of a name that stands at the span, or None.

    ``opaque`` says that the name may be a brand that tells nothing of its kind: then the passage around it may.
    """
    own = _best(context, start, end, _fitting(context, start, end))
    if own is not None:
        return own
    by_context = _by_context(context, start, end)
    if by_context is not None or not opaque:
        return by_context
    return _around(context, start, end)


def _fitting(context: Context, start: int, end: int) -> list[Match]:
    return [m for m in context.find("program-type").within(start, end) if is_evidence(context, m)]


def is_evidence(context: Context, match: Match) -> bool:
    """Tell whether a match speaks for its kind where it stands (see the module's rules)."""
    if match.role not in ("name", "trigger"):
        return False
    clause = context.clause(match.start)
    if _has(context, match.id, "exclude", *clause):
        return False
    # A name is a trigger too; only as a trigger may it be shared.
    shared = context.lexicon.shared.get(("program-type", match.term), 0) > 1
    if len(match.term) > _SHORT and not shared:
        return True
    return _has(context, match.id, "context", *context.sentence(match.start)) or any(
        term in section.heading
        for section in context.sections(match.start)
        for term in context.vocabulary.program_types[match.id].contexts
    )


def _has(context: Context, notation: str, role: str, start: int, end: int) -> bool:
    return any(m.role == role and m.id == notation for m in context.find("program-type").within(start, end))


def _best(context: Context, start: int, end: int, matches: Iterable[Match]) -> str | None:
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
    return max(ranked, key=lambda notation: ranked[notation], default=None)


def _bonus(context: Context, match: Match, start: int, end: int) -> int:
    plain = context.plain
    if plain[match.start - 1 : match.start] == "“" and plain[match.end : match.end + 1] == "”":
        return _QUOTED_BONUS
    return _END_BONUS if end - match.end <= _NEAR_END else 0


def _is_narrower(context: Context, notation: str, others: Iterable[str]) -> bool:
    wider = wider_types(context.vocabulary.program_types, notation)
    return any(other in wider for other in others)


def wider_types(types: Mapping[str, Concept], notation: str) -> tuple[str, ...]:
    """Return the notations of all kinds that are wider than a kind."""
    found: dict[str, None] = {}
    queue = list(types[notation].broader)
    while queue:
        notation = queue.pop()
        if notation not in found:
            found[notation] = None
            queue.extend(types[notation].broader)
    return tuple(found)


def _by_context(context: Context, start: int, end: int) -> str | None:
    owners: dict[str, set[str]] = {}
    for match in context.find("program-type").within(start, end):
        if match.role == "context" and len(match.term) >= _SHORT:
            owners.setdefault(match.term, set()).add(match.id)
    unique = [(len(term), next(iter(ids))) for term, ids in owners.items() if len(ids) == 1]
    return max(unique)[1] if unique else None


def _around(context: Context, start: int, end: int) -> str | None:
    for span in (context.clause(start), context.sentence(start)):
        matches = _fitting(context, *span)
        if matches:
            nearest = min(matches, key=lambda m: (_distance(m, start, end), -(m.end - m.start), m.id))
            return nearest.id
    for section in context.sections(start):
        matches = _fitting(context, section.start, section.body)
        if matches:
            return _best(context, section.start, section.body, matches)
    return None


def _distance(match: Match, start: int, end: int) -> int:
    return start - match.end if match.end <= start else match.start - end
