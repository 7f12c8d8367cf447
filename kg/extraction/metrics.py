"""Metrics: every quantity that a report gives about the work, with all that the text says of it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from kg.bodies import find_bodies
from kg.extraction import breakdowns, changes, distribution, indicators, labels
from kg.extraction.quantities import find_quantities
from kg.extraction.segments import Segment, segment
from kg.extraction.tables import find_table_numbers
from kg.model import Metric, Period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from kg.extraction.changes import Movement
    from kg.extraction.context import Context
    from kg.extraction.resolve import Resolvers
    from kg.extraction.tables import TableNumber
    from kg.vocabulary import Vocabulary

_RELATIVE = ("%", "百分点", "‰")
_SHARE, _KIND = "占", "类"
_FEW = 4
"""Words of up to so many characters may need those of the clause before them."""
_OF_YEAR = re.compile(r"^(?:[今去本]年|[上下]半年|第?[一二三四1-4]季度|\d{1,2}月份?)")
"""A part of the year that the words of a number may begin with."""
_MARKS = "、,和及与;:()/"
"""What stands between the members of a list of numbers."""
_OPENING = 10
"""How far into a sentence the word may stand by which it divides the one before: 在册人员中,其中."""
_MEMORY = 40
"""How many numbers of its sentence a number can refer back to."""


class _Reading(NamedTuple):
    """A number's words with what they make of it."""

    piece: Segment
    movement: Movement
    value: Decimal
    unit: str

    @property
    def change(self) -> bool:
        """Tell whether the number is a difference to an earlier time."""
        return self.movement == "change"


def find_metrics(context: Context, resolve: Resolvers) -> list[Metric]:
    """Return the metrics of a report in the order of its text, each with its own span."""
    tabled = {number.quantity.start: number for number in find_table_numbers(context)}
    metrics: list[Metric] = []
    sentence: tuple[int, int] | None = None
    earlier: deque[Metric] = deque(maxlen=_MEMORY)
    first, subject = 0, ""
    for piece in _pieces(context, tabled):
        if not _counts_something(context, piece):
            continue
        if piece.words:
            metrics.append(_of_table(context, resolve, piece, tabled[piece.quantity.start]))
            continue
        here = context.sentence(piece.quantity.number)
        if here != sentence:
            if not _divides_sentence_before(context, here, sentence):
                earlier, first = deque(maxlen=_MEMORY), piece.quantity.start
            sentence = here
        elif len(earlier) == 1:
            subject = _subject(context, sentence[0], first)
        reading = _read(context, piece, earlier)
        metric = _with_total(context, reading, _metric(context, resolve, reading, earlier), earlier)
        metric = _completed(context, metric)
        if subject and earlier and metric.breakdown_of is None and metric.unit not in _RELATIVE:
            metric = replace(metric, label=labels.with_subject(subject, metric.label))
        earlier.append(metric)
        metrics.append(metric)
    return metrics


def _divides_sentence_before(context: Context, here: tuple[int, int], before: tuple[int, int] | None) -> bool:
    """Tell whether a sentence opens with 其中 and so divides the totals of the one that ends where it begins."""
    return (
        before is not None
        and before[1] == here[0]
        and any(
            context.plain.find(word, here[0], here[0] + _OPENING) >= 0
            for word in context.vocabulary.words["breakdown-opening"]
        )
    )


def _pieces(context: Context, tabled: Mapping[int, TableNumber]) -> list[Segment]:
    """Return the report's quantities with their words, those of tables with the words of row and column."""
    numerals = {number.quantity.number for number in tabled.values()}
    running = [quantity for quantity in find_quantities(context) if quantity.number not in numerals]
    both = sorted([*running, *(number.quantity for number in tabled.values())], key=lambda each: each.start)
    return [
        piece._replace(words=tabled[piece.quantity.start].words) if piece.quantity.start in tabled else piece
        for piece in segment(context, both)
    ]


