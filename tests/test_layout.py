"""Layout repair as a whole: the places of the originals, and what must hold for any text."""

from __future__ import annotations

import json
import re
import sys
import textwrap
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from extract.layout import Layout, repair
from extract.layout.lines import read_lines
from extract.layout.scripts import width as columns
from extract.layout.wrapping import tails_tell_words
from extract.source import Source
from graph.records import Document, Passage
from graph.sourcemap import SourceMap


def source(text: str, *, markup: str = "plain", name: str = "paper", languages: tuple[str, ...] = ()) -> Source:
    return Source(Document(name, "0" * 64, languages=languages), text, markup, SourceMap.identity(len(text)))


def texts(text: str) -> list[str]:
    return [passage.text for passage in repair(source(text)).passages]


@pytest.fixture(scope="module")
def originals(shared: Path) -> dict[str, Layout]:
    """The layout of every original, by the name that the gold files give it."""
    found = {path.name[:3]: path for path in sorted((shared / "corpus").glob("*.txt"))}
    found |= {path.stem: path for path in sorted((shared / "dev").glob("*.txt"))}
    markups = {"002": "markdown"}
    return {name: repair(source(path.read_text(encoding="utf-8"), name=name, markup=markups.get(name, "plain"))) for name, path in found.items()}


def gold(shared: Path) -> list[dict[str, Any]]:
    files = [*sorted((shared / "gold").glob("*.jsonl")), shared / "dev" / "gold.jsonl"]
    claims = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [claim for claim in claims if claim["relation"] != "NONE"]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_quotes_of_the_gold_stand_at_their_places(shared: Path, originals: dict[str, Layout], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(shared / "gold")])
    same_loc = __import__("score").same_loc
    claims = gold(shared)
    missed = []
    for claim in claims:
        there = [passage.text for passage in originals[claim["doc"]].passages if same_loc(claim["loc"], passage.locator)]
        if not any(squeezed(claim["quote"]) in squeezed(text) for text in there):
            missed.append((claim["doc"], claim["loc"], claim["quote"]))
    assert len(missed) <= 0.01 * len(claims), missed


def places(layout: Layout) -> dict[str, Passage]:
    return {passage.locator: passage for passage in layout.passages}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("000", [f"¶{n}" for n in range(1, 73)], id="all 72 paragraphs of the report"),
        pytest.param("000", [f"annex ¶{n}" for n in range(1, 5)] + [f"annex ¶2({x})" for x in "abcd"], id="the annex and its lettered items"),
        pytest.param("000", [f"annex ¶4 bullet {n}" for n in range(1, 12)] + ["annex ¶4 lead 2", "note 1", "head"], id="lost bullets, note, head"),
        pytest.param("001", ["Ⅰ", "Ⅱ.1", "Ⅱ.2", "Ⅲ.1", "Ⅲ.2", "Ⅲ.3", "Ⅳ", "table 1", "table 2"], id="sections and tables of the article"),
        pytest.param("001", [f"note {n}" for n in range(1, 10)], id="the nine footnotes of the article"),
        pytest.param("002", [f"note {n}" for n in range(1, 33)], id="the 32 endnotes of the statement"),
        pytest.param("002", [f"§4({x})" for x in "abcdefghijkl"] + ["§1", "§2", "intro", "signatories", "contributors"], id="its sections"),
    ],
)
def test_places_of_the_originals(originals: dict[str, Layout], name: str, expected: list[str]) -> None:
    assert set(expected) <= set(places(originals[name]))


def test_every_note_of_the_originals_is_called_once_in_order(originals: dict[str, Layout]) -> None:
    for name, count in (("000", 1), ("001", 9), ("002", 32)):
        assert [call.locator for passage in originals[name].passages for call in passage.calls] == [f"note {n}" for n in range(1, count + 1)]


def test_items_know_their_lead_ins(originals: dict[str, Layout]) -> None:
    found = places(originals["000"])
    leads = {locator: originals["000"].passages[passage.lead].locator for locator, passage in found.items() if passage.lead is not None}
    assert leads["annex ¶2(d)"] == "annex ¶2"
    assert (leads["annex ¶4 bullet 2"], leads["annex ¶4 lead 2"], leads["annex ¶4 bullet 11"]) == ("annex ¶4", "annex ¶4", "annex ¶4 lead 2")


def test_column_cuts_of_the_flattened_table(originals: dict[str, Layout]) -> None:
    passage = places(originals["001"])["table 1"]
    assert passage.table is not None
    columns = [[passage.text[cell.start : cell.end] for cell in passage.table.cells if cell.column == n and not cell.header] for n in range(3)]
    assert [len(column) for column in columns] == [26, 1, 12]
    assert columns[2][0] == "오스트레일리아"  # written on two lines
    assert passage.table.method == "inferred-columns"


