"""Where names stand: one automaton a language over all written forms. A text in; every hit out, checked for word breaks alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick_rs

from extract.naming.forms import fold
from extract.naming.words import name_words
from graph.records import Entity

_WIDE = 0x1100  # below: scripts that write words apart (Latin, Greek, Cyrillic, Arabic, …)


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write the name of an entity; ``weak`` ones need support."""

    text: str
    entity: Entity
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at ``start…end``. ``entities`` are those it may name, none for words that only look like a name; ``weak`` needs support."""

    start: int
    end: int
    entities: tuple[Entity, ...]
    weak: bool = False
    parts: tuple[str, ...] = ()  # ids of the states a compound abbreviates, one a character

    @property
    def kind(self) -> str:
        return self.entities[0].kind if self.entities else "State" if self.parts else ""

    @property
    def is_place(self) -> bool:
        return self.kind in ("State", "Territory")


class Matcher:
    """All forms that count in a language, its masks and its compounds."""

    def __init__(self, forms: Iterable[Form], language: str) -> None:
        strong: dict[str, dict[str, Entity]] = {}
        weak: dict[str, dict[str, Entity]] = {}
        for form in forms:
            (weak if form.weak else strong).setdefault(form.text, {})[form.entity.id] = form.entity
        words = name_words(language)
        table = {form: Hit(0, 0, tuple(found.values()), weak=True) for form, found in weak.items()}
        table |= {fold(form): Hit(0, 0, (), parts=tuple(f"state:{code}" for code in codes)) for form, codes in words.compounds.items()}
        table |= {form: Hit(0, 0, tuple(found.values()), weak=len(found) > 1) for form, found in strong.items()}
        table |= {fold(mask): Hit(0, 0, ()) for mask in words.masks}
        self._table = [*table.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(list(table), matchkind=ahocorasick_rs.MatchKind.Standard)

    def hits(self, text: str) -> Iterator[Hit]:
        """Every form in a folded text, overlapping ones too, where it begins and ends with a word in scripts that divide words."""
        for number, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if not (_joined(text, start) or _joined(text, end)):
                form = self._table[number]
                yield Hit(start, end, form.entities, form.weak, form.parts)


def _joined(text: str, at: int) -> bool:
    """Whether a word of a dividing script runs on across ``at``."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isalnum() and right.isalnum() and ord(left) < _WIDE and ord(right) < _WIDE