def _of_table(context: Context, resolve: Resolvers, piece: Segment, number: TableNumber) -> Metric:
    """Read a number of a table: its column may name a year, or say that it is a change."""
    quantity = number.quantity
    change = number.change
    return Metric(
        context.evidence(quantity.start, quantity.end),
        labels.label(context, piece, moved=False) or number.words,
        quantity.value,
        quantity.unit,
        indicators.link(context, piece, quantity.unit, change=change),
        quantity.upper,
        quantity.comparator,
        number.planned or resolve.planned(quantity.number),
        change,
        number.period or resolve.period(quantity.number),
        resolve.where(quantity.number),
        context.part(quantity.number),
    )


def _read(context: Context, piece: Segment, earlier: Sequence[Metric]) -> _Reading:
    """Read how a number moved; in a list it moved like the one before it."""
    if not piece.first and earlier and earlier[-1].change:
        listed = changes.continued(context, piece.quantity, piece.before[0], earlier[-1].value)
        if listed is not None:
            return _Reading(piece, *listed)
    if earlier and not earlier[-1].change and earlier[-1].unit == piece.quantity.unit:
        moved = changes.beside_level(context, piece.quantity, piece.before[0])
        if moved is not None:
            return _Reading(piece, *moved)
    return _Reading(piece, *changes.movement(context, piece.quantity, piece.clause[0]))


def _metric(context: Context, resolve: Resolvers, reading: _Reading, earlier: Sequence[Metric]) -> Metric:
    piece, quantity = reading.piece, reading.piece.quantity
    words, indicator = _subject_matter(context, reading, earlier)
    is_aim = _is_aim(context, piece)
    return Metric(
        context.evidence(quantity.start, quantity.end),
        words or reading.unit,
        reading.value,
        reading.unit,
        indicator,
        quantity.upper,
        quantity.comparator,
        reading.movement not in ("left-behind", "compared") and (is_aim or resolve.planned(quantity.number)),
        reading.change,
        _period(resolve, reading, is_aim=is_aim),
        resolve.where(quantity.number),
        context.part(quantity.number),
    )


def _subject_matter(context: Context, reading: _Reading, earlier: Sequence[Metric]) -> tuple[str, str | None]:
    """Return the label and the indicator of a number."""
    piece = reading.piece
    distributed = _distributed(context, reading, earlier)
    if distributed is not None:
        return distributed
    words = labels.label(context, piece, moved=reading.movement in ("change", "left-behind"))
    if words.startswith(_SHARE) and reading.unit == "%":
        return (earlier[-1].label if earlier else "") + words, _rate_of_share(context, earlier)
    if (
        words.endswith(_KIND)
        and earlier
        and earlier[-1].label.endswith(_KIND)
        and _alike(earlier[-1], reading)
    ):
        return words, earlier[-1].indicator  # 投诉举报类12件,行政处罚类17件: kinds of the same
    settled = _settled(context, reading, words, earlier)
    if settled is not None:
        return words, settled
    goes_on = not reading.change and _OF_YEAR.sub("", words) in context.vocabulary.words["follow-up"]
    before = _last_of_unit(reading.unit, earlier) if goes_on else None
    indicator = indicators.link(context, piece, reading.unit, change=reading.change, nearby=before is None)
    if reading.movement in ("reached", "compared") and earlier:
        return earlier[-1].label, indicator or earlier[-1].indicator
    if not words or words in context.vocabulary.words["bare-verb"]:
        before_it, inherited = _inherited(context, reading, earlier)
        if reading.change:
            return before_it or words, indicator or inherited
        # What a bare verb is about, the sentence knows better than any wording with that verb.
        spoken_of = indicators.topic(context, piece, reading.unit) if words else None
        indicator = spoken_of or indicator or inherited
        # A number right behind another (培训班3期120人次) is about what that one is about.
        beside = not piece.first and context.plain[piece.quantity.start - 1] not in _MARKS
        topic = indicator or indicators.topic(context, piece, reading.unit, of_clause=beside)
        return before_it or words, topic
    if indicator is None and not reading.change and labels.says_nothing(context, words):
        if reading.unit in _RELATIVE and earlier and earlier[-1].unit in _RELATIVE:
            # A rate may go on, a change of a count does not: 考生增长16%,其中女性为56%.
            rate = next((each for each in reversed(earlier) if each.unit == reading.unit), earlier[-1])
            return f"{words}{rate.label}", None if rate.change else rate.indicator
        indicator = indicators.topic(context, piece, reading.unit)
    if indicator is None and before is None and _leans_back(context, reading, words, earlier):
        indicator = indicators.of_clause_before(context, piece, reading.unit)
    return words, indicator or before