# what must hold for any text

PIECES = [
    "# Views of states",
    "## 1 Scope",
    "### 2 Duties",
    "- states should act",
    "  - at once",
    "1. First come the states.",
    "2. Then come the others.",
    "(a) an item;",
    "| State | View |",
    "|---|---|",
    "| Austria | for |",
    "> quoted words",
    "a call<sup>1</sup> of a note",
    "- <sup>1</sup> the note",
    "\f",
    "",
    "",
    "  ",
    "Annex",
    "Ⅰ. 서론",
    "Ⅱ. 결론",
    "국가들은 서로 다른 견해를 가진다. ",
    "各国看法不同，",
    "8/17",
    "- 3 -",
    "Table 1. Views",
    "Source: a book",
    "Austria",
    "Brazil",
    "Chile",
    "For",
    "Against",
    "a line that is long enough to have been cut at some width of a page",
    "soft\u00adhyphen",
    "inter-",
    "national",
    "\ufeffmark",
    "1) https://a.org/b",
    "site1)",
    "1",
    " words",
]
anything = st.lists(st.sampled_from(PIECES) | st.text(alphabet="ab 가中。.:;()[]|#>*-1\t\u3000", max_size=12), max_size=40).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(anything, st.sampled_from(["plain", "markdown"]))
def test_every_character_leads_back_to_the_file(text: str, markup: str) -> None:
    file = "\ufeff\r\n" + text
    given_source = Source(Document("paper", "0" * 64), text, markup, SourceMap.identity(len(text), source=3))
    layout = repair(given_source)
    assert [passage.ordinal for passage in layout.passages] == list(range(len(layout.passages)))
    assert len({passage.locator for passage in layout.passages}) == len(layout.passages)
    for passage in layout.passages:
        end = source_end = 0
        assert passage.source_map.runs
        for start, at, length in passage.source_map.runs:
            assert file[at : at + length] == passage.text[start : start + length]
            assert start >= end
            assert at >= source_end
            end, source_end = start + length, at + length
        assert end <= len(passage.text)
        assert passage.lead is None or passage.lead < passage.ordinal
        for cell in passage.table.cells if passage.table else ():
            assert 0 <= cell.start < cell.end <= len(passage.text)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_no_letter_is_lost_silently(text: str) -> None:
    assume("<sup>" not in text)
    layout = repair(source(text))
    kept = [character for passage in layout.passages for character in passage.text + (passage.marker or "")]
    left_out = [character for skipped in layout.skipped for character in skipped.text]
    assert sorted(filter(str.isalpha, kept + left_out)) == sorted(filter(str.isalpha, text))


ENGLISH = [
    "states",
    "weapons",
    "human",
    "control",
    "delegations",
    "treaty",
    "of",
    "the",
    "under",
    "law",
    "meaningful",
    "systems",
    "called",
    "for",
    "against",
    "expressed",
    "autonomous",
]
HANGUL = [
    "국가",
    "무기를",
    "통제하는",
    "조약과",
    "인간의",
    "자율살상무기체계",
    "금지를",
    "지지했다고",
    "밝혔으며",
    "다른",
    "나라는",
    "반대의견도",
    "냈다",
]
HAN = "各国代表团认为人类必须控制武器系统而另些则主张制定新规则来禁止使用"


def sentences(word: st.SearchStrategy[str], glue: str, stop: str, least: int) -> st.SearchStrategy[str]:
    sentence = st.lists(word, min_size=least, max_size=2 * least).map(lambda found: glue.join(found).capitalize() + stop)
    return st.lists(sentence, min_size=4, max_size=6).map(lambda found: (glue or "").join(found))


def set_apart(paragraphs: list[list[str]], mode: str) -> str:
    between, inside = {"blank lines": ("\n\n", "\n"), "no blank lines": ("\n", "\n"), "every line apart": ("\n\n", "\n\n")}[mode]
    return between.join(inside.join(paragraph) for paragraph in paragraphs)


MODES = st.sampled_from(["blank lines", "no blank lines", "every line apart"])


