"""``kg validate``: what is wrong with reports, as findings of the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg import api, messages, terms
from kg.cli import options
from kg.cli.help import examples
from kg.errors import KgError

if TYPE_CHECKING:
    from pathlib import Path

    from kg.model import Given
    from kg.validation.validate import Finding

VIOLATION = "violation"


@click.command(
    "validate",
    epilog=examples(
        "kg validate report.txt",
        "kg validate reports/*.html",
        "kg validate - --area 320402 --year 2023 < report.txt",
    ),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.given_options
@options.words
@click.pass_context
def command(
    context: click.Context, /, files: tuple[str, ...], words: tuple[Path, ...], **given: str | None
) -> None:
    """Check what is read from each FILE (- for standard input) and print a line for each finding.

    The exit status is 1 if there is a violation, 2 if a file could not be read.

    检查每份报告读出的内容，每个问题一行。有违规时退出码为 1，有文件读不出时为 2。
    """
    said = options.said(given)
    context.exit(max(_check(file, said, words) for file in files))


def _check(file: str, given: Given, words: tuple[Path, ...]) -> int:
    """Print the findings on one file and return its exit status."""
    try:
        findings = api.validate(options.read_input(file), given=given, name=file, words=words)
    except KgError as error:
        click.echo(messages.text("error", message=error), err=True)
        return error.exit_status
    for finding in findings:
        click.echo(_line(file, finding))
    violations = sum(finding.severity == VIOLATION for finding in findings)
    click.echo(messages.text("validate-summary", file=file, count=len(findings), violations=violations))
    return int(violations > 0)


def _line(file: str, finding: Finding) -> str:
    message = finding.message_zh if messages.language() == "zh" else finding.message_en
    place = finding.focus.removeprefix(terms.BASE)
    return f"{file}: {finding.severity} {finding.check}: {message} [{place}]"