def _distributed(
    context: Context, reading: _Reading, earlier: Sequence[Metric]
) -> tuple[str, str | None] | None:
    """Return what a number of a list with 分别 is about: its noun of the list before it, or its number of those before."""
    place = distribution.place(context, reading.piece)
    if place is None:
        return None
    if place.noun:
        at, end = reading.piece.quantity.start, reading.piece.quantity.end
        named = reading.piece._replace(words=place.noun, before=(at, at), after=(end, end))
        return labels.label(context, named, moved=False), indicators.link(
            context, named, reading.unit, change=reading.change
        )
    levels = [metric for metric in earlier if not metric.change and metric.unit not in _RELATIVE]
    if not reading.change or len(levels) < place.total:
        return None
    counted = levels[place.rank - place.total]
    return counted.label, counted.indicator


def _alike(earlier: Metric, reading: _Reading) -> bool:
    """Tell whether a number before is a level in the unit of a level."""
    return earlier.unit == reading.unit and not earlier.change and not reading.change


def _leans_back(context: Context, reading: _Reading, words: str, earlier: Sequence[Metric]) -> bool:
    """Tell whether a level's words are few and name nothing that is counted for itself (意见, 问题).

    A part of a total leans on no other part (假释2人,管制1人).
    """
    if reading.change or not reading.piece.first or len(words) > _FEW or words.startswith(_SHARE):
        return False
    if earlier and earlier[-1].breakdown_of is not None:
        return False
    return not words.endswith(context.vocabulary.words["counted-apart"])


def _rate_of_share(context: Context, earlier: Sequence[Metric]) -> str | None:
    """Return the rate that the share of the number before in its total is; of most counts there is none."""
    counted = earlier[-1].indicator if earlier and not earlier[-1].change else None
    return context.vocabulary.indicators[counted].share_rate if counted else None


def _settled(context: Context, reading: _Reading, words: str, earlier: Sequence[Metric]) -> str | None:
    """Return the indicator of how many of those found before were settled (排查纠纷96件,化解90件)."""
    if reading.change or words not in context.vocabulary.words["settled-verb"]:
        return None
    found = _last_of_unit(reading.unit, earlier)
    return context.vocabulary.indicators[found].settled_as if found else None


def _last_of_unit(unit: str, earlier: Sequence[Metric]) -> str | None:
    """Return the indicator of the last number of a unit before (立案查处316件,罚没款8万元,办结298件).

    Behind parts it is their total's: 收案9件,其中一审5件、二审4件,已审结7件.
    """
    alike = [metric for metric in earlier if metric.unit == unit and not metric.change]
    last = next((metric for metric in reversed(alike) if metric.breakdown_of is None), None)
    return last.indicator if last else None


def _is_aim(context: Context, piece: Segment) -> bool:
    """Tell whether a number is a target that was set, of which the report tells (完成全年400件目标任务的61.3%)."""
    words = context.vocabulary.words
    before = context.plain[piece.before[0] : piece.quantity.start]
    return before.endswith(words["aim-before"]) and context.plain.startswith(
        words["aim-after"], piece.quantity.end
    )


def _subject(context: Context, start: int, end: int) -> str:
    """Return the body that a sentence opens with, where its figures are the body's own (a notary office's, say)."""
    kinds = context.vocabulary.words["subject-body-types"]
    if _subject_ending(context.vocabulary).search(context.plain, start, end) is None:
        return ""
    for first, last, kind in find_bodies(context.plain, start, end, context.vocabulary):
        if kind in kinds:
            return context.plain[first:last]
    return ""


