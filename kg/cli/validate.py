"""``kg validate``: what is wrong with reports, stores and graphs, as findings of the checks."""

from __future__ import annotations

import io
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import api, messages
from kg.cli import options
from kg.cli.help import examples
from kg.errors import GraphError, KgError, ReadError, UsageError
from kg.store.discover import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.messages import Language
    from kg.model import Given
    from kg.validation.examine import Examined

FORMATS = ("table", "json", "csv", "turtle", "html", "sarif", "junit")
NEVER = "never"
LEVELS = ("violation", "warning", "info", NEVER)
_FILES = click.Path(path_type=Path)


@click.command(
    "validate",
    epilog=examples(
        "kg validate report.txt",
        "kg validate reports/ --format html --output findings.html",
        "kg validate draft.txt --fail-on warning --lang zh",
        "kg validate --store kg-store --format csv > findings.csv",
        "kg validate --graph made-elsewhere.ttl --shapes my-rules.ttl",
    ),
)
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option(
    "--store", type=_FILES, metavar="DIR", help="Check all reports of a store. 检查存储中的全部报告。"
)
@click.option("--graph", "graphs", type=_FILES, multiple=True, metavar="FILE",
              help="Check RDF made elsewhere; repeatable. 检查他处生成的 RDF，可重复。")  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
              help="How findings are written. 输出格式。")  # fmt: skip
@click.option("--output", "-o", type=_FILES, metavar="FILE", help="Write to a file. 写入文件。")
@click.option("--lang", type=click.Choice(("zh", "en")), help="Language of the findings. 结果所用语言。")
@click.option("--fail-on", type=click.Choice(LEVELS), default="violation", show_default=True,
              help="From which severity on the exit status is 1. 达到何种程度时退出码为 1。")  # fmt: skip
@click.option("--profile", type=_FILES, metavar="FILE.toml",
              help="Change severities or switch checks off. 调整严重程度或停用检查。")  # fmt: skip
@click.option("--shapes", type=_FILES, multiple=True, metavar="FILE.ttl",
              help="SHACL shapes of your own, beside the project's; repeatable. 自己的 SHACL 形状文件，可重复。")  # fmt: skip
@click.option("--engine", type=click.Choice(("auto", "fast", "reference")), default="auto", show_default=True,
              help="What checks: pySHACL is the reference. 检查引擎，pySHACL 为准。")  # fmt: skip
@options.given_options
@options.words
@click.pass_context
def command(context: click.Context, /, **asked: Any) -> None:
    """Check reports (files or folders, - for standard input), a store, or graphs, and tell what is wrong.

    The exit status is 1 if there is a finding as serious as --fail-on says, 2 if something could not be read.

    检查报告（文件或文件夹，- 为标准输入）、存储或图谱并说明问题。有达到 --fail-on 的问题时退出码为 1，有内容读不出时为 2。
    """
    examined: list[Examined] = []
    status = 0
    for found in _examined(asked):
        if isinstance(found, KgError):
            click.echo(messages.text("error", message=found), err=True)
            status = found.exit_status
        else:
            examined.append(found)
    _write(examined, asked["form"], asked["lang"] or messages.language(), asked["output"])
    context.exit(status or int(_fails(examined, asked["fail_on"])))


def _examined(asked: dict[str, Any]) -> Iterator[Examined | KgError]:
    """Yield what was found in each thing, or why it could not be checked. Raises UsageError for a wrong call."""
    given = options.said({name: asked[name] for name in ("source", "area", "year", "type", "issued")})
    check = api.Checker(asked["shapes"], asked["profile"], asked["words"], asked["engine"])
    if not asked["sources"] and not asked["graphs"] and asked["store"] is None and not asked["words"]:
        raise UsageError("validate-nothing", help="kg validate --help")
    yield from check.vocabularies()
    if asked["store"] is not None:
        yield from check.store(asked["store"])
    for graph in asked["graphs"]:
        yield from _or_error(partial(check.graph, graph))
    for name in asked["sources"]:
        try:
            files = _files(name)
        except KgError as error:
            yield error
            continue
        for file in files:
            yield from _or_error(partial(_report, check, file, given))


def _report(check: api.Checker, file: str, given: Given) -> list[Examined]:
    return [check.report(options.read_input(file), file, given)]


def _files(name: str) -> list[str]:
    """Return the files that a source names: itself, or those in a folder that may be reports."""
    if name == options.STANDARD_INPUT or not Path(name).is_dir():
        return [name]
    return [str(found.path) for found in discover([Path(name)]).found]


def _or_error(work: Callable[[], list[Examined]]) -> list[Examined | KgError]:
    """Do the work; where the input is at fault, return the error in its place."""
    try:
        return [*work()]
    except (ReadError, GraphError) as error:
        if error.code.startswith("shapes-"):
            raise
        return [error]


def _fails(examined: list[Examined], level: str) -> bool:
    if level == NEVER:
        return False
    serious = LEVELS[: LEVELS.index(level) + 1]
    return any(located.finding.severity in serious for one in examined for located in one.findings)


def _write(examined: list[Examined], form: str, language: Language, output: Path | None) -> None:
    from kg.validation.outputs.formats import WRITERS  # noqa: PLC0415 (help loads nothing heavy)

    if output is None:
        WRITERS[form](examined, language, sys.stdout)
        return
    text = io.StringIO()
    WRITERS[form](examined, language, text)
    try:
        output.write_text(text.getvalue(), "utf-8")
    except OSError as error:
        raise UsageError("validate-output", path=output, detail=error.strerror) from None
