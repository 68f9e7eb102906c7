"""Lists: the items of a written list, with the members in brackets after one. A text, its span and language in; item spans out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from extract.language import Words, section
from extract.patterns import NEVER
from graph.sourcemap import Span

_PAIRS = {"(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "《": "》", "「": "」", "“": "”"}
_CLOSING = set(_PAIRS.values())
_BRACKETS = re.compile(f"[{re.escape(''.join([*_PAIRS, *_CLOSING]))}]")
_MEMBERS = re.compile(r"\s*[(（\[［【〔]")  # the bracket that may hold an organisation's members


class ListWords(Words):
    """Section ``lists`` of a language pack."""

    separators: tuple[tuple[str, ...], ...] = ((";", "；"), (",", "，", "、"))
    conjunctions: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its name is ``start…end`` of the text; ``members`` are the two or more items in the bracket after it."""

    start: int
    end: int
    members: tuple[Item, ...] = ()


def split_list(text: str, span: Span, language: str, is_name: Callable[[str], bool]) -> tuple[Item, ...]:
    """The items of the list in ``span`` of ``text``.

    Separators count outside brackets alone, and a conjunction divides the last item only where that gives two names
    («Bosnia and Herzegovina» stays one).

    Args:
        is_name: whether the words are a name that is known.
    """
    words = section(language, "lists", ListWords)
    start, end = _trim(text, *span, words)
    chunks = list(_cut(text, start, end, words))
    joined = any(_without_conjunction(text, *chunk, words, is_name) != chunk[0] for chunk in chunks[1:])
    found: list[Item] = []
    for at, (low, high) in enumerate(chunks):
        low = _without_conjunction(text, low, high, words, is_name)
        last = at == len(chunks) - 1 and not joined
        for part in _divide(text, low, high, words, is_name, last=last, many=len(chunks) > 1):
            found.extend(_item(text, *_trim(text, *part, words), language, is_name))
    return tuple(found)


def _cut(text: str, start: int, end: int, words: ListWords) -> Iterator[Span]:
    for rank in words.separators:
        marks = [i for i in range(start, end) if text[i] in rank and not _in_number(text, i)] if any(mark in text for mark in rank) else []
        if cuts := _outside(text, start, end, marks):
            yield from ((low, high) for low, high in zip([start, *(i + 1 for i in cuts)], [*cuts, end], strict=True) if text[low:high].strip())
            return
    yield start, end


def _outside(text: str, start: int, end: int, places: list[int]) -> list[int]:
    """Those of the places that stand in no bracket."""
    if not places or _BRACKETS.search(text, start, end) is None:
        return places
    free = set(outside_brackets(text, start, end))
    return [i for i in places if i in free]


def outside_brackets(text: str, start: int, end: int) -> Iterator[int]:
    """The positions of ``text[start:end]`` that stand in no bracket and no pair of quotation marks."""
    depth = 0
    for i in range(start, end):
        if text[i] in _PAIRS:
            depth += 1
        elif text[i] in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            yield i


def _in_number(text: str, at: int) -> bool:
    return text[at] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _without_conjunction(text: str, start: int, end: int, words: ListWords, is_name: Callable[[str], bool]) -> int:
    low = start + len(text[start:end]) - len(text[start:end].lstrip())
    chunk = text[low:end]
    if is_name(chunk.strip()) or chunk.startswith(words.bound):
        return start
    for conjunction in words.conjunctions:
        if conjunction[:1].isspace() or not conjunction[-1:].isspace():  # particles that end a word stand at no beginning
            bare = conjunction.lstrip()
            if chunk.startswith(bare) and len(chunk) > len(bare) + 1:
                return low + len(bare)
    return start


def _divide(text: str, start: int, end: int, words: ListWords, is_name: Callable[[str], bool], *, last: bool, many: bool) -> list[Span]:
    """The chunk, or its two halves where a conjunction joins two items."""
    if is_name(text[start:end].strip()):
        return [(start, end)]
    best: tuple[int, list[Span]] = (0, [(start, end)])
    for low, high in _conjunctions(text, start, end, words):
        head, tail = text[start:low].strip(), text[high:end].strip()
        if not head or not tail:
            continue
        worth = _worth(head, words, is_name), _worth(tail, words, is_name)
        if text.startswith(words.bound, low) and min(worth) < 2:
            continue
        tail = tail[next((len(word) for word in words.openings if tail.startswith(word)), 0) :]
        plain = last and many and (worth[1] == 2 or (tail[:1].isupper() and head[:1].isupper()))
        total = sum(worth) if min(worth) > 0 and (last or min(worth) == 2) else int(plain)
        if total >= best[0] and total > 0:
            halves = _divide(text, start, low, words, is_name, last=False, many=many)
            best = (total, [*halves, (high, end)])
    return best[1]


def _worth(name: str, words: ListWords, is_name: Callable[[str], bool]) -> int:
    """2: a known name; 1: it carries a word that names of organisations carry; 0: neither."""
    if is_name(name):
        return 2
    bare = re.sub(r"\s*[(（\[［][^)）\]］]*[)）\]］]?$", "", name)
    return int(any(bare.endswith(word) or (word.isascii() and word in bare.split()) for word in words.organisations))


def _conjunctions(text: str, start: int, end: int, words: ListWords) -> Iterator[Span]:
    """Every conjunction; where a longer word begins there, only two names we know are divided."""
    found = {m.start(): m.end(1) for m in _conjunction(words.conjunctions).finditer(text, start) if m.start() < end}
    yield from ((i, found[i]) for i in _outside(text, start, end, list(found)))


@cache
def _conjunction(conjunctions: tuple[str, ...]) -> re.Pattern[str]:
    """Where one of them stands, the first of the list that does; they may overlap."""
    return re.compile(rf"(?=({'|'.join(map(re.escape, conjunctions)) or NEVER}))")


def _item(text: str, start: int, end: int, language: str, is_name: Callable[[str], bool]) -> Iterator[Item]:
    if start >= end:
        return
    opening = next((i for i in range(start + 1, end) if text[i] in _PAIRS and _MEMBERS.match(text, i)), None)
    if opening is not None and text[end - 1] == _PAIRS[text[opening]]:
        members = split_list(text, (opening + 1, end - 1), language, is_name)
        if len(members) > 1:
            yield Item(start, start + len(text[start:opening].rstrip()), members)
            return
    yield Item(start, end)


def _trim(text: str, start: int, end: int, words: ListWords) -> Span:
    """Without blanks, the full stop and the words that close a list."""
    while True:
        part = text[start:end]
        kept = part.rstrip().removesuffix("。").rstrip()
        if kept.endswith(".") and not kept.endswith(words.abbreviations) and not re.search(r"\b[A-Z]\.$", kept):
            kept = kept[:-1]
        closing = next((word for word in words.endings if kept.endswith(word)), "")
        kept = kept.removesuffix(closing).rstrip()
        first = len(kept) - len(kept.lstrip())
        first += next((len(word) for word in words.openings if kept.startswith(word, first)), 0)
        if kept == part and first == 0:
            return start, end
        start, end = start + first, start + len(kept)
