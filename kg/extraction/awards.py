"""Awards: honours won, and honours applied for or aimed at.

A verb (获评, 被授予; 申报, 争创) opens a mention: the honour's name follows, who was honoured stands before it, who
confers behind 被 or before 授予的. Some mentions close with their word instead (…示范区创建成果, …授牌验收准备).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg import bodies
from kg.extraction.award_names import (
    AwardName,
    Demand,
    NameWords,
    conferrer_before_name,
    name_before,
    names_from,
)
from kg.extraction.award_subjects import (
    Subject,
    SubjectWords,
    attributed,
    decided_by,
    subject_before,
    subject_of_sentence,
    work_before,
)
from kg.extraction.levels import level_of, level_of_occasion
from kg.extraction.recipients import Speaker, parts_of
from kg.extraction.wordings import Term, ends, wordings
from kg.model import Award

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extraction.context import Context
    from kg.extraction.periods import Timeline
    from kg.extraction.resolve import Resolvers
    from kg.model import Period

_VERBS: dict[str, tuple[Demand, bool]] = {
    "award-won": ("name", False),
    "award-won-weak": ("praise", False),
    "award-won-passive": ("praise", False),
    "award-won-level": ("place", False),
    "award-sought": ("praise", True),
    "award-sought-weak": ("level", True),
    "award-entered": ("praise", True),
}
"""What the name after a verb of each list must show, and whether the honour is sought."""
_PLAIN_VERBS = ("award-won", "award-sought")
_REACH = 300
"""How far behind a verb its honours are looked for, in characters."""
_LONGEST_CONFERRER = 24
_MARKS = ",;:。!?\n"
_AS = "为"
_PLACED = re.compile("[\u4e00-\u9fff]{1,12}[县市区旗镇乡村沟社道园][\u4e00-\u9fff]{0,6}")
_APART = ";"
"""Behind it another subject may be meant."""
_LONGEST_TIME = 12
"""A clause of no more characters only says when."""
_JOINTS = "和及并、且还与又"
_OTHERS = ("award-verb-not", "award-commendation", "award-won-after", "award-sought-after", "award-emerged")
_WITH_HONOUREE = re.compile(
    r"[、,和及]?“(?P<name>[^“”\n]{4,40})”(?:称号|获得者)?(?P<who>[^“”、,;。和及等\n]{1,20})"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    name: AwardName
    verb: int
    subject: Subject
    conferrer: str | None
    sought: bool
    won: bool = False
    """Whether the words say that it has been won even where the report speaks of plans."""
    common: bool = False
    """Whether the name tells nothing of its own: two commendations (通报表扬) are two honours."""


@dataclass(frozen=True, slots=True)
class _Reader:
    context: Context
    names: NameWords
    subjects: SubjectWords


def find_awards(context: Context, resolve: Resolvers) -> list[Award]:
    """Return the report's awards in the order of the text. Linear in its length."""
    reader = _Reader(context, NameWords.of(context.vocabulary), SubjectWords.of(context.vocabulary))
    speaker = Speaker.of(context, resolve)
    mentions = list(_mentions(reader))
    times = _times(resolve.timeline, [mention.name for mention in mentions])
    awards: dict[tuple[int, int], Award] = {}
    for mention, recipient in _with_recipients(reader, speaker, mentions):
        award = _award(context, resolve, speaker, mention, recipient)
        period = _period(context, times, mention.verb)
        awards.setdefault(award.evidence.key, replace(award, period=period))
    return sorted(awards.values(), key=lambda award: award.evidence.key)


def _with_recipients(
    reader: _Reader, speaker: Speaker, mentions: Iterable[_Mention]
) -> Iterator[tuple[_Mention, str]]:
    """Settle who is honoured: as named there, as named before for the same honour or in the same sentence."""
    known: dict[str, str] = {}
    inherited: str | None = None
    sentence = -1
    passed = 0
    for mention in mentions:
        start = reader.context.sentence(mention.verb)[0]
        apart = start != sentence or _stands_apart(reader.context, passed, mention.verb)
        inherited = None if apart else inherited
        passed = mention.name.end
        sentence = start
        recipient, named = _recipient(reader, speaker, mention, inherited, known)
        if named:
            inherited = recipient
            if not mention.common:
                known.setdefault(mention.name.words, recipient)
        yield mention, recipient


