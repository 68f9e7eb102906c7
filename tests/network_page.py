"""The network page for tests in a browser: where nodes and edges are on the screen, and waiting until the picture is there."""

from __future__ import annotations

from typing import Any

from tests.dashboard_server import drawn

_ON_SCREEN = """(net, at) => {
  const of = (id) => net.network.getPosition(id), point = typeof at === "string" ? of(at)
    : { x: of(at[0]).x + (of(at[1]).x - of(at[0]).x) * at[2], y: of(at[0]).y + (of(at[1]).y - of(at[0]).y) * at[2] };
  const shown = net.network.canvasToDOM(point), box = net.getBoundingClientRect();
  return [box.left + shown.x, box.top + shown.y];
}"""

_UNTIL_STILL = """net => new Promise(done => {
  let before = "", still = 0;
  const look = () => {
    const { left, top, width, height } = net.getBoundingClientRect(), { x, y } = net.network.getViewPosition();
    const now = [left, top, width, height, x, y, net.network.getScale(), net.network.body.nodeIndices.length, net.dataset.ready].join();
    still = now === before ? still + 1 : 0;
    before = now;
    if (still === 10) done(); else requestAnimationFrame(look);
  };
  look();
})"""


def place(page: Any, node: str) -> tuple[float, float]:
    """Where a node is on the screen."""
    x, y = page.locator(".net").evaluate(_ON_SCREEN, node)
    return x, y


def between(page: Any, one: str, other: str, share: float = 0.5) -> tuple[float, float]:
    """A point of a straight line between two nodes."""
    x, y = page.locator(".net").evaluate(_ON_SCREEN, [one, other, share])
    return x, y


def pictured(page: Any) -> Any:
    """Waits for the picture, and until nothing in it moves any more."""
    drawn(page)
    page.wait_for_selector(".net[data-ready]")
    page.locator(".net").evaluate(_UNTIL_STILL)
    return page
