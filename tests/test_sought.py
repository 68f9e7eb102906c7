"""Patterns that are tried only where they may match find what plain patterns find."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.literals import beginnings, folded, required
from extract.patterns import places_of
from extract.sought import Patterns, Sought
from extract.standing import numbered, standing_in

LETTERS = "abAB sſSKkKİiıI州国σςΣ."
LITERALS = st.text(LETTERS, min_size=1, max_size=4).map(re.escape)


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Patterns made of patterns, in all the ways that the data files use."""
    row = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        row.map("".join),
        row.map(lambda each: f"(?:{'|'.join(each)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{1,2}", "??", "+?", "++"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
        st.tuples(st.sampled_from(["(?=", "(?!", "(?:", "(?i:", "(?>", "("]), inner).map(lambda pair: f"{pair[0]}{pair[1]})"),
    )


SETS = st.text("abAB国s", min_size=1, max_size=4).map(lambda letters: f"[{letters}]")
PATTERNS = st.recursive(
    st.one_of(LITERALS, SETS, st.sampled_from([r"\w", r"\s", ".", r"\b", "^", "$", "(?<=a)", "(?<!b)", "(?!)", ""])), _joined, max_leaves=8
)
FLAGS = st.sampled_from([0, re.IGNORECASE, re.DOTALL])
TEXTS = st.text(LETTERS, max_size=12)


@given(PATTERNS, FLAGS, TEXTS, st.integers(0, 5), st.integers(0, 14))
def test_a_sought_pattern_finds_what_a_plain_one_finds(pattern: str, flags: int, text: str, start: int, end: int) -> None:
    plain, sought = re.compile(pattern, flags), Sought(pattern, flags)
    assert [m.span() for m in sought.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert [m.regs for m in sought.finditer(text, start, end)] == [m.regs for m in plain.finditer(text, start, end)]
    first, usual = sought.search(text, start), plain.search(text, start)
    assert (first and first.regs) == (usual and usual.regs)
    assert sought.may_match(text) or usual is None


@given(PATTERNS, FLAGS, TEXTS)
def test_a_pattern_matches_only_where_one_of_its_beginnings_stands(pattern: str, flags: int, text: str) -> None:
    starts = beginnings(pattern, flags)
    for match in re.finditer(pattern, text, flags) if starts is not None else ():
        assert folded(text).startswith(tuple(starts or ()), match.start())


@given(st.lists(st.tuples(PATTERNS, FLAGS), max_size=5), TEXTS)
def test_patterns_together_find_what_each_finds(patterns: list[tuple[str, int]], text: str) -> None:
    plain = [re.compile(pattern, flags) for pattern, flags in patterns]
    found = [(number, match.span()) for number, match in Patterns(plain).finditer(text)]
    assert found == [(number, match.span()) for number, pattern in enumerate(plain) for match in pattern.finditer(text)]


def test_letters_that_ignored_case_makes_one_are_folded_into_one() -> None:
    whole = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    assert all(len(folded(char)) == 1 for char in whole)
    cased = [char for char in whole if char.lower() != char or char.upper() != char]
    for char in cased:
        alike = {char.lower()[:1], char.upper()[:1], char.title()[:1], *(chr(code) for code in re._casefix._EXTRA_CASES.get(ord(char), ()))}  # type: ignore[attr-defined]
        for other in alike:
            if re.fullmatch(re.escape(char), other, re.IGNORECASE):
                assert folded(char) == folded(other)


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        pytest.param(r"\bban(?:s|ned)?\b", {"ban"}, id="what may be absent is not asked for"),
        pytest.param(r"(?:[Aa]rms|weapons?) control", {" control"}, id="the longest part"),
        pytest.param(r"(?:禁止|반대)\w*", {"禁止", "반대"}, id="one of several"),
        pytest.param(r"\d+(?=개국)", {"개국"}, id="what must follow"),
        pytest.param(r"Treaty|[A-Z]+", None, id="one way without any letter of its own"),
        pytest.param(r"x(?!)", set(), id="a pattern that never matches"),
    ],
)
def test_required_strings(pattern: str, strings: set[str] | None) -> None:
    assert required(pattern) == strings


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        pytest.param(r"\b[Tt]he ban", {"the ban"}, id="letters of either case are one"),
        pytest.param(r"(?:the )?ban\w", {"the ban", "ban"}, id="an optional beginning"),
        pytest.param(r"\w+ ban", None, id="any beginning"),
    ],
)
def test_beginnings(pattern: str, strings: set[str] | None) -> None:
    assert beginnings(pattern) == strings


@given(PATTERNS, FLAGS, TEXTS, st.integers(0, 5), st.integers(0, 14))
def test_a_stretch_seen_by_itself_is_searched_as_such(pattern: str, flags: int, text: str, start: int, end: int) -> None:
    plain, found = re.compile(pattern, flags).search(text[start:end]), Sought(pattern, flags).within(text, start, end)
    assert (plain is None) == (found is None)
    assert plain is None or found is None or plain.span() == found.span()


@given(st.lists(st.text(LETTERS, min_size=1, max_size=3), max_size=6), TEXTS)
def test_strings_are_known_by_their_numbers_whenever_they_came(strings: list[str], text: str) -> None:
    for string in map(folded, strings):
        (number,) = numbered([string])
        assert (number in standing_in(text)) == (string in folded(text))


@given(st.text("aäb-", min_size=0, max_size=3), st.text("aäb- ", max_size=14))
def test_a_word_stands_where_a_pattern_finds_it(word: str, text: str) -> None:
    before, behind = re.compile(r"(?<![\w-])"), re.compile(r"(?![\w-])")
    expected = [match.start() for match in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)] if word else []
    assert list(places_of(word, text, before, behind)) == expected
