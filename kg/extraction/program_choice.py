"""Which mentions are programs: what is run, built or promised, not a slogan, an honour or a thing in general."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.extraction.editions import edition_beside
from kg.extraction.item_counts import item_count, listed_items
from kg.extraction.leniency import FIRST_OFFENCE, LENIENT, LIST_TYPES
from kg.extraction.program_acts import is_act, is_counted
from kg.extraction.program_names import ends_in, is_wording
from kg.extraction.program_types import program_type, type_by_stem
from kg.extraction.wordings import begins, ends, wordings

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.extraction.program_landmarks import Landmarks
    from kg.vocabulary import Vocabulary
from kg.extraction.program_names import Mention

Rank = Literal["own", "general", "bare", "aside"]
_LENIENT = frozenset((FIRST_OFFENCE, *LENIENT, *LIST_TYPES))
_PUT_REACH = 80
_DISTINCT = 4
_OWN = 2
_LONG = 6
_SHORTEST, _LONGEST = 2, 45
_ASIDE = 4
_SHORT_NOUN = 4
_SUBJECT = 4
_BUILT = re.compile(r"”?\d[\d,]*[余多]?(?:个|处|所|家|座)")
"""规范化司法所7个: so many of a kind were built."""
_PERSONS = re.compile(
    r"”?(?:近?\d[\d.,]*[万余多]*(?:名|人(?!次)|位)|等(?:共计?)?近?\d[\d.,]*[万余多]*(?:名|人|位))"
)
"""“法律明白人”402名: those are people, not what is run."""
_PLUS = "+"
"""“公证+”服务: what is put together so is a program's name."""
_WORDS = re.compile("[^“”‘’《》()、,0-9]+")
_AFTER_KIND = frozenset("(等、和及与,。;”")


class Candidate(NamedTuple):
    """A mention that names a program, and the notation of its type or None.

    ``rank`` tells whether it has a name of its own (``own``), one that only says of what kind it is (``general``:
    公共法律服务平台), none but its kind's (``bare``), or only stands in a document's title (``aside``); ``headed`` whether
    it ends as names of programs do; ``listing`` whether the text tells a list's length or edition. ``others`` are the
    mentions of the same program that were left out.
    """

    mention: Mention
    type: str | None
    rank: Rank
    headed: bool = False
    listing: bool = False
    others: tuple[Mention, ...] = ()


def choose(context: Context, marks: Landmarks, mention: Mention) -> Candidate | None:
    """Return the mention as a program, or None."""
    if not _SHORTEST <= mention.end - mention.start <= _LONGEST or _is_won(marks, mention):
        return None
    if _is_taught(context, mention):
        return None
    kind = _type(context, marks, mention)
    if kind in _LENIENT and ends(
        context.vocabulary, "initiative-taught-end", context.plain, mention.start, mention.end
    ):
        return None
    if mention.quotation is not None:
        if not _is_quoted_name(context, mention, kind):
            return None
        kind = kind or _type_of_brand(context, marks, mention)
        mention = _with_noun(context, mention)
        headed = ends_in(context, "program-head", mention)
        return Candidate(mention, kind, "own", headed, _is_listing(context, mention))
    if is_wording(mention):
        stands = kind is not None and (mention.standing == "told" or _is_object(context, mention))
        stands = stands and not _is_put_somewhere(context, mention)
        return Candidate(mention, kind, "own" if _is_apart(context, mention) else "bare") if stands else None
    candidate = _headed(context, marks, mention, kind)
    if candidate is not None and candidate.type is None:
        return candidate._replace(type=type_by_stem(context, mention.start, mention.end))
    return candidate


def _type(context: Context, marks: Landmarks, mention: Mention) -> str | None:
    shared = program_type(context, marks, *mention.lead) if mention.lead else None
    return shared or program_type(context, marks, mention.start, mention.end)


def _type_of_brand(context: Context, marks: Landmarks, mention: Mention) -> str | None:
    """A brand's name tells nothing of its kind; the passage may, where it speaks of what is run."""
    if mention.phrase.verbs is None or mention.phrase.weak:
        return type_by_stem(context, mention.start, mention.end)
    return program_type(context, marks, mention.start, mention.end, opaque=True)


