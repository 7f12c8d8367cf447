"""The words before a verb of winning or seeking: who is honoured, who confers, as the text has it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg import bodies
from kg.body_finding import find_bodies
from kg.extraction.wordings import Wordings, wordings
from kg.parsing.layout import numbering

if TYPE_CHECKING:
    from kg.extraction.context import Context
    from kg.parsing.structure import Span
    from kg.vocabulary import Vocabulary

_TIME = re.compile(
    r"20\d\d(?=[\u4e00-\u9fff])(?!年)|(?:20\d\d年(?:度)?)?(?:\d{1,2}月(?:份|\d{1,2}日)?|[上下]半年|以来|初|底)?|\d{1,2}月\d{1,2}日|[\d一二三四五六七八九十]+年[来间]"
)
_DAY = r"20\d\d年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?"
_TRAILING_TIME = re.compile(
    rf"(?:于|在)?{_DAY}(?:[、和及]{_DAY})*$|连续[\d一二三四五六七八九十两]+(?:年|次|届)$"
    r"|在?“[^“”]{1,6}”(?:[、和及]?“[^“”]{1,6}”)*(?:期间|时期)$"
)
_TRAILING_OCCASION = re.compile(r"(?<=.)在[^,、“”]{3,30}?中$")
_COUNT = re.compile(
    r"(?<![等第\d])共?(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:[个名位件篇项家起份条支所宗例]|人次)(?=[^\s、])"
)
_OCCASION = re.compile(r"(?:在|于)[^,、]{2,30}?(?:中|上|里)")
_ONLY_COUNT = re.compile(
    r"(?:\d+|[一二两三四五六七八九十]+)(?:余|多)?(?:[个名位件篇项家起份条支所宗例人]|人次)"
)
_QUOTED = re.compile(r"“([^“”]*)”|《([^《》]*)》")
_PERSON = re.compile("([\u4e00-\u9fff]{2,3})(?<![局委办院所会站科])同志")
_NAMED_WORK = re.compile("(?:了|的)?(“[^“”\n]{2,40}”[\u4e00-\u9fff]{0,8})")
_TITLE = re.compile("《[^《》\n]{4,80}》")
_CLOSED = re.compile("(“[^“”]*”|《[^《》]*》)")
_WORD = re.compile(r"\w")
_WORK = re.compile("[\u4e00-\u9fff]{0,4}[“《]")
"""What a body sent in: a work or case, perhaps with its kind before its name (微视频《…》)."""
_JOINT = re.compile(r"[、和及与]|等(?=[\d一二三四五六七八九十多])")
_DASH = "—"
_ATTRIBUTE = "的"
_APART = ";"
_WITH = "以"
_LONGEST_MANNER = 20
_PLAIN_PASSIVE = "被"
"""Who is honoured stands before it, whatever stands behind it; other words (获, 由) begin names too."""
_POSSESSIVE = ("其“", "其《")
_LONGEST_OPENING = 25
_MOST_CLAUSES = 4
_MISSED = 1
"""A body that a clause opens with may begin with a character that elsewhere ends the words before (后溪镇…)."""
_LONGEST_SUBJECT = 120
_LONGEST_NUMBER = 8
_FARTHEST = 200
"""How far before a verb a decision on honours is looked for, in characters."""


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """The word lists that the reading of subjects needs."""

    adverbs: Wordings
    leads: Wordings
    passive: Wordings
    trailing: Wordings
    breaks: Wordings
    active: Wordings
    enumerators: Wordings
    causing: Wordings
    belonging: Wordings
    own: Wordings
    levels: Wordings
    results: Wordings
    making: Wordings

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
            wordings(vocabulary, "enumerator"),
            wordings(vocabulary, "award-causing"),
            wordings(vocabulary, "award-belonging"),
            wordings(vocabulary, "self-body", "self-area"),
            wordings(vocabulary, "award-conferring-level"),
            wordings(vocabulary, "award-result"),
            wordings(vocabulary, "award-making"),
        )


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands before a verb: who is honoured, and behind 被 or 获 who confers; either may be missing.

    ``active`` says that the report's own body does what the verb says (将某村命名为…): it gets no honour.
    """

    words: str | None = None
    conferrer: str | None = None
    active: bool = False
    passive: bool = False


