"""All kinds of tables: blocks in; the same with each table made one block, out."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.blocks import Block
from extract.layout.captioned import find_captioned_tables
from extract.layout.flattened import find_flattened_tables
from extract.layout.grid import replaced, with_frame
from extract.layout.pipes import find_pipe_tables
from extract.layout.states import SortName, sort_name


def gather_tables(blocks: Sequence[Block], name: SortName = sort_name) -> list[Block]:
    """The blocks with every table made one, the surest kinds first; ``name`` gives the English sort name of the state that a cell names."""
    made = list(blocks)
    made = replaced(made, [with_frame(made, found) for found in find_pipe_tables(made)])
    made = replaced(made, [with_frame(made, found) for found in find_flattened_tables(made, name)])
    return replaced(made, [with_frame(made, found) for found in find_captioned_tables(made)])