@lru_cache(maxsize=4)
def _subject_ending(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Any ending of the names of bodies that may be such a subject: without one, no such body is named."""
    kinds = (vocabulary.body_types.get(kind) for kind in vocabulary.words["subject-body-types"])
    endings = [ending for kind in kinds if kind is not None for ending in kind.endings]
    return re.compile("|".join(map(re.escape, endings)) or "(?!)")


def _inherited(context: Context, reading: _Reading, earlier: Sequence[Metric]) -> tuple[str, str | None]:
    """What a number without words of its own is about: the clause before it, or the number before it.

    A change (同比增长12%) keeps the indicator of what changed.
    """
    start = reading.piece.clause[0]
    sentence = context.sentence(reading.piece.quantity.number)[0]
    if start > sentence:
        previous = context.clause(start - 1)
        if not earlier or context.page.text.span(*previous)[0] >= earlier[-1].evidence.end:
            return labels.clause_label(context, *previous), None
    for metric in reversed(earlier):
        if metric.breakdown_of and context.plain[start - 2 : start].startswith(")"):
            continue  # What stands behind a bracket goes on with the total before it.
        if not reading.change and reading.unit == "%" and metric.unit == "百分点":
            continue  # Behind a gap in points (高于全省平均3个百分点,我区为98%) the rate goes on.
        if metric.change and reading.change:
            return metric.label, metric.indicator  # 案件比上年减少8件,下降11%: what fell is the same.
        if not metric.change and (
            not reading.change or metric.unit not in _RELATIVE or reading.unit in _RELATIVE
        ):
            alike = reading.change or (reading.unit in _RELATIVE and metric.unit == reading.unit)
            return metric.label, metric.indicator if alike else None
    return "", None


def _period(resolve: Resolvers, reading: _Reading, *, is_aim: bool) -> Period | None:
    """A level left behind (从12%) is of the time named with it, else of the year before what was reached."""
    quantity, default = reading.piece.quantity, resolve.timeline.default
    if reading.movement in ("left-behind", "compared"):
        named = resolve.period_named(reading.piece.before[0], quantity.start)
        if named is not None and (default is None or named.year < default.year):
            return named
        return Period.of_year(default.year - 1) if default else None
    if is_aim:
        return resolve.period_named(reading.piece.clause[0], quantity.start) or default
    return resolve.period(quantity.number)


def _with_total(context: Context, reading: _Reading, metric: Metric, earlier: Sequence[Metric]) -> Metric:
    """Point a part to its total, and say in its label what it is a part of."""
    if reading.change or reading.unit in _RELATIVE:
        return metric
    total = breakdowns.bracketed(context, reading.piece, metric, earlier) or _total(context, reading, earlier)
    if total is None:
        return metric
    label = labels.part_of(total.label, metric.label)
    indicator = breakdowns.indicator_of(context, metric, total)
    return replace(metric, breakdown_of=total.evidence.key, label=label, indicator=indicator)


def _total(context: Context, reading: _Reading, earlier: Sequence[Metric]) -> Metric | None:
    """Return the total that 其中 or what follows it makes a number a part of."""
    # Between the parts their shares may stand: 其中甲类8件,占80%,乙类2件.
    last = next((each for each in reversed(earlier) if each.unit not in _RELATIVE), None)
    is_part = last is not None and last.breakdown_of is not None
    continues = is_part and breakdowns.goes_on(context, reading.piece)
    if not continues and not breakdowns.opens(context, reading.piece):
        return None
    place = distribution.place(context, reading.piece)
    # The numbers of A、B分别为3件、2件 are no parts of one another.
    before = [*earlier][: -place.rank] if place is not None and place.rank else earlier
    return breakdowns.total_for(reading.unit, reading.value, before)


def _completed(context: Context, metric: Metric) -> Metric:
    """Let the indicator say what a bare label leaves out; a part says it by its total."""
    if metric.indicator is None or metric.breakdown_of is not None:
        return metric
    names = context.vocabulary.indicators[metric.indicator].names
    label = labels.completed(metric.label, names)
    return metric if label == metric.label else replace(metric, label=label)


def _counts_something(context: Context, piece: Segment) -> bool:
    """A length of time is a quantity only as a processing time; a factor (倍) only as a change."""
    quantity = piece.quantity
    words = context.vocabulary.words
    if quantity.unit in words["unit-of-time"]:
        clause = context.plain[slice(*piece.clause)]
        return any(trigger in clause for trigger in words["time-triggers"])
    if quantity.unit == "倍":
        return changes.movement(context, quantity, piece.clause[0])[0] == "change"
    return True
