"""States' names inside other names: titles, and organisations that no data file knows. A folded text and hits in; what to leave out, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.naming.match import Hit
from extract.naming.words import NameWords, either, name_words
from extract.tokens import tokens_from
from graph.sourcemap import Span

_MOST_WORDS = 8  # of an organisation's name after the state's
_RUNS_ON = ("N", "XSN", "XPN", "SL", "SH", "SN")  # Korean tags within a compound noun
_OWNERS = frozenset({"NGO", "Institution", "Coalition", "InternationalOrganization"})
_AT_HOME = _OWNERS - {"InternationalOrganization"}
_LONGEST_BEFORE = 90  # characters of an organisation's name before the state's
_CAPITALISED = r"[A-Z][\w'&.-]*"


def apart_from_names(text: str, language: str, hits: Sequence[Hit], alone: Container[Span]) -> Iterator[Hit]:
    """The hits without those that are a part of a title or, for states, of an organisation's name.

    Args:
        hits: those found in the passage, ascending, not overlapping.
        alone: spans that are a whole cell or line; what fills one is part of nothing.
    """
    titles = _title_spans(text, language)
    near = Near({hit.start: hit for hit in hits}, {hit.end: hit for hit in hits})
    for hit in hits:
        whole = (hit.start, hit.end) in alone
        if not _in_title(hit, titles) and (whole or not (hit.is_place and _in_organisation(text, language, hit, near))):
            yield hit


@dataclass(frozen=True, slots=True)
class Near:
    """The hits of a passage by where they start and where they end."""

    starting: dict[int, Hit]
    ending: dict[int, Hit]


def _title_spans(text: str, language: str) -> tuple[Span, ...]:
    pairs = name_words(language).title_marks
    return tuple(m.span(1) for marks in pairs for m in re.finditer(rf"{marks[0]}([^{marks}]{{1,120}}){marks[1]}", text))


def _in_title(hit: Hit, titles: Iterable[Span]) -> bool:
    """Whether a name is a part of a title (the whole of it is a name still)."""
    return hit.kind != "Document" and any(start <= hit.start and hit.end <= end and (start, end) != (hit.start, hit.end) for start, end in titles)


def _in_organisation(text: str, language: str, hit: Hit, near: Near) -> bool:
    """Whether a state's name is a part of an organisation's («X大学», «X Institute of …»), or a place beside one in brackets."""
    words = name_words(language)
    before, behind = near.ending.get(hit.start - 1), near.starting.get(hit.end) or near.starting.get(hit.end + 1)
    if before is not None and before.kind == "NGO" and text[before.end] == " ":
        return True  # a national branch: «Save the Children X»
    if behind is not None and behind.kind in _AT_HOME and not text[hit.end : behind.start].strip():
        return True  # where an organisation is at home
    return _in_brackets(text, hit, words, near) or _RUNS.get(language, _runs_apart)(text, hit, words, near)


def _in_brackets(text: str, hit: Hit, words: NameWords, near: Near) -> bool:
    bracket = re.search(r"\s?\($", text[max(0, hit.start - 2) : hit.start])
    if bracket is None or re.match(r"\s?\)", text[hit.end : hit.end + 2]) is None:
        return False
    owner = near.ending.get(hit.start - len(bracket[0]))
    return (owner is not None and owner.kind in _OWNERS) or text[: hit.start - len(bracket[0])].endswith(words.organisations)


def _runs_chinese(text: str, hit: Hit, words: NameWords, near: Near) -> bool:
    """The words after the name run into one that ends organisations' names, or into a known name; none of them belongs elsewhere."""
    following = tokens_from(text, "zh", hit.end)[:_MOST_WORDS]
    for number, token in enumerate(following):
        word = text[token.start : token.end]
        if (other := near.starting.get(token.start)) is not None:
            return other.kind in _OWNERS
        if token.tag[0] in "xwpdru" or word in words.within or word in words.organs:
            return False
        if word in words.links and number == 0:
            return False
        if word.endswith(words.organisations):
            return True
    return False


def _runs_korean(text: str, hit: Hit, words: NameWords, near: Near) -> bool:
    end = hit.end
    for token in tokens_from(text, "ko", hit.end)[:_MOST_WORDS]:
        word = text[token.start : token.end]
        if token.start in near.starting or word in words.within or not token.tag.startswith(_RUNS_ON) or text[end : token.start].strip():
            return False
        end = token.end
        if word.endswith(words.organisations):
            return True
    return False


def _runs_apart(text: str, hit: Hit, words: NameWords, near: Near) -> bool:
    """A chain of capitalised words, before or after the name, with a word of organisations in it."""
    behind, before, organs = _chains(words.organisations, words.links, words.organs)
    if organs.match(text, hit.end) is not None:
        return False
    after = behind.match(text, hit.end)
    if after is not None and not any(start in near.starting for start in range(hit.end, after.end())):
        return True
    return before.search(text[max(0, hit.start - _LONGEST_BEFORE) : hit.start]) is not None


@cache
def _chains(
    organisations: tuple[str, ...], links: tuple[str, ...], organs: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    link, word = rf" (?:(?:{either(links)}) )?", rf"(?:{either(organisations)})\b"
    behind = re.compile(rf"(?: {_CAPITALISED}){{0,4}}? {word}")
    before = re.compile(rf"\b{word}(?:{link}{_CAPITALISED}){{0,5}}{link}(?:the )?$")
    return behind, before, re.compile(rf"\s*(?:{either(organs)})\b")


_RUNS: dict[str, Callable[[str, Hit, NameWords, Near], bool]] = {"zh": _runs_chinese, "ko": _runs_korean}
