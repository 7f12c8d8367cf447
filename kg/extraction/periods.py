"""Which time a passage speaks of: expressions such as 截至9月底, 1—11月, 上半年, 2021年以来, “十四五”时期.

An expression in the clause of a position decides, else the last one before it in the sentence, else the default:
the report's own period, and in the part on plans the year after.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.extraction.eras import Eras, alternatives, eras_of
from kg.extraction.numerals import small_integer
from kg.extraction.wordings import Wordings, wordings
from kg.model import Head, Period

if TYPE_CHECKING:
    from kg.vocabulary import Vocabulary

_YEAR = r"(?P<year>20\d\d)年"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# The first two lines only say how any of the kinds opens: most places of a text are passed over by them.
_PATTERN = rf"""
    (?=[截自从\d一二三四五六七八九十两过近最这上下第前“"去明来今本全当党年@initials])
    (?=\d{{1,4}}[年月份季\-—–~至到]|[一二三四五六七八九十两]{{1,3}}[年月份季\-—–~至到]|[上下][半年一]|[去明来今本全当]年
      |截[至止]|[自从]2|前[二三23]|第[一二三四1-4]|[过近最这][去近\d一二三四五六七八九十两]|[“"]?(?:@names)|党的|年[底内]|@present)
    (?:
    (?P<until>截[至止](?:到|目前)?
      (?:{_YEAR.replace("year", "until_year")})?(?P<until_month>{_NUMBER})月
      (?:底|末|份|{_NUMBER}日)?)
  | (?P<months>(?:{_YEAR.replace("year", "months_year")})?(?P<first>{_NUMBER})月?份?[-—–~至到]+(?P<last>{_NUMBER})月份?)
  | (?P<half>(?:{_YEAR.replace("year", "half_year")})?(?P<which>[上下])半年)
  | (?P<quarter>(?:{_YEAR.replace("year", "quarter_year")})?(?P<nth>第?[一二三四1-4]|前[二三23])季度)
  | (?P<span>(?:自|从)?(?P<span_from>20\d\d)年(?P<span_first>\d{{1,2}})月(?:\d{{1,2}}日)?[-—–~至到]+
      (?P<span_to>20\d\d)年(?P<span_last>\d{{1,2}})月(?:\d{{1,2}}日|底)?)
  | (?P<years>(?P<from>20\d\d)年?[-—–~至到]+(?P<to>20\d\d)年)
  | (?P<since>(?:自|从)?(?P<since_year>20\d\d)年(?:度)?(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?(?:以来|来|起|至今)
      |[自从](?P<since_event>20\d\d)年[^\d,。;:\n]{{2,12}}?以来)
  | (?P<lately>去年(?:{_NUMBER}月(?:份|底)?)?以来)
  | (?P<congress>(?:党的)?(?P<which_congress>@congresses)(?:召开)?以来)
  | (?P<past>(?:过去|近|最近|这)?(?<!\d)(?P<count>[两二三四五六七八九十]|\d)年(?:来|以来|间)
      |[近过][去]?(?P<count2>[两二三四五六七八九十]|\d)年
      |(?<![^\n。;])(?P<count3>[两二三四五])年(?=,))
  | (?P<plan>[“"]?(?P<which_plan>@plans)[”"]?(?P<plan_since>以来|开局)?(?:时期|期间|规划期)?)
  | (?P<campaign>[“"]?(?P<which_campaign>@programmes)[”"]?普法(?:规划|工作)?
      (?:(?:实施|启动|开展)?(?P<campaign_since>以来)|期间|时期))
  | (?P<ago>(?:去年|上年度?|上一年度?)(?:(?P<same_months>同期)|全年)?)
  | (?P<next>明年|下一?年度?|来年)
  | (?P<this>(?:今年|本年度?|当年)(?:全年)?|全年)
  | (?P<by>(?<![\d年])年(?:底前?|内))
  | (?P<plain>{_YEAR}(?:全年)?(?!\d{{1,2}}月\d{{1,2}}日))
  | (?P<now>@present))
    """


@lru_cache(maxsize=4)
def _expressions(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Compile what finds times, with the names of the eras and the words for the present."""
    eras, present = eras_of(vocabulary), dict.fromkeys(vocabulary.words["present"], 0)
    names = {**eras.congresses, **eras.publicity_programmes, **eras.five_year_plans}
    parts = {
        "initials": re.escape("".join(sorted({name[0] for name in (*names, *present) if name}))),
        "congresses": alternatives(eras.congresses),
        "programmes": alternatives(eras.publicity_programmes),
        "plans": alternatives(eras.five_year_plans),
        "names": alternatives(names),
        "present": alternatives(present),
    }
    return re.compile(re.sub("@([a-z]+)", lambda slot: parts[slot[1]], _PATTERN), re.VERBOSE)


# A comparison names another time without speaking of it: 较上年, 同比去年, 比2022年.
_COMPARED = re.compile(r"(?:较|比|同比|与|相比|[低高少多快慢优好大小]于|对比)$")
_COMPARED_WITH = re.compile(r"[同与和跟]$")
_COMPARED_AFTER = re.compile(r"年?度?(?:同期)?(?:相比|对比|比较|比(?![例重率]))")
# A target that was set for the whole year (全年400件目标任务) says nothing of the numbers after it.
_AIM = re.compile(r"[\d,.]+万?余?[\u4e00-\u9fff]{1,2}(?:的)?(?:年度)?(?:目标|任务)")
# So does a share of it: 已完成全年目标任务的60%.
_SHARE_OF_AIM = re.compile(r"(?:的)?[\u4e00-\u9fff]{0,6}?(?:目标任务|任务目标|目标|任务|计划)[数量]?的(?=\d)")
_CARRIED_OVER = ("结转", "遗留", "转入")
_MEASURED_AGAINST = ("由", "从")
_OF_ITS_CLAUSE = ("其中", "到", "至")
# A time that is a clause of its own (到2030年底,) speaks of all that follows.
_ALONE = re.compile(r"[度底末初前,]*,")
# In a report on part of a year, its year with such a word behind it is the whole year.
_WHOLE_YEAR = ("全年", "度", "底", "末", "计划", "目标", "任务", "预计", "力争", "拟", "将")
# A bracket that is still open, as in (含上年结转).
_ASIDE = re.compile(r"\([^()\n]*$")
_SENTENCE_END = re.compile("[。!?\n]")
_FARTHEST_HONOUR = 60
"""How far behind its verb the name of an honour may still go on, in characters."""

Reach = Literal["sentence", "clause", "number"]


class TimeExpression(NamedTuple):
    """A time named in the text, at ``start``..``end`` of the plain text."""

    start: int
    end: int
    period: Period
    planned: Period
    """What it means in the part on plans, where 上半年 and 全年 are of the time to come."""
    reach: Reach = "sentence"
    """How far it speaks of what follows: to the end of its sentence; of its clause only (其中2025年); or only of the
    number beside it, which something is measured against (由去年的96%)."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The times that a text names, in order, and the defaults of the report and of its part on plans."""

    expressions: tuple[TimeExpression, ...]
    starts: tuple[int, ...]
    default: Period | None
    planned_default: Period | None

    def of_clause(self, sentence: int, clause: tuple[int, int], position: int) -> TimeExpression | None:
        """Return the time that holds for a position in a clause, or None.

        Of the times in the clause the last before it counts (2021年5项、2022年8项), else one behind it; else the last
        before the clause, from ``sentence`` on.
        """
        start, end = clause
        index = bisect_right(self.starts, end - 1) - 1
        if index < 0 or self.starts[index] < min(sentence, start):
            return None
        return (
            self.within(start, position, "clause", "sentence")
            or self.within(start, end, "clause", "sentence")
            or self.within(sentence, start, "sentence")
        )

    def within(self, start: int, end: int, *reaches: Reach) -> TimeExpression | None:
        """Return the last expression that starts in the span and has one of the reaches."""
        index = bisect_right(self.starts, end - 1) - 1
        while index >= 0 and self.expressions[index].start >= start:
            if self.expressions[index].reach in reaches:
                return self.expressions[index]
            index -= 1
        return None


def timeline(plain: str, quoted: tuple[tuple[int, int], ...], head: Head, vocabulary: Vocabulary) -> Timeline:
    """Find the times that a text names outside of titles, quotation marks and the names of honours.

    Behind a verb of honouring (被评为2022年度先进集体) the year is no time of the passage; nor is a year that has ended
    when the report begins, where it only says which of a yearly work it was (开展2022年度考核).
    """
    year = head.covers_year
    default = head.period or (Period.of_year(year) if year else None)
    planned = default if head.type == "work-plan" else _after(default)
    eras, honours = eras_of(vocabulary), wordings(vocabulary, "award-won")
    expressions: list[TimeExpression] = []
    upcoming = 0
    for match in _expressions(vocabulary).finditer(plain):
        while upcoming < len(quoted) and quoted[upcoming][1] <= match.start():
            upcoming += 1
        inside = upcoming < len(quoted) and quoted[upcoming][0] < match.start()
        if inside or _is_compared(plain, match) or _is_of_yearly_work(plain, match, year, vocabulary):
            continue
        if plain.startswith(_CARRIED_OVER, match.end()) or _is_of_honour(plain, match.start(), honours):
            continue
        if _ASIDE.search(plain, max(0, match.start() - 12), match.start()):
            continue
        if match["now"] and not _returns_to_present(plain, match.start(), expressions, default):
            continue
        period = _period(match, year, default, eras)
        if period is not None:
            later = _period(match, planned.year, planned, eras) if planned and _is_undated(match) else period
            reach = _reach(plain, match)
            expressions.append(TimeExpression(match.start(), match.end(), period, later or period, reach))
    return Timeline(tuple(expressions), tuple(e.start for e in expressions), default, planned)


def _returns_to_present(
    plain: str, start: int, expressions: list[TimeExpression], default: Period | None
) -> bool:
    """Tell whether 目前 turns from years named before it, in its sentence, to the report's own time.

    So in 2019年以来接收90人,目前在册40人; what stands so at the end of September (截至9月底,…,目前…) is of then.
    """
    if not expressions or default is None:
        return False
    last = expressions[-1]
    same_sentence = not _SENTENCE_END.search(plain, last.end, start)
    return same_sentence and last.period != default and _is_of_whole_years(last.period)


def _is_of_whole_years(period: Period) -> bool:
    return "-" not in period.first or period.first[:4] != period.last[:4]


def _is_of_honour(plain: str, start: int, honours: Wordings) -> bool:
    """Tell whether a time stands behind a verb of honouring, in its clause: it belongs to the honour's name."""
    farthest = max(0, start - _FARTHEST_HONOUR)
    clause = max(plain.rfind(mark, farthest, start) for mark in ",。;\n")
    return honours.has(plain, clause + 1 if clause >= 0 else farthest, start)


def _is_compared(plain: str, match: re.Match[str]) -> bool:
    """Tell whether a time is only compared with: 较2022年增长, 同2022年比下降."""
    start = match.start()
    if _COMPARED.search(plain, max(0, start - 2), start):
        return True
    beside = _COMPARED_WITH.search(plain, max(0, start - 1), start)
    return beside is not None and _COMPARED_AFTER.match(plain, match.end()) is not None


def _is_of_yearly_work(plain: str, match: re.Match[str], year: int | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a past year only names a yearly work that is done now (word list ``yearly-work-verb``)."""
    return (
        match["plain"] is not None
        and plain.startswith("度", match.end())
        and year is not None
        and int(match["year"]) < year
        and plain[max(0, match.start() - 4) : match.start()].endswith(vocabulary.words["yearly-work-verb"])
    )


def _after(period: Period | None) -> Period | None:
    """Return the time that the part on plans speaks of: the rest of the year, or the year after."""
    if period is None:
        return None
    month = int(period.last[5:] or 12)
    return Period.of_year(period.year + 1) if month == 12 else _months(period.year, month + 1, 12)


def _is_undated(match: re.Match[str]) -> bool:
    """Tell whether an expression leaves its year to the passage: 上半年, 9月底前, 全年."""
    kind = match.lastgroup
    return kind in ("this", "by") or (
        kind in ("until", "months", "half", "quarter") and not match[f"{kind}_year"]
    )


def _reach(plain: str, match: re.Match[str]) -> Reach:
    start = match.start()
    if plain.startswith(_MEASURED_AGAINST, start - 1) or _AIM.match(plain, match.end()) is not None:
        return "number"
    if _SHARE_OF_AIM.match(plain, match.end()):
        return "number"
    if _ALONE.match(plain, match.end()):
        return "sentence"
    return "clause" if plain[max(0, start - 2) : start].endswith(_OF_ITS_CLAUSE) else "sentence"


def _period(match: re.Match[str], year: int | None, default: Period | None, eras: Eras) -> Period | None:
    kind = match.lastgroup or ""  # The kinds are the outermost groups.
    if kind in ("plain", "until", "months", "half", "quarter"):
        named = match[{"plain": "year"}.get(kind, f"{kind}_year")]
        year = int(named) if named else year
    if year is None and kind not in ("years", "span", "plan"):
        return None
    if kind in ("congress", "campaign", "plan"):
        return _of_era(match, kind, year or 0, eras)
    return _READERS[kind](match, year or 0, default)


def _months(year: int, first: int, last: int) -> Period | None:
    if not 1 <= first <= last <= 12:
        return None
    if (first, last) == (1, 12):
        return Period.of_year(year)
    return Period(f"{year}-{first:02}", f"{year}-{last:02}")


def _until(match: re.Match[str], year: int, _: Period | None) -> Period | None:
    return _months(year, 1, small_integer(match["until_month"]))


def _month_range(match: re.Match[str], year: int, _: Period | None) -> Period | None:
    return _months(year, small_integer(match["first"]), small_integer(match["last"]))


def _half(match: re.Match[str], year: int, _: Period | None) -> Period | None:
    return _months(year, 1, 6) if match["which"] == "上" else _months(year, 7, 12)


def _quarter(match: re.Match[str], year: int, _: Period | None) -> Period | None:
    nth = small_integer(match["nth"][-1])
    return _months(year, 1 if match["nth"][0] == "前" else 3 * nth - 2, 3 * nth)


def _years(match: re.Match[str], _: int, __: Period | None) -> Period | None:
    return Period(match["from"], match["to"]) if match["from"] < match["to"] else None


def _since(match: re.Match[str], year: int, default: Period | None) -> Period | None:
    first = match["since_year"] or match["since_event"]
    if int(first) == year:
        return default
    return Period(first, str(year)) if int(first) < year else None


def _span(match: re.Match[str], _: int, __: Period | None) -> Period | None:
    first, last = small_integer(match["span_first"]), small_integer(match["span_last"])
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    if (first, last) == (1, 12):
        return Period(match["span_from"], match["span_to"])
    from_month, to_month = f"{match['span_from']}-{first:02}", f"{match['span_to']}-{last:02}"
    return Period(from_month, to_month) if from_month < to_month else None


def _of_era(match: re.Match[str], kind: str, year: int, eras: Eras) -> Period | None:
    if kind == "congress":
        first = eras.congresses[match["which_congress"]]
        return Period(str(first), str(year)) if first < year else None
    first = (
        eras.five_year_plans[match["which_plan"]]
        if kind == "plan"
        else eras.publicity_programmes[match["which_campaign"]]
    )
    if match[f"{kind}_since"]:
        running = match["plan_since"] != "开局" and first < year <= first + 4
        return Period(str(first), str(year)) if running else None
    # A bare “十四五” is part of names (规划, 普法); only 时期 and 期间 make it a time.
    return Period(str(first), str(first + 4)) if match[0].endswith(("期间", "时期")) else None


def _lately(_: re.Match[str], year: int, __: Period | None) -> Period | None:
    return Period(str(year - 1), str(year))


def _past(match: re.Match[str], year: int, _: Period | None) -> Period | None:
    count = small_integer(match["count"] or match["count2"] or match["count3"])
    return Period(str(year - count + 1), str(year))


def _this(match: re.Match[str], year: int, default: Period | None) -> Period | None:
    return Period.of_year(year) if match["this"].endswith("全年") else default


def _now(_: re.Match[str], __: int, default: Period | None) -> Period | None:
    return default


def _ago(match: re.Match[str], year: int, default: Period | None) -> Period | None:
    if match["same_months"] and default is not None and _is_part_of_year(default):
        return Period(f"{year - 1}{default.first[4:]}", f"{year - 1}{default.last[4:]}")
    return Period.of_year(year - 1)


def _is_part_of_year(period: Period) -> bool:
    return "-" in period.first


def _by(_: re.Match[str], year: int, default: Period | None) -> Period | None:
    """年底前 in a report on part of a year; elsewhere the default says enough."""
    return Period.of_year(year) if default is not None and _is_part_of_year(default) else None


def _next(_: re.Match[str], year: int, __: Period | None) -> Period | None:
    return Period.of_year(year + 1)


def _plain(match: re.Match[str], year: int, default: Period | None) -> Period | None:
    own = default is not None and _is_part_of_year(default) and default.year == year
    whole = match[0].endswith("全年") or match.string.startswith(_WHOLE_YEAR, match.end())
    if own and not whole:
        return default
    return Period.of_year(year)


_READERS = {
    "until": _until,
    "months": _month_range,
    "half": _half,
    "quarter": _quarter,
    "span": _span,
    "years": _years,
    "since": _since,
    "lately": _lately,
    "past": _past,
    "ago": _ago,
    "next": _next,
    "this": _this,
    "by": _by,
    "plain": _plain,
    "now": _now,
}
