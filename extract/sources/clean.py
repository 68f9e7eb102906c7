"""One kind of line end and no invisible characters: decoded text in, working text with its map out. Pure."""

from __future__ import annotations

import re
from collections import Counter

from extract.sources.weave import Weaver, Woven
from graph.records import Skipped
from graph.sourcemap import SourceMap

# A soft hyphen at a line's end: the word's other half goes up to it, and the line ends after the word.
_ODD = re.compile(
    r"(?P<broken>\xad[ \t]*(?:\r\n?|\n)[ \t]*(?P<half>\w{1,60}[.,;:!?)’”\"]{0,3})(?P<gap> ?))"
    r"|(?P<end>\r\n?|[\v\x85\u2028\u2029])"
    r"|(?P<control>[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+)"
    r"|(?P<invisible>[\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+)"
    r"|(?P<surrogate>[\ud800-\udfff]+)"
)
_REASONS = {
    "control": "control characters taken out",
    "invisible": "invisible formatting characters taken out",
    "surrogate": "halves of surrogate pairs taken out",
}


def clean(text: str, place: str) -> Woven:
    """``text`` with ``\\n`` for every line end, without control characters (form feeds and tabs stay), soft hyphens and the like.

    A ``\\n`` that stands for another line end leads back to it; everything else leads back to itself. What was taken out is counted.
    """
    if _ODD.search(text) is None:
        return Woven(text, SourceMap.identity(len(text)))
    weaver, counts, at = Weaver(), Counter[str](), 0
    for odd in _ODD.finditer(text):
        weaver.put(text[at : odd.start()], at)
        at = odd.end()
        kind = odd.lastgroup or ""
        if kind == "gap" or odd["broken"]:
            weaver.put(odd["half"], odd.start("half"))
            weaver.put("\n" if odd["gap"] else "", odd.start("gap"))
        elif odd["end"]:
            weaver.put("\n", odd.start())
        else:
            counts[kind] += odd.end() - odd.start()
    weaver.put(text[at:], at)
    return weaver.woven(*(Skipped(place, _REASONS[kind], str(number)) for kind, number in sorted(counts.items())))
