"""The passages of a page that tell of the report itself: title, header, opening, signature, 我区."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.parsing.structure import Page

_OPENING = 600
_SELF = re.compile(
    r"(?P<first>[我本全区县旗州盟镇乡街])(?:(?<=[我本])(?P<what>省|市|区|县|州|旗|盟|镇|乡|街道|开发区|局|委(?!托|派|员)|厅|院|所(?!有)|中心|大队|支队)"
    r"|(?<=全)(?P<area>省|市(?!场)|区(?!域)|县(?!域)|州|旗|盟|镇|乡|街道)"
    r"|(?P<rest>(?<=[区县旗州盟镇乡])(?<![我本全\u3400-\u9fff].)|(?<=街)道(?<![我本全\u3400-\u9fff]..))"
    r"(?:委|党委|党工委|政府|司法局))"
)
_ANNOUNCED = re.compile(r"(?:现|特|兹)[将就](?P<what>[^。;\n]{2,90}?)(?:如下|:|向)")
# Without 现 only what is called a report is announced: 将 begins names of places too.
_ANNOUNCED_BARELY = re.compile(
    r"[将就](?P<what>[^。;\n]{2,90}?(?:报告|情况|总结|汇报|计划|要点)[^。;\n]{0,20}?)(?:如下|:|向)"
)
_HEADLINE = re.compile(r"(?:19|20)\d\d年|关于|《")
_TRAIL = re.compile("[>»]")
_BODIES = frozenset(("局", "委", "厅", "院", "所", "中心", "大队", "支队"))


@dataclass(frozen=True, slots=True)
class Clues:
    """What the page says of its report.

    ``opening`` is the beginning of the body, ``introduction`` what of it stands before the first heading.
    ``title`` is empty where the page has none; ``announced`` is what the opening says that it reports
    (现将…报告如下); ``preface`` is all before the body; ``selves`` counts by 区, 县, 局 … what the text calls
    itself (我区, 全县, 我局).
    """

    page: Page
    title: str
    announced: str
    opening: str
    introduction: str
    signature: str
    preface: str
    selves: Mapping[str, int]

    def fields(self, *names: str) -> tuple[str, ...]:
        """Return the values of the header fields with these names, by name, then in the order of the page."""
        return tuple(field.value for name in names for field in self.page.fields if field.name == name)

    @property
    def headlines(self) -> tuple[str, ...]:
        """The lines before the body that read as a title of any kind of page: with a year, a 《 or 关于."""
        lines = self.preface.split("\n")
        return tuple(line for line in lines if _HEADLINE.search(line) and not _TRAIL.search(line))

    @property
    def heading(self) -> str:
        """The title, or where there is none what the opening announces."""
        return self.title or self.announced

    @property
    def speaks_as_body(self) -> bool:
        """Whether a bureau or another body speaks of itself (我局)."""
        return any(self.selves.get(f"own {what}") for what in _BODIES)

    @property
    def speaks_as_area(self) -> bool:
        """Whether an area speaks of itself (我区)."""
        own = (what.removeprefix("own ") for what in self.selves if what.startswith("own "))
        return any(what not in _BODIES for what in own)


def collect(page: Page) -> Clues:
    """Collect the clues of a page."""
    plain = page.plain
    start, end = page.body
    title = plain[slice(*page.title)].replace("\n", "") if page.title else ""
    opening = plain[start : min(end, start + _OPENING)]
    signature = plain[slice(*page.signature)] if page.signature else ""
    announced = _ANNOUNCED.search(opening) or _ANNOUNCED_BARELY.search(opening)
    return Clues(
        page,
        title.strip(" 《》*#"),
        announced["what"] if announced else "",
        opening,
        _introduction(page, opening),
        signature,
        plain[:start],
        _selves(plain, start, end),
    )


def _introduction(page: Page, opening: str) -> str:
    """Return what of the opening stands before the first heading; all of it where it begins with one."""
    start = page.body[0]
    first = next((section.start for section in page.sections if section.start > start), None)
    return opening if first is None else opening[: first - start]


def _selves(plain: str, start: int, end: int) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for match in _SELF.finditer(plain, start, end):
        if match["what"]:
            counts[f"own {match['what']}"] += 1
        else:
            counts[f"whole {match['area'] or match['first'] + match['rest']}"] += 1
    return counts
