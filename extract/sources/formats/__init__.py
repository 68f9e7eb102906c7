"""Formats: one module each, from a file's bytes or decoded text to working text with its map."""

from __future__ import annotations

from dataclasses import dataclass

from extract.sources.weave import Woven


@dataclass(frozen=True, slots=True)
class Converted:
    """What a format made of a file: the text with its map and skips, its markup, and the title the file gives itself, if any."""

    woven: Woven
    markup: str = "markdown"
    title: str | None = None
