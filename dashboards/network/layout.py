"""Where the nodes of a picture stand. What was fetched in, places out; the same input gives the same places. Pure.

Positions: those for on the left, those against on the right, those with both or neither between them, above and below the proposal. A node's
neighbourhood: igraph's force-directed layout with a fixed seed. A path: one line. Later steps add their nodes around the node that was expanded
and move nothing that stood before.
"""

from __future__ import annotations

import math
import random

import igraph
import numpy as np

from dashboards.look import CONTESTED, NEITHER, OPPOSES, SUPPORTS
from dashboards.network.icons import BOXED
from dashboards.network.labels import label, short_name, size
from dashboards.network.picture import Found, Node, Stage

_BETWEEN = 4  # nodes of a row that find room between the crescents
Places = dict[str, tuple[float, float]]
_SEED = 7
_ICON = 42.0  # height of a node without its label
_ROW, _COLUMN = 74.0, 150.0
_NEAR = 250.0  # from the proposal to the first column


def places(found: Found, language: str = "en") -> Places:
    """A place for every node."""
    if not found.stages:
        return {}
    made: Places = _line(found) if found.base == "path" else {}
    stages = found.stages[len(made) :]
    for at, stage in enumerate(stages):
        first = at == 0 and not made
        fresh = _base(found, stage) if first else _beside(stage, made)
        made |= _apart(fresh, made, found, language, moving=frozenset(fresh) - {stage.centre} if first else frozenset(fresh))
    return made


def stances(found: Found) -> dict[str, str]:
    """Where each holder stands towards the base: supports, opposes, neither, or contested where the documents differ."""
    held: dict[str, set[str]] = {}
    centre = found.stages[0].centre if found.stages else ""
    for edge in found.edges:
        if edge.stance is not None and edge.target == centre:
            held.setdefault(edge.source, set()).add(edge.stance)
    return {holder: next(iter(said)) if len(said) == 1 else CONTESTED for holder, said in held.items()}


def _base(found: Found, stage: Stage) -> Places:
    held = stances(found)
    if found.base == "positions" and held:
        return _camps(stage, found, held)
    return _neighbourhood(stage, found)


def _camps(stage: Stage, found: Found, held: dict[str, str]) -> Places:
    """Two crescents around the proposal, and rows above and below it."""
    camps: dict[str, list[str]] = {SUPPORTS: [], OPPOSES: [], NEITHER: [], CONTESTED: []}

    def order(node: str) -> tuple[bool, str, str, str]:
        """States first: they are many, and the others find their place behind them."""
        known = found.nodes[node]
        return known.kind != "State", known.kind, known.names["en"], node

    for node in sorted(stage.fresh, key=order):
        if node != stage.centre:
            camps[held.get(node, NEITHER)].append(node)
    sides = _crescent(camps[SUPPORTS], -1) | _crescent(camps[OPPOSES], 1)
    tall = max((abs(y) for _, y in sides.values()), default=0.0)
    return {stage.centre: (0.0, 0.0)} | sides | _rows(camps[NEITHER], 1, tall) | _rows(camps[CONTESTED], -1, tall)


def _crescent(nodes: list[str], side: int) -> Places:
    """Columns bent around the proposal, filled column by column; neighbouring columns are shifted by half a row so that lines pass between names."""
    if not nodes:
        return {}
    columns = max(1, round(math.sqrt(len(nodes) * _ROW / _COLUMN / 1.15)))
    found: Places = {}
    start = 0
    for column in range(columns):
        count = (len(nodes) - start + columns - column - 1) // (columns - column)
        radius = _NEAR + _ROW * count / 2 + column * _COLUMN
        for row, node in enumerate(nodes[start : start + count]):
            y = (row - (count - 1) / 2 + (0.25 if column % 2 else -0.25)) * _ROW
            bend = (radius - math.sqrt(max(radius**2 - y**2, 0.0))) * 0.7
            found[node] = (side * (_NEAR + column * _COLUMN - bend), y)
        start += count
    return found


def _rows(nodes: list[str], side: int, tall: float) -> Places:
    """Rows above (-1) or below (1) the proposal: a few between the crescents, which are so ``tall``; many beyond them, in long rows."""
    width, start = max(2, round(math.sqrt(len(nodes)))), _NEAR * 0.75
    if width > _BETWEEN:
        width, start = round(math.sqrt(3 * len(nodes))), max(start, tall + 2 * _ROW)
    found: Places = {}
    for at, node in enumerate(nodes):
        row, column = divmod(at, width)
        count = min(width, len(nodes) - row * width)
        found[node] = ((column - (count - 1) / 2) * _COLUMN, side * (start + row * _ROW))
    return found


