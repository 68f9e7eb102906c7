"""States' names inside other names: titles, and organisations that no data file knows. A folded text and hits in; what to leave out, out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from extract.names_match import Hit
from extract.names_words import NameWords, either, name_words
from extract.tokens import tokens_from
from graph.sourcemap import Span

_MOST_WORDS = 8  # of an organisation's name after the state's
_RUNS_ON = ("N", "XSN", "XPN", "SL", "SH", "SN")  # Korean tags within a compound noun
_CAPITALISED = r"[A-Z][\w'&.-]*"


def title_spans(text: str, language: str) -> tuple[Span, ...]:
    """What stands between the marks of titles."""
    pairs = name_words(language).title_marks
    return tuple(m.span(1) for marks in pairs for m in re.finditer(rf"{marks[0]}([^{marks}]{{1,120}}){marks[1]}", text))


def in_title(hit: Hit, titles: Iterable[Span]) -> bool:
    """Whether a name is a part of a title (the whole of it is a name still)."""
    return hit.kind != "Document" and any(start <= hit.start and hit.end <= end and (start, end) != (hit.start, hit.end) for start, end in titles)


def in_organisation(text: str, language: str, hit: Hit, kept: Sequence[Hit]) -> bool:
    """Whether a state's name is a part of an organisation's («X大学», «X Institute of …»), or a place beside one in brackets."""
    if not hit.is_place:
        return False
    words = name_words(language)
    owners = [other for other in kept if not other.is_place and other.kind not in ("Person", "Document", "")]
    if _in_brackets(text, hit, words, owners) or any(_is_of(text, hit, other) for other in owners):
        return True
    names_on = _RUNS.get(language, _runs_apart)
    return names_on(text, hit, words, [other.start for other in kept if other.start >= hit.end])


def _is_of(text: str, hit: Hit, owner: Hit) -> bool:
    """Whether a name is that of a national branch («Save the Children X»), or says where an organisation is at home («X大学» behind it)."""
    branch = owner.kind == "NGO" and text[owner.end : hit.start] == " "
    return branch or (owner.kind != "InternationalOrganization" and 0 <= owner.start - hit.end <= 1 and not text[hit.end : owner.start].strip())


def _in_brackets(text: str, hit: Hit, words: NameWords, owners: Sequence[Hit]) -> bool:
    bracket = re.search(r"(\s?)\($", text[: hit.start])
    if bracket is None or re.match(r"\s?\)", text[hit.end :]) is None:
        return False
    end = bracket.start()
    return any(other.end == end for other in owners) or re.search(rf"(?:{either(words.organisations)})$", text[:end]) is not None


def _runs_chinese(text: str, hit: Hit, words: NameWords, others: Sequence[int]) -> bool:
    """The words after the name run into one that ends organisations' names, and none of them belongs elsewhere."""
    following = tokens_from(text, "zh", hit.end)[:_MOST_WORDS]
    for number, token in enumerate(following):
        word = text[token.start : token.end]
        if token.start in others or token.tag[0] in "xwpdru" or word in words.within or word in words.organs:
            return False
        if word in words.links and number == 0:
            return False
        if word.endswith(words.organisations):
            return True
    return False


def _runs_korean(text: str, hit: Hit, words: NameWords, others: Sequence[int]) -> bool:
    end = hit.end
    for token in tokens_from(text, "ko", hit.end)[:_MOST_WORDS]:
        word = text[token.start : token.end]
        if token.start in others or word in words.within or not token.tag.startswith(_RUNS_ON) or text[end : token.start].strip():
            return False
        end = token.end
        if word.endswith(words.organisations):
            return True
    return False


def _runs_apart(text: str, hit: Hit, words: NameWords, others: Sequence[int]) -> bool:
    """A chain of capitalised words, before or after the name, with a word of organisations in it."""
    link = rf" (?:(?:{either(words.links)}) )?"
    word = rf"(?:{either(words.organisations)})\b"
    if re.match(rf"\b(?:{either(words.organs)})\b", text[hit.end :].lstrip()) is not None:
        return False
    after = re.match(rf"(?: {_CAPITALISED}){{0,4}}? {word}", text[hit.end :])
    before = re.search(rf"\b{word}(?:{link}{_CAPITALISED}){{0,5}}{link}(?:the )?$", text[max(0, hit.start - 90) : hit.start])
    return before is not None or (after is not None and not any(hit.end <= start < hit.end + after.end() for start in others))


_RUNS: dict[str, Callable[[str, Hit, NameWords, Sequence[int]], bool]] = {"zh": _runs_chinese, "ko": _runs_korean}