def _stands_apart(context: Context, passed: int, verb: int) -> bool:
    """Tell whether a semicolon and other matters stand between the last honour and a verb."""
    end = context.plain.rfind(_APART, passed, verb) + 1
    return end > 0 and context.clause(verb)[0] - end > _LONGEST_TIME


def _mentions(reader: _Reader) -> Iterator[_Mention]:
    context = reader.context
    floor = context.page.body[0]
    verbs = [verb for verb in _verbs(context) if context.quotation(verb.start) is None]
    for verb, following in zip(verbs, [*verbs[1:], None], strict=False):
        if verb.start < floor:
            continue
        limit = _limit(context, verb, following)
        for mention in _of_verb(reader, verb, floor, limit):
            floor = max(floor, mention.name.end)
            yield mention


def _limit(context: Context, verb: Term, following: Term | None) -> int:
    """Return where the words that belong to a verb end: with its clause, or before the next verb.

    A verb that also means other things (创建) may be part of a name, unless something joins it to the one before.
    """
    limit = _clause_end(context, verb)
    if following is None or following.start >= limit:
        return limit
    if context.plain[following.start - 1] in _JOINTS:
        return max(verb.end, following.start - 1)
    return following.start if following.list in _PLAIN_VERBS else limit


def _verbs(context: Context) -> list[Term]:
    """Return the verbs and closing words, but for those in an attribute (司法部授予的…) or in other words."""
    found = wordings(context.vocabulary, *_VERBS, *_OTHERS).find(context.plain, *context.page.body)
    return [v for v in found if v.list != "award-verb-not" and not context.plain.startswith("的", v.end)]


def _of_verb(reader: _Reader, verb: Term, floor: int, limit: int) -> list[_Mention]:
    if verb.list == "award-commendation":
        return _commendation(reader, verb, floor)
    if verb.list == "award-emerged":
        return list(_emerged(reader, verb, limit))
    if verb.list in ("award-won-after", "award-sought-after"):
        return _closing(reader, verb, floor)
    conferred = _conferred(reader, verb, floor, limit)
    return [conferred] if conferred is not None else _behind(reader, verb, floor, limit)


def _behind(reader: _Reader, verb: Term, floor: int, limit: int) -> list[_Mention]:
    """Read the honours named behind a verb."""
    context, plain = reader.context, reader.context.plain
    demand, sought = _VERBS[verb.list]
    start, end = verb.end, limit
    if verb.list == "award-entered":
        selection = wordings(context.vocabulary, "award-selection").first(plain, start, end)
        end = selection.start if selection is not None else start
    attribute = conferrer_before_name(plain, start, end, reader.names)
    conferrer = None
    if attribute is not None:
        conferrer, start = plain[attribute[0] : attribute[1]], attribute[2]
    elif (quoted := _body_before_quotation(context, start, end)) is not None:
        conferrer, start = plain[start:quoted], quoted
    candidate = _candidate(reader, verb, start, end)
    start = candidate[1] if candidate is not None else start
    names = names_from(plain, start, end, reader.names, demand)
    if not names:
        return []
    if candidate is not None:
        return [_Mention(name, verb.start, Subject(candidate[0]), conferrer, sought) for name in names]
    subject = subject_before(context, reader.subjects, floor, verb.start)
    if subject.active or (verb.list == "award-won-passive" and not subject.passive):
        return []
    if subject.words is None and (honoured := attributed(context, names[-1].end)) is not None:
        subject = Subject(honoured, subject.conferrer)
    subjects = _distributed(context, verb, subject, len(names))
    return [
        _Mention(name, verb.start, own, conferrer or own.conferrer, sought)
        for name, own in zip(names, subjects, strict=True)
    ]


