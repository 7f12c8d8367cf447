"""``kg export``: networks for Gephi and other programs."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich import box
from rich.table import Table

from kg import messages
from kg.cli import asking, options
from kg.cli.help import examples
from kg.errors import UsageError
from kg.networks import library
from kg.networks.export import ENDINGS, Exported, check_ending, save, see
from kg.querying.table import print_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEARS = re.compile(r"([0-9]{4})(?:\s*[-–—~至]\s*([0-9]{4}))?")


@click.command(
    "export",
    epilog=examples(
        "kg export --list",
        "kg export district-program districts.gexf",
        "kg export district-program districts.gexf --preview districts.png",
        "kg export awards awards.csv --area 天宁区 --years 2021-2023 --status realised",
        "kg export district-similarity similar.graphml --min-weight 0.2",
        "kg export my-network.rq my-network.gexf",
    ),
)
@click.argument("network", required=False, metavar="[NETWORK]")
@click.argument("output", required=False, type=click.Path(path_type=Path), metavar="[OUT]")
@click.option("--list", "listed", is_flag=True, help="List all networks. 列出全部网络。")
@options.store
@click.option("--area", multiple=True, metavar="CODE|NAME", help="Areas, with all in them. 地区（含下辖）。")
@click.option(
    "--years", metavar="YYYY[-YYYY]", help="A year, or from the first to the last. 年份或起止年份。"
)
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Types of programs. 举措类型。")
@click.option("--status", multiple=True, metavar="STATUS", help="realised or planned. 已实施或计划。")
@click.option(
    "--min-weight",
    type=float,
    metavar="N",
    help="Leave out edges of less weight, and nodes that only they link. 最小权重。",
)
@click.option(
    "--measures/--no-measures",
    default=True,
    help="Degree, betweenness, PageRank, community of nodes. 是否计算节点指标。",
)
@click.option(
    "--layout/--no-layout", "places", default=True, help="Places, sizes, colours. 是否计算布局与外观。"
)
@click.option(
    "--preview",
    type=click.Path(path_type=Path),
    metavar="OUT.png|.svg",
    help="Also draw the network as it opens (needs rol-kg[plot]). 同时画出预览图。",
)
def command(
    network: str | None,
    output: Path | None,
    listed: bool,
    store: Path,
    area: tuple[str, ...],
    years: str | None,
    types: tuple[str, ...],
    status: tuple[str, ...],
    min_weight: float | None,
    measures: bool,
    places: bool,
    preview: Path | None,
) -> None:
    """Write a network of the graph to OUT, in the format that its ending names.

    .gexf (Gephi), .graphml, .csv (two tables, of nodes and of edges), .json (node-link), .cyjs (Cytoscape), .dot.
    NETWORK is one of the list, or a SPARQL file of your own.

    把图谱中的一个网络写入 OUT，格式由文件名结尾决定。NETWORK 为网络名称，或自己的查询文件（.rq）。
    """
    if listed:
        _list()
        return
    if network is None or output is None:
        raise UsageError("export-what", known=", ".join(ENDINGS))
    if preview is not None and not places:
        raise UsageError("export-preview")
    filters: dict[str, list[str | int]] = {
        "area": list(area),
        "year": _range(years),
        "type": list(types),
        "status": list(status),
    }
    check_ending(output)
    with asking.interruptible():
        found = see(
            network,
            store=store,
            minimum_weight=min_weight,
            measures=measures,
            places=places,
            **{name: values for name, values in filters.items() if values},
        )
    done = save(*found, output)
    _tell(done, _preview(done, preview))


def _range(years: str | None) -> list[str | int]:
    """Return the years from the first to the last."""
    if years is None:
        return []
    match = _YEARS.fullmatch(years.strip())
    if match is None or int(match[2] or match[1]) < int(match[1]):
        raise UsageError("export-years", given=years)
    return list(range(int(match[1]), int(match[2] or match[1]) + 1))


def _preview(done: Exported, path: Path | None) -> tuple[Path, ...]:
    if path is None:
        return ()
    from kg.pictures.network import draw  # noqa: PLC0415  (only who asks for a picture needs matplotlib)

    draw(done.network, done.looks, path)
    return (path,)


def _tell(done: Exported, pictures: tuple[Path, ...]) -> None:
    network = done.network
    kinds: Mapping[str, int] = {
        name: sum(node.kind == name for node in network.nodes) for name in network.kinds
    }
    chinese = messages.language() == "zh"
    counted = ", ".join(
        f"{network.kinds[name].label_zh if chinese else network.kinds[name].label} {count}"
        for name, count in kinds.items()
    )
    click.echo(
        messages.text(
            "export-done",
            files=", ".join(map(str, (*done.files, *pictures))),
            nodes=len(network.nodes),
            edges=len(network.edges),
            kinds=counted or "-",
        )
    )


def _list() -> None:
    """Print the networks with what they show and their filters."""
    listing = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("id", messages.text("list-network"), messages.text("list-filters")):
        listing.add_column(column)
    for each in library.projections():
        filters = (parameter.name for parameter in each.question.parameters)
        listing.add_row(each.name, each.question.titled(messages.language()), " ".join(filters))
    print_table(listing, sys.stdout)
    click.echo(messages.text("list-networks-where", folder=library.folder()))