def _neighbourhood(stage: Stage, found: Found) -> Places:
    """igraph's layout of the nodes and the edges between them, the centre in the middle."""
    nodes = sorted({stage.centre, *stage.fresh} & set(found.nodes))
    index = {node: at for at, node in enumerate(nodes)}
    pairs = sorted({tuple(sorted((index[e.source], index[e.target]))) for e in found.edges if e.source in index and e.target in index})
    chance = random.Random(_SEED)
    igraph.set_random_number_generator(chance)
    start = [[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in nodes]
    layout = igraph.Graph(n=len(nodes), edges=pairs).layout_fruchterman_reingold(niter=400, seed=start)
    at = np.array(layout.coords).reshape(-1, 2) - np.array(layout.coords[index[stage.centre]])
    spread = float(np.median(np.hypot(at[:, 0], at[:, 1]))) or 1.0
    at *= max(170.0, 62.0 * math.sqrt(len(nodes))) / spread
    return {node: (float(at[i, 0]) * 1.25, float(at[i, 1]) * 0.9) for node, i in index.items()}


def _beside(stage: Stage, made: Places) -> Places:
    """New nodes fan out from the expanded one, away from the middle of what stands."""
    if not stage.fresh:
        return {}
    x, y = made.get(stage.centre) or (0.0, max((place[1] for place in made.values()), default=0.0) + 3 * _NEAR)
    others = np.array(list(made.values()) or [(0.0, 0.0)]).mean(axis=0)
    heading = math.atan2(y - others[1], x - others[0]) if (x, y) != (others[0], others[1]) else 0.0
    found: Places = {} if stage.centre in made else {stage.centre: (x, y)}
    fresh = [node for node in stage.fresh if node not in made and node not in found]
    across = 7
    for at, node in enumerate(fresh):
        ring, place = divmod(at, across)
        count = min(across, len(fresh) - ring * across)
        angle = heading + (place - (count - 1) / 2) * math.radians(26)
        reach = 190.0 + ring * 95.0
        found[node] = (x + reach * math.cos(angle), y + reach * math.sin(angle))
    return found


def _line(found: Found) -> Places:
    """A path from left to right, a little up and down so that long names do not meet."""
    nodes = [stage.centre for stage in found.stages if stage.fresh == (stage.centre,)]
    return {node: ((at - (len(nodes) - 1) / 2) * 230.0, 40.0 if at % 2 else -40.0) for at, node in enumerate(dict.fromkeys(nodes))}


def _apart(fresh: Places, fixed: Places, found: Found, language: str, *, moving: frozenset[str]) -> Places:
    """Moves new nodes until no two boxes of node and label lie on one another, or the tries are over: large pictures get fewer, each takes longer."""
    both = fixed | fresh
    nodes = list(both)
    at = np.array([both[node] for node in nodes], dtype=float).reshape(-1, 2)
    boxes = np.array([_box(found.nodes[node], language, node == found.stages[0].centre) for node in nodes]).reshape(-1, 3)
    sizes, down = boxes[:, :2], boxes[:, 2]
    at[:, 1] += down  # from here on the middles of boxes
    free = np.array([node in moving for node in nodes])
    need_x, need_y = ((sizes[:, None, axis] + sizes[None, :, axis]) / 2 for axis in (0, 1))
    order = np.arange(len(nodes))
    for _ in range(60 if len(nodes) < 200 else 25):
        apart = at[:, None, :] - at[None, :, :]
        short_x, short_y = need_x - np.abs(apart[..., 0]), need_y - np.abs(apart[..., 1])
        clash = (short_x > 0) & (short_y > 0) & (order[:, None] != order[None, :])
        if not clash[free].any():
            break
        sideways = clash & (short_x < short_y)
        before = np.where(order[:, None] < order[None, :], -1.0, 1.0)  # which way equals go
        push_x = np.where(sideways, short_x * np.where(apart[..., 0] == 0, before, np.sign(apart[..., 0])), 0.0)
        push_y = np.where(clash & ~sideways, short_y * np.where(apart[..., 1] == 0, before, np.sign(apart[..., 1])), 0.0)
        at[free] += np.stack([push_x.sum(axis=1), push_y.sum(axis=1)], axis=1)[free] * 0.5
    at[:, 1] -= down
    return {node: (round(float(x), 1), round(float(y), 1)) for node, (x, y) in zip(nodes, at, strict=True) if node in fresh}


def _box(node: Node, language: str, strong: bool) -> tuple[float, float, float]:
    """Width and height of a node with its label, and how far below the node's place their middle is."""
    width, height = size(label(short_name(node, language)))
    if node.kind in BOXED:
        grown = 1.25 if strong else 1.0
        return width * grown + 50.0, height * grown + 44.0, 0.0
    return max(width, 36.0) + 12.0, height + _ICON + 10.0, height / 2 + 2.0
