"""Ties inside and between groups of parties, and how far the response lets them be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .desk import Desk
from .rich import Name, Rich, Unshown

__all__ = ["BlockRow", "BlocksView", "blocks_view"]


@dataclass(frozen=True, slots=True)
class BlockRow:
    """The ties of one group with every group."""

    group: Name
    cells: list[Rich | Unshown]


@dataclass(frozen=True, slots=True)
class BlocksView:
    """Ties inside and between groups."""

    caption: Rich
    columns: list[Name]
    rows: list[BlockRow]


def blocks_view(desk: Desk, network: Any) -> BlocksView | None:
    """The share of known ties between every two groups; nothing when no two groups may be told apart."""
    if not network.groups:
        return None
    texts, found = desk.texts, {(block.from_group, block.to_group): block for block in network.blocks}

    def cell(one: str, other: str) -> Rich | Unshown:
        block = found.get((one, other)) or found[(other, one)]
        if not block.shown:
            return texts.unshown
        return texts.brief(
            block.density, f"block/{network.wave}/{network.relation}/{block.from_group}/{block.to_group}"
        )

    attribute = texts.attribute(desk.release.blocks_by)
    caption = texts.say(
        "report.blocks_caption", relation=desk.relation(network), wave=desk.wave(network.wave), attribute=attribute
    )
    names = [desk.words.of_blocks.group_title(group) for group in network.groups]
    rows = [
        BlockRow(name, [cell(group, other) for other in network.groups])
        for name, group in zip(names, network.groups, strict=True)
    ]
    return BlocksView(caption, names, rows)