def _is_won(marks: Landmarks, mention: Mention) -> bool:
    """Tell whether the clause speaks of an honour before the mention."""
    return marks.has("award", mention.phrase.clause[0], mention.start)


def _is_taught(context: Context, mention: Mention) -> bool:
    """Tell whether a list only is what publicity or teaching is about (开展免罚清单宣传)."""
    return ends_in(context, "initiative-list-end", mention) and begins(
        context.vocabulary, "initiative-studying", context.plain, mention.end
    )


def _is_apart(context: Context, mention: Mention) -> bool:
    """Tell whether a wording names a thing of its own, beside others of its kind (会前学法 beside 学法考试)."""
    return wordings(context.vocabulary, "initiative-apart").has(context.plain, mention.start, mention.end)


def _is_object(context: Context, mention: Mention) -> bool:
    """Tell whether a kind's name is what a verb governs: no weak verb, and nothing behind that changes its meaning."""
    end = mention.end
    if context.plain[mention.start : end] in context.vocabulary.words["initiative-thing"]:
        return _has_tail(context, end)
    if is_act(context, mention.start, end) and (end >= mention.phrase.end or is_counted(context, end)):
        return True
    words = context.vocabulary.words["initiative-covered"]
    covered = context.plain.startswith(words, end) or context.plain.endswith(words, mention.start, end)
    if mention.phrase.weak and mention.phrase.verbs is not None:
        if ends(context.vocabulary, "initiative-form-of-study", context.plain, mention.start, end):
            return True
        if not (covered or _is_means(context, end)):
            return False
    if end >= mention.phrase.end or context.plain[end] in _AFTER_KIND or _has_tail(context, end):
        return True
    if _is_apart(context, mention) and is_counted(context, end):
        return True
    return _BUILT.match(context.plain, end) is not None


def _is_put_somewhere(context: Context, mention: Mention) -> bool:
    """Tell whether a kind is only what something else is made to hold (将…、优化营商环境纳入督察内容)."""
    first, last = mention.phrase.clause
    if not begins(context.vocabulary, "initiative-take", context.plain, first):
        return False
    return wordings(context.vocabulary, "initiative-put").has(
        context.plain, mention.end, min(last, mention.end + _PUT_REACH)
    )


def _is_means(context: Context, end: int) -> bool:
    """Tell whether what ends there carries other things on (以…建设为抓手)."""
    for word in context.vocabulary.words["initiative-name-keep"]:
        if context.plain.startswith(word, end):
            return begins(context.vocabulary, "initiative-as", context.plain, end + len(word))
    return begins(context.vocabulary, "initiative-as", context.plain, end)


def _has_tail(context: Context, position: int) -> bool:
    return begins(context.vocabulary, "initiative-tail", context.plain, position)


def _is_quoted_name(context: Context, mention: Mention, kind: str | None) -> bool:
    headed = mention.standing == "quoted" and mention.head < mention.end
    strict = headed and ends_in(context, "program-head", mention)
    if (not headed or kind is None) and not strict and _is_slogan(context, mention):
        return False
    if kind is None and (_is_about_slogan(context, mention) or (not headed and _in_praise(context, mention))):
        return False
    if mention.phrase.verbs is None:
        if kind == FIRST_OFFENCE and listed_items(context, mention.start, mention.end) is not None:
            return True
        told = kind or (type_by_stem(context, mention.start, mention.end) if headed else None)
        subject = strict or _is_subject(context, mention, told) or _is_applied(context, mention, kind)
        return subject and not _is_aside(context, mention)
    if not headed:
        return _is_whole_name(context, mention, kind)
    return (
        strict
        or kind is not None
        or _PLUS in context.plain[mention.start : mention.head]
        or not (mention.phrase.weak or _is_bound(context, mention))
    )


def _is_bound(context: Context, mention: Mention) -> bool:
    """Tell whether a last word (建设, 工作) makes no name, for nothing in it tells the kind (司法所“五化”建设 is one)."""
    return ends_in(context, "initiative-head-bound", mention) and not type_by_stem(
        context, mention.start, mention.end
    )