def ending_short(paragraphs: list[str], wrap: Callable[[str], list[str]], width: int) -> list[str]:
    """The paragraphs without so many of their last words that the last line of each is short; each has more than three lines."""
    kept: list[str] = []
    for paragraph in paragraphs:
        while columns(wrap(paragraph)[-1]) >= 0.7 * width:
            last = paragraph[:-1].rstrip()
            paragraph = (last.rpartition(" ")[0] or last[:-1]).rstrip(" .。") + paragraph[-1]
        kept.append(paragraph)
    assume(all(len(wrap(paragraph)) > 3 for paragraph in kept))
    return kept


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences(st.sampled_from(ENGLISH), " ", ".", 12), min_size=2, max_size=4), st.integers(50, 100), MODES)
def test_english_may_be_wrapped_at_any_width(paragraphs: list[str], width: int, mode: str) -> None:
    wrap = partial(textwrap.wrap, width=width, break_on_hyphens=False)
    paragraphs = ending_short(paragraphs, wrap, width)
    assert texts(set_apart(list(map(wrap, paragraphs)), mode)) == texts("\n\n".join(paragraphs)) == paragraphs


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences(st.sampled_from(HAN), "", "。", 24), min_size=2, max_size=4), st.integers(22, 45), MODES)
def test_chinese_may_be_wrapped_at_any_width(paragraphs: list[str], width: int, mode: str) -> None:
    wrap = partial(cut_anywhere, columns=2 * width)
    paragraphs = ending_short(paragraphs, wrap, 2 * width)
    assert texts(set_apart(list(map(wrap, paragraphs)), mode)) == texts("\n\n".join(paragraphs)) == paragraphs


@settings(max_examples=40, deadline=None)
@given(st.lists(sentences(st.sampled_from(HANGUL), " ", ".", 14), min_size=2, max_size=4), st.integers(40, 90), MODES)
def test_korean_may_be_cut_inside_words_where_line_ends_tell(paragraphs: list[str], width: int, mode: str) -> None:
    wrap = partial(cut_anywhere, columns=width)
    paragraphs = ending_short(paragraphs, wrap, width)
    text = set_apart(list(map(wrap, paragraphs)), mode)
    assume(tails_tell_words(read_lines(text)))
    assert texts(text) == texts("\n\n".join(paragraphs)) == paragraphs


def cut_anywhere(paragraph: str, columns: int) -> list[str]:
    """Lines of ``columns`` (Hangul takes two); a space at the cut stays at the line's end."""
    lines, line, used = [], "", 0
    for character in paragraph:
        room = 1 if character.isascii() else 2
        if used + room > columns and character != " ":
            lines.append(line)
            line, used = "", 0
        line, used = line + character, used + room
    return [*lines, line]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("(" * 10_000 + "x" + ")" * 10_000, id="nested brackets"),
        pytest.param("[" * 10_000 + "|" * 10_000 + "<" * 10_000 + "*" * 10_000, id="openings that never close"),
        pytest.param("- " * 20_000 + "# " * 20_000 + "x", id="marks upon marks"),
        pytest.param("\n".join(["a short line", "Austria", "1", "Key: value", "Table 1"] * 4_000), id="20,000 short lines"),
        pytest.param("the states agreed on a rule " * 40_000, id="a megabyte on one line"),
        pytest.param("\n".join(textwrap.wrap("the states agreed on a rule, " * 30_000, 80)), id="a megabyte in one wrapped paragraph"),
        pytest.param("".join(f"a call<sup>{n % 900}</sup> " for n in range(20_000)) + "\n<sup>1</sup> note", id="calls"),
        pytest.param("\n".join("|" + "a|" * 40 for _ in range(5_000)), id="a wide and long table"),
    ],
)
def test_time_grows_with_the_text_only(text: str) -> None:
    start = time.process_time()
    repair(source(text))
    assert time.process_time() - start < 8


@pytest.mark.parametrize("text", ["", "\n\n \f\n", "\ufeff"], ids=["nothing", "only blanks", "only a mark"])
def test_a_text_without_words_has_no_passages(text: str) -> None:
    assert repair(source(text)) == Layout((), ())


def test_paragraphs_that_count_within_their_chapter_keep_their_numbers() -> None:
    said = "The panel heard from nine bodies and visited two yards before it wrote this part of what it found."
    chapter = "Harbour machines\n" + "\n".join(f"4.{number} {said}" for number in range(8, 12)) + f"\nThe panel's comment\n4.12 {said}"
    assert [p.locator for p in repair(source(chapter)).passages if p.text.startswith(said)] == ["¶4.8", "¶4.9", "¶4.10", "¶4.11", "¶4.12"]


def test_numbers_of_headings_count_no_paragraphs() -> None:
    said = "The panel heard from nine bodies and visited two yards before it wrote this part of what it found."
    text = "Harbour machines\n" + "\n".join(f"2.{number} Yards\n{said}" for number in range(1, 5))
    assert not [p.locator for p in repair(source(text)).passages if p.locator.startswith("¶2.")]
