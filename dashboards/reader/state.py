"""What the address of a document says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """``id`` is the document's node, or ``doc`` its file name; ``at`` a locator, ``claim`` a claim's id, ``part`` the part read (0: the one
    with the claim or locator); ``show`` are stances and relations marked (none: all); ``beside`` shows the original text."""

    id: str = ""
    doc: str = ""
    at: str = ""
    claim: str = ""
    part: int = 0
    show: tuple[str, ...] = ()
    beside: bool = False