def _is_whole_name(context: Context, mention: Mention, kind: str | None) -> bool:
    """Tell whether a quotation with nothing that ends names behind it is a program's name."""
    after = mention.behind or mention.end
    if _PERSONS.match(context.plain, after):
        return False
    if _is_not_run(context, after):
        return False
    if mention.phrase.weak:
        known = kind is not None and (mention.end - mention.start >= _LONG or _is_used(context, mention))
        means = begins(context.vocabulary, "initiative-as", context.plain, after)
        urges = begins(context.vocabulary, "program-verb", context.plain, mention.start)
        return known or mention.classed or (means and not urges)
    ends = after >= mention.phrase.end or context.plain[after] in _AFTER_KIND or _has_tail(context, after)
    if kind is not None or mention.classed or ends:
        return True
    return _has_noun(context, mention)


def _is_not_run(context: Context, after: int) -> bool:
    """Tell whether the words behind a quotation make no program of it (“…”责任; but “…”主体责任 is borne)."""
    lists = ("initiative-not-before", "initiative-tail")
    term = wordings(context.vocabulary, *lists).prefix(context.plain, after, len(context.plain))
    return term is not None and term.list == lists[0]


def _is_called(context: Context, mention: Mention) -> bool:
    """Tell whether the quotation marks hold a known kind's wording and nothing else (“综合查一次”)."""
    if mention.quotation is None:
        return False
    start, end = mention.quotation
    within = context.find("program-type").within(start, end)
    return any(match.role in ("name", "trigger") and match[:2] == (start, end) for match in within)


def _is_used(context: Context, mention: Mention) -> bool:
    """Tell whether a kind called by its wording is the means that the verb tells of (通过“综合查一次”)."""
    means = context.vocabulary.words["initiative-verb-means"]
    return context.plain.startswith(means, mention.phrase.last) and _is_called(context, mention)


def _has_noun(context: Context, mention: Mention) -> bool:
    """Tell whether a short noun behind a quotation ends the verb's object (成立“…”志愿团)."""
    if mention.standing != "whole" or mention.classed or mention.phrase.verbs is None:
        return False
    if _is_called(context, mention):
        return False
    noun = context.plain[mention.end + 1 : mention.phrase.end]
    fits = len(noun) <= _SHORT_NOUN and noun.isalpha() and not noun.startswith("的")
    if begins(context.vocabulary, "program-adverb", context.plain, mention.end + 1) or "等" in noun:
        return False  # “…”普遍落实 says what was done with it.
    if ends(context.vocabulary, "initiative-not-before", context.plain, mention.end + 1, mention.phrase.end):
        return False  # “…”政治责任 is borne.
    return fits and not _has_tail(context, mention.end + 1)


def _with_noun(context: Context, mention: Mention) -> Mention:
    if not _has_noun(context, mention):
        return mention
    end = mention.phrase.end
    return mention._replace(start=mention.start - 1, end=end, standing="quoted", head=mention.end + 1)


def _is_subject(context: Context, mention: Mention, kind: str | None) -> bool:
    """Tell whether a quotation before the first verb is a name: by what it ends in, in a list, or as a clause's subject."""
    opening = mention.start - mention.phrase.clause[0] <= _SUBJECT
    if mention.standing != "whole":
        joined = mention.quotation is not None and mention.head - mention.quotation[1] <= _SUBJECT
        counted = ends_in(context, "initiative-head-counted", mention)
        return opening and joined and kind is not None and not counted
    if (kind is not None or opening) and ends(
        context.vocabulary, "program-head", context.plain, mention.start + _OWN, mention.end
    ):
        return True
    opens = mention.start - 1 == mention.phrase.clause[0] and _has_tail(context, mention.end + 1)
    return mention.listed or (opens and kind is not None)


def _is_applied(context: Context, mention: Mention, kind: str | None) -> bool:
    """Tell whether a practice is all that a clause says of those whom it names (对初次违法的商户“首违不罚”)."""
    first, last = mention.phrase.clause
    closes = mention.standing == "whole" and mention.end + 1 >= last - 1
    return (
        kind is not None and closes and begins(context.vocabulary, "initiative-toward", context.plain, first)
    )


