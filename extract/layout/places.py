"""Locators: what the parts of a document are called, each name given once. What kind of block comes next in; its place out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


class Names:
    """Gives every locator once: a second ``§100`` is ``§100 ¶2``."""

    def __init__(self) -> None:
        self._times: Counter[str] = Counter()

    def claim(self, locator: str) -> str:
        """The locator, or the next free one below it."""
        self._times[locator] += 1
        if self._times[locator] == 1:
            return locator
        return self.claim(f"{locator} ¶{self._times[locator]}")


@dataclass(slots=True)
class Part:
    """A part of the document with places of its own: a numbered paragraph, a section, the title block.

    ``plain`` parts call their first paragraph by ``key`` alone; the others count from ``¶1``, items too.
    """

    key: str
    plain: bool = True
    counts: Counter[str] = field(default_factory=Counter)
    letter: str = ""
    lead: int | None = None  # ordinal of the first paragraph, which a second lead-in continues

    def paragraph(self) -> str:
        """The place of the next paragraph."""
        self.counts["¶"] += 1
        self.letter = ""
        if self.plain and self.counts["¶"] == 1:
            return self.key
        return f"{self.key} ¶{self.counts['¶']}"

    def second_lead(self) -> str:
        """The place of a lead-in by which a list goes on."""
        self.counts["lead"] += 1
        return f"{self.key} lead {self.counts['lead'] + 1}"

    def item(self, kind: str, label: str) -> str:
        """The place of an item: ``(a)``, below it ``(a)(i)``, ``bullet 3``."""
        if not self.plain:
            return self.paragraph()
        if kind == "letter":
            self.letter = f"({label})"
            return f"{self.key}{self.letter}"
        if kind == "small":
            return f"{self.key}{self.letter}({label})"
        if kind in ("paren", "number"):
            return f"{self.key}({label})"
        self.counts["bullet"] += 1
        return f"{self.key} bullet {self.counts['bullet']}"
