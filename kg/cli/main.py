"""The command ``kg``: finds the verb, and turns errors into one message and an exit status."""

from __future__ import annotations

import difflib
import importlib
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from kg import messages
from kg.cli.help import examples
from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS: Mapping[str, tuple[str, str]] = {
    "extract": ("Print the graph or the facts of one report.", "输出一份报告的图谱或事实"),
    "build": ("Read reports into a store.", "把报告读入图谱存储"),
    "remove": ("Take reports out of a store.", "从存储中移除报告"),
    "query": ("Ask one of the library's questions.", "用现成的问题查询"),
    "sparql": ("Run a SPARQL query of your own.", "运行自己的 SPARQL 查询"),
    "export": ("Write a network for Gephi and other programs.", "导出网络，供 Gephi 等软件打开"),
    "plot": ("Draw the answer to a question.", "把问题的答案画成图"),
    "describe": ("Describe a store in VoID and DCAT.", "以 VoID 和 DCAT 说明存储"),
    "reason": ("Judge the ontology; write what follows.", "检查本体、写出推理结果"),
    "validate": ("Check reports and tell what is wrong.", "检查报告并说明问题"),
    "dump": ("Write a store's whole graph, sorted.", "输出存储中的全部图谱（有序）"),
    "evaluate": ("Compare extraction with annotations.", "用标注数据评估抽取结果"),
    "vocab": ("Check the vocabulary that reports are read with.", "检查阅读报告所用的词表"),
    "demo": ("Build the samples and ask the first question.", "读入示例报告并回答第一个问题"),
}
"""The verbs, in the order of work, with their one-line help in English and Chinese. Each is the module
``kg.cli.<verb>``, which costs nothing until it is called."""

INTERRUPTED = 130
"""The exit status after Ctrl-C: 128 and the number of the signal, as shells have it."""


class Commands(click.Group):
    """The verbs, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs in the order of work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a verb, or return None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"kg.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb that the arguments begin with; an unknown one names the nearest."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=2, cutoff=0.4) or list(COMMANDS)
            raise KgError("command-unknown", name=args[0], near=", ".join(near))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of verbs without importing them."""
        with formatter.section("Commands 命令"):
            formatter.write_dl(
                [(name, f"{english} {chinese}") for name, (english, chinese) in COMMANDS.items()]
            )

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run the command line and exit: 0 done; 1 done, and something was found; 2 not done."""
        _never_fail_on_a_character()
        extra |= {"standalone_mode": False}
        try:
            status = super().main(*args, **extra)
        except KgError as error:
            status = _say(str(error), error.exit_status)
        except click.UsageError as error:
            status = _say(_wrong_use(error), KgError.exit_status)
        except click.Abort:
            status = INTERRUPTED
        except OSError as error:
            status = _say(messages.text("system-refuses", detail=error), KgError.exit_status)
        sys.exit(status if isinstance(status, int) else 0)


def _say(message: str, status: int) -> int:
    click.echo(messages.text("error", message=message), err=True)
    return status


def _wrong_use(error: click.UsageError) -> str:
    command = error.ctx.command_path if error.ctx else "kg"
    if isinstance(error, click.NoSuchOption):
        near = ", ".join(error.possibilities or ()) or "-"
        return messages.text("usage-no-option", command=command, option=error.option_name, near=near)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        name = error.param.make_metavar(error.ctx) if error.ctx else error.param.name
        return messages.text("usage-missing", command=command, name=name)
    return messages.text("usage-wrong", command=command, detail=error.format_message().rstrip("."))


def _never_fail_on_a_character() -> None:
    """Let what the terminal's encoding lacks come out as a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"rol-kg {importlib.import_module('kg.pipeline').version()}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog=examples(
        "kg build reports/                  read a folder into ./kg-store 读入一个文件夹",
        "kg query first-offence-lists       which districts run 首违不罚 lists 哪些地方有首违不罚清单",
        "kg query --list                    all questions 全部问题",
        "kg demo                            try it with sample reports 用示例报告试一试",
    )
    + "\n\nKG_LANG=zh|en sets the language of messages 设置提示语言. "
    "Exit status 退出码: 0 done 完成; 1 done, with findings 完成但有问题; 2 not done 未完成.",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Version. 版本。"
)
def cli() -> None:
    """Read official reports on rule-of-law government into a knowledge graph, and ask it.

    把各地法治政府建设报告读成知识图谱，并加以查询。
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run ``kg`` with the arguments of the command line and exit."""
    cli.main(args=None if arguments is None else list(arguments), prog_name="kg")