def _is_aside(context: Context, mention: Mention) -> bool:
    """Tell whether a program is only referred to (纳入…, 按照…)."""
    first = max(0, mention.start - _ASIDE)
    lists = context.vocabulary.words["initiative-not-after"]
    demanded = begins(context.vocabulary, "initiative-demand", context.plain, mention.end)
    aside = context.plain.endswith(lists, first, mention.start) or (
        demanded and context.plain.startswith(lists, mention.phrase.clause[0])
    )
    return aside and not _is_listing(context, mention)


def _is_slogan(context: Context, mention: Mention) -> bool:
    start, end = mention.quotation or (mention.start, mention.end)
    words = context.plain[start:end].strip("“”‘’")
    # “…样本” praises; “…”样本采集点 would be a name.
    praised = mention.head == mention.end and words.endswith(
        context.vocabulary.words["initiative-slogan-end"]
    )
    return praised or words in _slogans(context.vocabulary)


def _in_praise(context: Context, mention: Mention) -> bool:
    """Tell whether a heading holds other quoted words before these: both praise (“高标准”打造“新铁军”)."""
    if not context.in_heading(mention.start):
        return False
    start = context.paragraph(mention.start)[0]
    return "”" in context.plain[start : mention.start]


def _is_about_slogan(context: Context, mention: Mention) -> bool:
    """Tell whether words between a slogan and the last word make it what is spoken of (“两个维护”十项制度机制)."""
    apart = mention.quotation is not None and mention.head > mention.quotation[1] + 1
    return apart and _is_slogan(context, mention)


@lru_cache(maxsize=4)
def _slogans(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.words["initiative-slogan"])


def _headed(context: Context, marks: Landmarks, mention: Mention, kind: str | None) -> Candidate | None:
    """Judge a name without quotation marks by what is in it beside its last word and its kind."""
    lists, plain = context.vocabulary.words, context.plain
    if begins(context.vocabulary, "initiative-measured", plain, mention.end):
        return None
    own = residue(context, marks, mention, kind)
    vague = ends(context.vocabulary, "initiative-vague", plain, mention.start, mention.end)
    if vague and (kind is None or own < _OWN):
        return None
    if kind is None and _is_topic(context, mention):
        return None
    if kind is None:
        needed = _DISTINCT if ends_in(context, "initiative-head-common", mention) else _OWN
        if mention.phrase.weak:
            return None
        if own >= needed or (own >= _OWN and _is_listing(context, mention)):
            return Candidate(mention, None, "own", headed=True, listing=_is_listing(context, mention))
        stem = type_by_stem(context, mention.start, mention.end) if needed == _OWN else None
        return Candidate(mention, stem, "general", headed=True) if stem else None
    if own >= _OWN or (not mention.phrase.weak and ends_in(context, "initiative-head-own", mention)):
        return Candidate(mention, kind, "own", headed=True, listing=_is_listing(context, mention))
    classes = plain.startswith(lists["initiative-head-class"], mention.head)
    if (mention.phrase.weak and not _is_means(context, mention.end)) or classes:
        return None
    return Candidate(mention, kind, "general", headed=True, listing=_is_listing(context, mention))


def _is_topic(context: Context, mention: Mention) -> bool:
    """Tell whether a heading only says what is spoken of (健全依法行政制度体系)."""
    return ends_in(context, "initiative-head-topic", mention) and context.in_heading(mention.start)


def _is_listing(context: Context, mention: Mention) -> bool:
    """Tell whether the text says how long a list is, or which edition."""
    start, end = mention.start, mention.end
    return ends_in(context, "initiative-list-end", mention) and (
        item_count(context, start, end) is not None
        or edition_beside(context.plain, start, end, context.vocabulary) is not None
    )


def residue(context: Context, marks: Landmarks, mention: Mention, kind: str | None) -> int:
    """Count the characters of a name that are neither its last word nor those of its kind, nor general."""
    start, end = mention.start, mention.head
    generic = wordings(context.vocabulary, "initiative-generic").pattern
    covered = [match.span() for match in generic.finditer(context.plain, start, end)]
    covered += [match[:2] for match in marks.triggers_within(start, mention.end) if match.id == kind]
    left = 0
    for first, last in [*sorted(covered), (end, end)]:
        if first > start:
            left += sum(map(len, _WORDS.findall(context.plain, start, min(first, end))))
        start = max(start, last)
    return left