def _candidate(reader: _Reader, verb: Term, start: int, end: int) -> tuple[str, int] | None:
    """Return whom a verb puts forward, and where the honour's name begins: 推荐|甲所|为全国模范司法所."""
    plain = reader.context.plain
    level = reader.names.levels.first(plain, start, min(end, start + _LONGEST_CONFERRER))
    if (
        level is not None
        and ends(reader.context.vocabulary, "award-putting", plain, verb.start, verb.end)
        and _PLACED.fullmatch(plain, start, level.start)
    ):
        return plain[start : level.start], level.start
    stop = plain.find(_AS, start, min(end, start + _LONGEST_CONFERRER))
    if verb.list != "award-sought-weak" or stop <= start or (level is not None and level.start < stop):
        return None
    return None if reader.names.quality.has(plain, start, stop) else (plain[start:stop], stop + 1)


def _body_before_quotation(context: Context, start: int, end: int) -> int | None:
    """Return where the quoted name of an honour opens that a body's name stands right before: 获评|省司法厅|“…”."""
    opening = context.plain.find("“", start, min(end, start + _LONGEST_CONFERRER))
    if opening <= start or not bodies.kind_of(context.plain[start:opening], context.vocabulary):
        return None
    return opening


def _clause_end(context: Context, verb: Term) -> int:
    """Return where the verb's clause ends, its mark left out."""
    end = min(context.clause(verb.end - 1)[1], verb.end + _REACH)
    while end > verb.end and context.plain[end - 1] in _MARKS:
        end -= 1
    return end


def _distributed(context: Context, verb: Term, subject: Subject, count: int) -> list[Subject]:
    """Give each honour its own recipient where the verb says so (甲、乙分别获评…)."""
    start = max(context.clause(verb.start)[0], verb.start - _REACH)
    each = wordings(context.vocabulary, "award-each").first(context.plain, start, verb.start)
    parts = parts_of(subject.words) if subject.words and each is not None else []
    if len(parts) != count:
        return [subject] * count
    return [Subject(part, subject.conferrer) for part in parts]


def _conferred(reader: _Reader, verb: Term, floor: int, limit: int) -> _Mention | None:
    """Read the active form: 省司法厅授予某所“…”称号."""
    context, plain = reader.context, reader.context.plain
    if plain[verb.start : verb.end] not in context.vocabulary.words["award-conferring"]:
        return None
    end = limit
    opening = plain.find("“", verb.end, end)
    closing = plain.find("”", opening, end) if opening > verb.end else -1
    subject = subject_before(context, reader.subjects, floor, verb.start)
    if closing < 0 or subject.conferrer or not subject.words:
        return None
    if not bodies.kind_of(subject.words, context.vocabulary):
        return None
    name = AwardName(opening + 1, closing, plain[opening + 1 : closing])
    return _Mention(name, verb.start, Subject(plain[verb.end : opening]), subject.words, sought=False)


def _commendation(reader: _Reader, verb: Term, floor: int) -> list[_Mention]:
    """Read a commendation that has no other name: 被省司法厅通报表扬."""
    subject = subject_before(reader.context, reader.subjects, floor, verb.start)
    if subject.conferrer is None:
        return []
    name = AwardName(verb.start, verb.end, reader.context.plain[verb.start : verb.end])
    return [_Mention(name, verb.start, subject, subject.conferrer, sought=False, common=True)]


def _emerged(reader: _Reader, verb: Term, limit: int) -> Iterator[_Mention]:
    """Read honours that stand before those who have them: 涌现出“…”甲、“…”乙."""
    plain = reader.context.plain
    start = verb.end
    while (match := _WITH_HONOUREE.match(plain, start, limit)) is not None:
        first, last = match.span("name")
        start = match.end()
        names = reader.names
        if names.quality.has(plain, first, last) and names.levels.has(plain, first, last):
            name = AwardName(first, last, match["name"])
            yield _Mention(name, verb.start, Subject(match["who"]), None, sought=False)


