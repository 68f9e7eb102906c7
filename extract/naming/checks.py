"""Whether the words of a hit are the name, judged by the words they stand among. A folded text, its language and a hit in; a verdict out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import Literal

from extract.naming.forms import is_wide
from extract.naming.match import Hit
from extract.naming.words import either, name_words
from extract.sources.frequent import function_words
from extract.tokens import Token, tokens, tokens_around

Verdict = Literal["yes", "no", "support"]  # support: only beside words or names that make it sure
_NOMINAL = ("N", "SL", "SH", "XR")
_NEAR = 30
_SURE_LENGTH = 5  # Chinese names so long are found even where the tokenizer cuts them oddly


def check_hit(text: str, language: str, hit: Hit) -> Verdict:
    """The verdict on a hit; weak forms need support in any case, which is not looked at here."""
    surface = text[hit.start : hit.end]
    judge = _JUDGES.get(language) if is_wide(surface) else _check_apart
    return judge(text, language, hit) if judge is not None else "yes"


def _check_chinese(text: str, language: str, hit: Hit) -> Verdict:
    """A name begins and ends with a token; «X政府» is one token, and long names are sure but for a word that runs into them."""
    words, found = name_words(language), tokens(text, language)
    first, last = _token_over(found, hit.start), _token_over(found, hit.end)
    opens, closes = first is None or first.start == hit.start, last is None or last.start == hit.end
    tail = text[hit.end : last.end] if last is not None and not closes else ""
    if hit.is_place or hit.parts:
        following = text[last.start : last.end] if closes and last is not None else ""
        fits = opens and (closes or tail in words.organs) and following not in words.attached
        return "yes" if fits and not (hit.parts and text.startswith(words.no_compound_before, hit.end)) else "no"
    if hit.kind == "Person" and ("·" in text[hit.start : hit.end] or hit.end - hit.start >= 4):
        return "yes"
    if not opens and first is not None and (hit.end - hit.start < _SURE_LENGTH or first.end - hit.start >= 2):
        return "no"
    return "yes" if closes or len(tail) >= 2 or hit.end - hit.start >= _SURE_LENGTH else "no"


def _check_korean(text: str, language: str, hit: Hit) -> Verdict:
    """Nouns from end to end, no suffix or verb that makes another word of them, and no common noun where the name is one too."""
    words, found = name_words(language), tokens_around(text, language, hit.start, hit.end)
    first = bisect_left(found, hit.start, key=lambda token: token.start)
    last = bisect_left(found, hit.end, key=lambda token: token.start)
    inside = found[first:last]
    if not inside or inside[0].start != hit.start or max(token.end for token in inside) != hit.end:
        return "no"
    if not (inside[0].tag.startswith(_NOMINAL) and inside[-1].tag.startswith(_NOMINAL)):
        return "no"
    before, after = found[max(0, first - 1) : first], found[last : last + 1]
    if any(token.end > hit.start or (token.end == hit.start and token.tag == "XPN") for token in before):
        return "no"
    if any(token.start == hit.end and _makes_another(text, token, words.attached) for token in after):
        return "no"
    if hit.parts:
        apart = not text[max(0, hit.start - 1) : hit.start].isalpha() and not text.startswith(words.no_compound_before, hit.end)
        return "yes" if apart else "no"
    surface = text[hit.start : hit.end]
    if surface in words.doubtful:
        return "support"
    return "support" if surface in words.ambiguous and [token.tag for token in inside] != ["NNP"] else "yes"


def _makes_another(text: str, token: Token, attached: tuple[str, ...]) -> bool:
    return token.tag in ("XSA", "XSV") or (token.tag.startswith(("XSN", "N")) and text[token.start : token.end] in attached)


def _check_apart(text: str, language: str, hit: Hit) -> Verdict:
    """In scripts that divide words: no part of a hyphenated adjective, no part of a person's or place's longer name."""
    words, before, after = name_words(language), text[max(0, hit.start - 2) : hit.start], text[hit.end : hit.end + _NEAR]
    if re.match(rf"-[a-z]|{either(words.attached)}", after) or re.search(r"[a-z]-$", before):
        return "no"
    surface = text[hit.start : hit.end]
    if hit.is_place and (surface in words.ambiguous or (surface.isupper() and surface.capitalize() in words.ambiguous)):
        return "no" if _follows_name(text, hit.start, (*words.organs, *words.openers)) or _precedes_name(after, words.organs) else "yes"
    return "yes"


def _precedes_name(after: str, organs: tuple[str, ...]) -> bool:
    following = re.match(r" ([A-Z][\w'-]+)", after)
    return following is not None and following[1] not in organs


def _follows_name(text: str, start: int, organs: tuple[str, ...]) -> bool:
    previous = re.search(r"([A-Z][\w'-]*\.?) $", text[max(0, start - _NEAR) : start])
    return previous is not None and previous[1] not in organs and previous[1].lower() not in function_words().get("en", frozenset())


def _token_over(found: Sequence[Token], at: int) -> Token | None:
    """The token that holds the character at ``at``."""
    place = bisect_right(found, at, key=lambda token: token.start) - 1
    return found[place] if place >= 0 and found[place].end > at else None


_JUDGES: dict[str, Callable[[str, str, Hit], Verdict]] = {"zh": _check_chinese, "ko": _check_korean}