def subject_before(context: Context, words: SubjectWords, floor: int, verb: int) -> Subject:
    """Read the words of the verb's clause before it, from ``floor`` on."""
    start = max(context.clause(verb)[0], floor, verb - _LONGEST_SUBJECT)
    start = max(start, context.plain.rfind(_DASH, start, verb) + 1)
    end = _without_adverbs(context.plain, start, verb, words)
    passive = _passive(context, words, start, end)
    conferrer = None
    if passive is not None:
        conferrer = _conferrer(context, words, passive[1], end)
        plain = context.plain[slice(*passive)] == _PLAIN_PASSIVE
        named = plain or conferrer is not None or _names_level(context, words, passive[1], end)
        end = _without_adverbs(context.plain, start, passive[0], words) if named else end
    start = _without_leads(context.plain, _without_number(context.plain, start, end, words), end, words)
    start = _behind_helper(context, start, end, words)
    active = words.active.prefix(context.plain, start, end) is not None
    return Subject(_phrase(context.plain[start:end], words), conferrer, active, passive is not None)


def attributed(context: Context, end: int) -> str | None:
    """Return the body behind an honour that is but its attribute: 获评…示范单位的|区社区矫正中心|."""
    plain = context.plain
    end += plain.startswith("”", end)
    if not plain.startswith("的", end):
        return None
    start = end + 1
    found = find_bodies(plain, start, context.clause(start)[1], context.vocabulary)
    return plain[slice(*found[0][:2])] if found and found[0][0] == start else None


def _without_adverbs(plain: str, start: int, end: int, words: SubjectWords) -> int:
    while end > start:
        adverb = words.adverbs.suffix(plain, start, end)
        result = words.results.suffix(plain, start, end)
        manner = plain.rfind(_WITH, max(start, end - _LONGEST_MANNER), end) if result is not None else -1
        time = _TRAILING_TIME.search(plain[start:end]) or _TRAILING_OCCASION.search(plain[start:end])
        if adverb is not None:
            end = adverb.start
        elif time is not None:
            end = start + time.start()
        elif manner > start:
            end = manner
        else:
            break
    return end


def _passive(context: Context, words: SubjectWords, start: int, end: int) -> Span | None:
    terms = [t for t in words.passive.find(context.plain, start, end) if context.quotation(t.start) is None]
    return (terms[-1].start, terms[-1].end) if terms else None


def _without_trail(plain: str, start: int, end: int, words: SubjectWords) -> int:
    while (trail := words.trailing.suffix(plain, start, end)) is not None and trail.start > start:
        end = trail.start
    return end


def _conferrer(context: Context, words: SubjectWords, start: int, end: int) -> str | None:
    name = context.plain[start : _without_trail(context.plain, start, end, words)]
    first = next((joint.start() for joint in _JOINT.finditer(name)), len(name))
    joint = name[:first] if _ATTRIBUTE not in name else name
    ways = (name, joint)  # 公安部、某中央; of 某局等四部委 the first
    return next((way for way in ways if bodies.kind_of(way, context.vocabulary)), None)


def _names_level(context: Context, words: SubjectWords, start: int, end: int) -> bool:
    """Tell whether but a level is said to confer: 被自治区命名为."""
    level = words.levels.prefix(context.plain, start, end)
    return level is not None and level.end == _without_trail(context.plain, start, end, words)


def _phrase(words: str, lists: SubjectWords) -> str | None:
    """Return the noun phrase of a subject without counts; None where there is none."""
    phrase = "" if _ONLY_COUNT.fullmatch(words) else _without_counts(words)
    phrase = phrase[1:] if phrase.startswith(_POSSESSIVE) else phrase
    if not _WORD.search(phrase) or lists.breaks.prefix(phrase, 0, len(phrase)) is not None:
        return None
    person = _PERSON.fullmatch(phrase)
    phrase = person[1] if person is not None else phrase
    whole = _QUOTED.fullmatch(phrase)
    return (whole[1] or whole[2]) if whole else phrase


def _without_counts(words: str) -> str:
    """Leave out counts (3个村), but not within quotation marks and titles."""
    pieces = _CLOSED.split(words)
    return "".join(piece if index % 2 else _COUNT.sub("", piece) for index, piece in enumerate(pieces))


