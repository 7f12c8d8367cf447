"""``docs/checks.md``: every check, made from the shapes (``python -m kg.validation.handbook``)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rdflib import SH, URIRef

from kg.validation.checks import Words
from kg.validation.shapes import GROUPS, VOCABULARY_GROUPS, load_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

    from kg.validation.checks import Check

_TITLES = {
    "annual-report": "What the national rule asks of an annual report 年度报告的法定要求",
    "consistency": "What cannot all be right in one report 报告内部一致性",
    "graph": "The contract of the graph 图谱的结构约定",
    "ontology": "Vocabulary files 词表文件",
}
_HEAD = """# Checks

Made from the shapes in `shapes/` by `python -m kg.validation.handbook`: change them, not this page. Each check stands
under the name that findings carry; `{?left}` and the like are the values that a finding fills in.

本页由 `shapes/` 中的形状文件生成，请修改形状文件。检查名即结果中的名称，`{?left}` 等处由结果填入具体数值。

Severities can be changed, and checks switched off, by a profile: `kg validate --profile FILE.toml` (see `shapes/profile.toml`).

Which engine checks: pySHACL is the reference; `kg build` and, unless there are shapes of your own, `kg validate` use the
fast one, with the `shacl` package and a store. They find the same, with these differences: a number that is not in its shortest
form (`1.50`) is shown by the fast engine as it stands, by pySHACL as rdflib writes it (`1.5`); what the vocabulary says
of itself is not checked again with each report by the fast engine; and where a value of a wrong datatype is compared
with another (`sh:lessThan`), on which the engines differ, only the datatype is told, by either.
"""


_BROKEN = {
    SH.minCount: Words("一个没有 {path} 的节点。", "A node without {path}."),
    SH.hasValue: Words("{path} 缺少所要求的值。", "{path} lacks the value that is asked for."),
    SH.maxCount: Words("一个节点有两个 {path}。", "A node with two values of {path}."),
    SH.datatype: Words("{path} 的值是另一种数据类型。", "A value of {path} of another datatype."),
    SH["class"]: Words("{path} 指向另一类节点。", "{path} leads to a node of another class."),
    SH["in"]: Words("{path} 的值不在列出的值之中。", "A value of {path} that is not in the list."),
    SH["or"]: Words("{path} 指向另一类节点。", "{path} leads to a node of another class."),
    SH.pattern: Words("{path} 的值写法不同。", "A value of {path} that is written in another way."),
    SH.minInclusive: Words("{path} 的值过小。", "A value of {path} that is too small."),
    SH.lessThan: Words("{path} 的值不小于另一端。", "A value of {path} that is not below the other end."),
    SH.languageIn: Words("{path} 没有标明语言。", "A value of {path} in no language."),
    SH.qualifiedMinCount: Words(
        "{path} 没有或有多个所列的值。", "{path} with none or several of the listed values."
    ),
}


def handbook() -> str:
    """Return the page as Markdown."""
    shapes = load_shapes(groups=(*GROUPS, *VOCABULARY_GROUPS), elsewhere=True)
    parts = [_HEAD]
    for group, title in _TITLES.items():
        checks = [check for check in shapes.checks.values() if check.group == group]
        parts.append(f"\n## {title}\n")
        parts.extend(_entry(check, shapes.graph) for check in sorted(checks, key=lambda check: check.name))
    return "".join(parts)


def _entry(check: Check, graph: Graph) -> str:
    lines = [f"\n### {check.name}\n", f"*{check.severity}*\n", *_both("Problem 问题", check.message)]
    lines += _both("Ground 依据", check.ground)
    lines += _both("Example 示例", check.example or _plain_example(check, graph))
    lines += _both("Remedy 处理", check.remedy)
    return "\n".join(lines) + "\n"


def _both(title: str, words: Words | None) -> Iterator[str]:
    if words:
        yield f"* **{title}**: {words.en} {words.zh}"


def _plain_example(check: Check, graph: Graph) -> Words | None:
    """Return an example made from the constraint, for shapes of the plain kinds: what breaks it."""
    shape = URIRef(check.shape)
    path = graph.value(shape, SH.path)
    if not isinstance(path, URIRef):
        return None
    name = path.n3(graph.namespace_manager)
    for constraint, words in _BROKEN.items():
        if graph.value(shape, constraint) is not None:
            return Words(words.zh.format(path=name), words.en.format(path=name))
    return None


def main() -> None:
    """Write the page to standard output."""
    sys.stdout.write(handbook())


if __name__ == "__main__":
    main()
