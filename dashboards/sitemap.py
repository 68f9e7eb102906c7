"""Which pages there are, in the order of the navigation, and which page shows which kind of node. A page is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

HOME = "home"


@dataclass(frozen=True, slots=True)
class Page:
    """``name`` is the module in dashboards/screens, the path in the address and the key of its title (``nav.<name>``) at once.

    ``kinds`` are the labels of nodes that the page shows when asked for one by ``?id=``.
    """

    name: str
    kinds: tuple[str, ...] = ()

    @property
    def show(self) -> Callable[[], None]:
        """The module's ``show``; imported when the page is first asked for."""
        return import_module(f"dashboards.screens.{self.name}").show  # type: ignore[no-any-return]


PAGES = (
    Page(HOME),
    Page("positions"),
    Page("network"),
    Page("actors", ("State", "NGO", "InternationalOrganization", "Institution", "Coalition", "Person", "Group")),
    Page("concepts", ("Concept", "Proposal")),
    Page("events", ("Event",)),
    Page("documents", ("Document",)),
    Page("recommendations"),
    Page("reports"),
    Page("console"),
    Page("upload"),
)


def page_for(kind: str) -> str | None:
    """The page that shows a node of this kind, if there is one."""
    return next((page.name for page in PAGES if kind in page.kinds), None)
