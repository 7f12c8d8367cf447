"""The options that several verbs share."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg import areas, given
from kg.errors import ReadError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.model import Given

STANDARD_INPUT = "-"
_Function = TypeVar("_Function", bound="Callable[..., Any]")

store = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=Path("kg-store"),
    envvar="KG_STORE",
    show_default=True,
    show_envvar=True,
    metavar="DIR",
    help="Folder of the store. 图谱存储所在文件夹。",
)

words = click.option(
    "--words",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE.ttl",
    help="A vocabulary file of your own, beside the project's; repeatable. 自己的词表文件，可重复。",
)

_GIVEN = (
    ("source", "KEY", "Source key of the report, such as its URL. 来源标识，如网址。"),
    ("area", "CODE|NAME", "Area, by code or name. 行政区划代码或名称。"),
    ("year", "YYYY", "Year that the report is about. 报告所述年度。"),
    ("type", "TYPE", "annual-report, work-summary, work-plan or other. 报告类型。"),
    ("issued", "YYYY-MM-DD", "Day of publication. 发布日期。"),
)


def given_options(function: _Function) -> _Function:
    """Add the options that say what a page does not say of itself, and win over it."""
    for name, metavar, text in reversed(_GIVEN):
        function = click.option(f"--{name}", metavar=metavar, help=text)(function)
    return function


def said(values: dict[str, str | None]) -> Given:
    """Read the values of these options. Raises UsageError for one that says nothing sensible."""
    return given.parse(values, areas.load())


def read_input(name: str) -> bytes:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises ReadError if the file cannot be read.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise ReadError("file-missing", path=name) from None
    except IsADirectoryError:
        raise ReadError("file-is-folder", path=name) from None
    except OSError as error:
        raise ReadError("file-unreadable", path=name, detail=error.strerror) from None


param = click.option(
    "--param",
    "-p",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter; repeat it for others, or for several values. 参数，可重复。",
)


def parameters(given: tuple[str, ...]) -> dict[str, list[str | int]]:
    """Return the parameters of a question by name. Raises UsageError for one without a name or a value."""
    found: dict[str, list[str | int]] = defaultdict(list)
    for parameter in given:
        name, equals, value = parameter.partition("=")
        if not (equals and name.strip() and value.strip()):
            raise UsageError("param-form", given=parameter)
        found[name.strip()].append(value)
    return found