def _closing(reader: _Reader, verb: Term, floor: int) -> list[_Mention]:
    """Read an honour named before the word that tells of it: 全省…示范区创建成果, “…”司法部授牌验收准备."""
    context, plain = reader.context, reader.context.plain
    start, end = max(floor, context.clause(verb.start)[0], verb.start - _REACH), verb.start
    quoted = plain.rfind("”", start, end) + 1
    conferrer = plain[quoted:end] if quoted else ""
    if conferrer and bodies.kind_of(conferrer, context.vocabulary):
        end = quoted
    else:
        conferrer = ""
    name = name_before(plain, start, end, reader.names) if start < end else None
    if name is None or not (conferrer or reader.names.quality.first(plain, name.start, name.end)):
        return []
    sought = verb.list == "award-sought-after"
    return [_Mention(name, verb.start, Subject(), conferrer or None, sought, won=not sought)]


def _recipient(
    reader: _Reader, speaker: Speaker, mention: _Mention, inherited: str | None, known: dict[str, str]
) -> tuple[str, bool]:
    """Return who is honoured, and whether the text names it."""
    words = mention.subject.words
    if words is not None:
        return speaker.honoured(words, mention.name.words), True
    if mention.name.words in known:
        return known[mention.name.words], True
    work = work_before(reader.context, reader.subjects, mention.verb)
    if work is not None:
        return speaker.recipient(work), True
    if inherited is not None and speaker.carries_on(inherited, mention.name.words):
        return inherited, True
    opening = subject_of_sentence(reader.context, reader.subjects, mention.verb)
    subject = speaker.recipient(opening) if opening is not None else None
    if subject is not None and speaker.carries_on(subject, mention.name.words):
        return subject, True
    return speaker.unsaid(mention.name.words), False


def _award(
    context: Context, resolve: Resolvers, speaker: Speaker, mention: _Mention, recipient: str
) -> Award:
    named = mention.conferrer or decided_by(context, mention.verb)
    conferrer = speaker.body(parts_of(named)[0]) if named else None
    start = mention.name.start
    return Award(
        evidence=context.evidence(start, mention.name.end),
        name=mention.name.words,
        recipient=recipient,
        recipients=speaker.agents(recipient),
        conferred_by=conferrer,
        level=level_of(context, resolve, mention.name.words, conferrer)
        or level_of_occasion(context, resolve, mention.verb),
        planned=mention.sought or (not mention.won and resolve.planned(start)),
        where=resolve.where(mention.verb),
        part=context.part(start),
    )


def _times(timeline: Timeline, names: Iterable[AwardName]) -> Timeline:
    """Return the times that a report names outside of the names of honours, whose own years tell nothing."""
    spans = sorted((name.start, name.end) for name in names)
    starts = [start for start, _ in spans]
    free = []
    for expression in timeline.expressions:
        index = bisect_right(starts, expression.start) - 1
        if index < 0 or spans[index][1] <= expression.start:
            free.append(expression)
    return replace(timeline, expressions=tuple(free), starts=tuple(expression.start for expression in free))


def _period(context: Context, times: Timeline, verb: int) -> Period | None:
    """Return the time that the sentence names before the verb, else that of its part of the report."""
    start = context.sentence(verb)[0]
    named = times.within(start, verb, "clause", "sentence")
    if named is not None and not _of_another(context.plain, start, named.start, verb):
        return named.period
    return times.planned_default if context.part(verb) == "next-plan" else times.default


def _of_another(plain: str, sentence: int, time: int, verb: int) -> bool:
    """Tell whether a time belongs to another honour: it stands between two semicolons before the verb."""
    first = max(sentence, time - _REACH)
    return plain.rfind(_APART, time, verb) >= 0 and plain.rfind(_APART, first, time) >= 0
