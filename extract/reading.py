"""What an extractor is given, and how it answers: one repaired document with its names found; claims and skips out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extract.calibration import calibrated
from graph.records import POLARITY, QUOTE_LIMIT, Claim, Document, Mention, Party, Passage, Skipped

Finding = Claim | Skipped


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document, its passages in order, and the names found in each (``mentions[passage.ordinal]``, ascending, not overlapping).

    Two readings are never equal, so that what was found in one can be remembered by it.
    """

    document: Document
    passages: tuple[Passage, ...]
    mentions: tuple[tuple[Mention, ...], ...]

    def lead_of(self, passage: Passage) -> Passage | None:
        """The passage whose list ``passage`` continues («The meeting recommends:»), if any."""
        return None if passage.lead is None else self.passages[passage.lead]

    def in_span(self, passage: Passage, start: int, end: int) -> Iterator[Mention]:
        """The mentions that lie wholly between ``start`` and ``end``."""
        return (m for m in self.mentions[passage.ordinal] if start <= m.start and m.end <= end)

    def claim(self, passage: Passage, relation: str, subject: Party, obj: Party, span: tuple[int, int], **rest: Any) -> Claim:
        """A claim quoted from ``span``; a longer span is cut to the quote limit (the keywords are Claim's).

        A position holds as of the document's date where nothing else is said. The confidence given is the extractor's own; it is
        calibrated here.
        """
        start, end = span
        rest["confidence"] = calibrated(rest["method"], rest["confidence"])
        if relation in POLARITY and rest.get("as_of") is None:
            rest["as_of"] = self.document.date
        return Claim(
            passage=passage, content=self.document.sha256, relation=relation, subject=subject, object=obj,
            start=start, end=min(end, start + QUOTE_LIMIT), **rest,
        )  # fmt: skip


Extractor = Callable[[Reading], Iterable[Finding]]
EXTRACTORS: dict[str, Extractor] = {}
PREVIEWS: set[str] = set()  # those on trial: of their claims only the sure ones are taken, unless all are asked for
LEAST = 0.5  # confidence from which on a claim of a reader on trial is taken: likelier right than wrong (on unseen texts, .85 of those taken)


def extractor(name: str, *, preview: bool = False) -> Callable[[Extractor], Extractor]:
    """Registers a function from :class:`Reading` to findings under ``name``, the ``method`` of its claims; ``preview``: it is on trial."""

    def register(function: Extractor) -> Extractor:
        if name in EXTRACTORS:
            raise ValueError(f"two extractors are called {name}")
        EXTRACTORS[name] = function
        if preview:
            PREVIEWS.add(name)
        return function

    return register


def in_order() -> list[tuple[str, Extractor]]:
    """The extractors as they run, however their modules came to be imported: by name, those on trial last, so that a claim
    that one of them finds as well is the surer one's."""
    return sorted(EXTRACTORS.items(), key=lambda one: (one[0] in PREVIEWS, one[0]))


def party(mention: Mention) -> Party:
    """A mention as one end of a claim."""
    return Party(mention.kind, mention.entity, mention.surface)
