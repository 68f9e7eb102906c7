"""Layout repair: the working text of a document in; its passages, with their places, and what was left out, come out."""

from __future__ import annotations

from extract.layout.repair import Layout, repair

__all__ = ["Layout", "repair"]