def _without_number(plain: str, start: int, end: int, words: SubjectWords) -> int:
    """Pass over the number of an item: (三), 3., 四是."""
    number = numbering(plain[start : min(end, start + _LONGEST_NUMBER)])
    start += number[1] if number is not None else 0
    enumerator = words.enumerators.prefix(plain, start, end)
    return enumerator.end if enumerator is not None else start


def _behind_helper(context: Context, start: int, end: int, words: SubjectWords) -> int:
    """Pass over the body that only helped: 区司法局指导|甲镇, 我局报送的|“…”. What it made itself stays with it."""
    plain = context.plain
    belongs = words.belonging.first(plain, start, end)
    if (
        belongs is not None
        and belongs.start > start
        and bodies.kind_of(plain[start : belongs.start], context.vocabulary)
    ):
        return belongs.end
    for term in words.causing.find(plain, start, end):
        name = plain[start : term.start]
        own = words.own.prefix(plain, start, term.start)
        if (own is None or own.end < term.start) and not bodies.kind_of(name, context.vocabulary):
            continue
        behind = term.end + plain.startswith("的", term.end)
        if term.end < end and (behind == term.end or _WORK.match(plain, behind, end)):
            return behind
    return start


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


def work_before(context: Context, words: SubjectWords, position: int) -> str | None:
    """Return the work that the clause before says was made, if it ends with its name: 创建|“…”机制|,获评…."""
    plain, start = context.plain, context.clause(position)[0]
    if start == 0 or plain[start - 1] != ",":
        return None
    before = context.clause(start - 1)[0]
    verb = words.making.first(plain, before, start)
    named = _NAMED_WORK.fullmatch(plain, verb.end, start - 1) if verb is not None else None
    return named[1] if named is not None else None


def decided_by(context: Context, position: int) -> str | None:
    """Return the body that issued a decision on honours which the sentence names before: 省司法厅下发《关于表彰…的决定》."""
    plain, start = context.plain, max(context.sentence(position)[0], position - _FARTHEST)
    decisions = wordings(context.vocabulary, "award-decision")
    issuing = wordings(context.vocabulary, "citation-issued")
    for title in _TITLE.finditer(plain, start, position):
        verb = issuing.first(plain, start, title.start())
        if verb is not None and decisions.has(plain, *title.span()):
            found = find_bodies(plain, start, verb.start, context.vocabulary)
            if found and found[-1][1] == verb.start:
                return plain[slice(*found[-1][:2])]
    return None


def subject_of_sentence(context: Context, words: SubjectWords, position: int) -> str | None:
    """Return the body that opens the nearest clause before a position, or the one with which its sentence opens."""
    sentence = context.sentence(position)[0]
    start = context.clause(position)[0]
    for _ in range(_MOST_CLAUSES):
        if start <= sentence or context.plain[start - 1] == _APART:
            break
        start = context.clause(start - 1)[0]
        body = _body_at(context, words, start, position) if start > sentence else None
        if body is not None:
            return body
    return _opening_subject(context, words, sentence, position)


def _body_at(context: Context, words: SubjectWords, start: int, limit: int) -> str | None:
    """Return the body that a clause names first."""
    start = _without_leads(context.plain, start, min(limit, context.clause(start)[1]), words)
    end = min(limit, context.clause(start)[1], start + _LONGEST_SUBJECT)
    found = find_bodies(context.plain, start, end, context.vocabulary)
    return context.plain[start : found[0][1]] if found and found[0][0] <= start + _MISSED else None


def _opening_subject(context: Context, words: SubjectWords, sentence: int, position: int) -> str | None:
    """Return who opens a sentence: a body, or one that carries on (某村积极推进…)."""
    plain = context.plain
    start = _without_leads(plain, sentence, min(position, sentence + _LONGEST_SUBJECT), words)
    end = min(position, context.clause(start)[1], start + _LONGEST_SUBJECT)
    found = find_bodies(plain, start, end, context.vocabulary)
    if found and found[0][0] <= start + _MISSED:
        return plain[start : found[0][1]]
    stop = words.breaks.first(plain, start, min(end, start + _LONGEST_OPENING))
    kinds = wordings(context.vocabulary, "recipient-own-kind")
    if stop is not None and kinds.suffix(plain, start, stop.start) is not None:
        return plain[start : stop.start]
    return None
