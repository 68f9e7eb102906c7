"""Tables: with bars, flattened column by column or row by row, known by their caption only."""

from __future__ import annotations

import pytest

from extract.layout import repair
from extract.layout.blocks import Block
from extract.layout.flattened import find_flattened_tables
from extract.layout.states import sort_name
from extract.layout.strand import Strand
from extract.source import Source
from graph.records import Document, Passage
from graph.sourcemap import SourceMap


def passages(text: str, markup: str = "plain") -> dict[str, Passage]:
    found = repair(Source(Document("paper", "0" * 64), text, markup, SourceMap.identity(len(text)))).passages
    return {passage.locator: passage for passage in found}


def cells(passage: Passage) -> list[tuple[int, int, str]]:
    assert passage.table is not None
    return [(cell.row, cell.column, passage.text[cell.start : cell.end]) for cell in passage.table.cells]


def columns(passage: Passage) -> list[list[str]]:
    assert passage.table is not None
    body = [cell for cell in passage.table.cells if not cell.header]
    return [[passage.text[cell.start : cell.end] for cell in body if cell.column == n] for n in range(max(cell.column for cell in body) + 1)]


def headers(passage: Passage) -> list[str]:
    assert passage.table is not None
    return [passage.text[cell.start : cell.end] for cell in passage.table.cells if cell.header]


WITH_BARS = """Some words come first, in a sentence.

**Table 3. Views of two states**

| State | View |
|:------|-----:|
| Austria | for a \\| treaty |
| Israel |  |

Source: a made-up survey.

More words follow."""


def test_a_table_with_bars() -> None:
    table = passages(WITH_BARS, "markdown")["table 3"]
    assert cells(table) == [(0, 0, "State"), (0, 1, "View"), (1, 0, "Austria"), (1, 1, "for a \\| treaty"), (2, 0, "Israel")]
    assert headers(table) == ["State", "View"]
    assert table.table is not None
    assert table.table.method == "markup"
    assert table.text[slice(*table.table.caption or (0, 0))] == "**Table 3. Views of two states**"
    assert table.text[slice(*table.table.source or (0, 0))] == "Source: a made-up survey."


@pytest.mark.parametrize(
    ("text", "locator"),
    [
        pytest.param("A | B\n--|--\n1 | x", "table 1", id="no outer bars"),
        pytest.param("+---+---+\n| A | B |\n+===+===+\n| 1 | x |\n+---+---+", "table 1", id="drawn with plus signs"),
        pytest.param("| A | B |\n|---|---|\n| 1 | x |\n\n<표 2> 두 나라의 태도", "table 2", id="caption below"),
        pytest.param("표 4. 두 나라의 태도\n\n| A | B |\n|---|---|\n| 1 | x |\n\n출처: 지어낸 조사", "table 4", id="caption above, source below"),
        pytest.param("表5 两国的态度\n\n| A | B |\n|---|---|\n| 1 | x |\n\n资料来源：虚构", "table 5", id="Chinese caption"),
    ],
)
def test_captions_give_tables_their_place(text: str, locator: str) -> None:
    found = passages(text, "markdown")
    assert [(row, column) for row, column, _ in cells(found[locator])] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert len(found) == 1


@pytest.mark.parametrize(
    "sentence",
    ["Table 2 shows that few states agree.", "표 1은 나라별 태도를 나타낸다.", "The table below sorts the states."],
    ids=["a sentence that begins like a caption", "a Korean sentence", "no number"],
)
def test_sentences_are_no_captions(sentence: str) -> None:
    assert list(passages(f"{sentence}\n\n| a | b |\n|---|---|\n| c | d |", "markdown")) == ["¶1", "table 1"]


FLATTENED = [
    pytest.param(
        "In favour Against Abstaining",
        ["Chile", "Ghana", "Mexico", "Peru"],
        ["Belarus", "India", "Mali"],
        ["Iran", "Poland"],
        id="English, heads on one line",
    ),
    pytest.param(
        "支持 反对 弃权", ["智利", "加纳", "墨西哥", "秘鲁"], ["白俄罗斯", "印度", "马里"], ["伊朗", "波兰"], id="Chinese names in English order"
    ),
    pytest.param(
        "찬 성  반 대  기 권", ["칠레", "가나", "멕시코", "페루"], ["벨라루스", "인도", "말리"], ["이란", "폴란드"], id="Korean, spaced heads"
    ),
    pytest.param(
        "찬성 반대 기권",
        ["가나", "멕시코", "칠레", "페루"],
        ["말리", "벨라루스", "인도"],
        ["아일랜드", "폴란드"],
        id="Korean names in their own order",
    ),
    pytest.param(
        "Support\nOppose\nOther", ["Brazil", "Cuba", "Egypt"], ["Belarus", "Russia"], ["China", "Japan", "Norway"], id="heads on lines of their own"
    ),
]


@pytest.mark.parametrize(("head", "first", "second", "third"), FLATTENED)
@pytest.mark.parametrize("apart", ["\n", "\n\n"], ids=["touching", "apart"])
def test_columns_are_cut_where_the_order_drops(head: str, first: list[str], second: list[str], third: list[str], apart: str) -> None:
    lines = [*head.split("\n"), *first, *second, *third]
    found = passages("Here is how they see it." + apart + apart.join(lines) + apart + "That is all there is to say.")
    assert columns(found["table 1"]) == [first, second, third]
    assert len(headers(found["table 1"])) == 3
    assert found["table 1"].table is not None
    assert found["table 1"].table.method == "inferred-columns"


def test_a_name_on_two_lines_is_one_cell() -> None:
    lines = ["Support Oppose", "Brazil", "United Arab", "Emirates", "Zambia", "Israel", "Russian", "Federation", "Spain"]
    assert columns(passages("\n".join(lines))["table 1"]) == [["Brazil", "United Arab Emirates", "Zambia"], ["Israel", "Russian Federation", "Spain"]]


def test_rows_of_state_and_stance() -> None:
    lines = ["State", "Vote", "Brazil", "Yes", "India", "No", "Chile", "Yes", "Mali", "No", "Peru", "Yes"]
    found = passages("\n".join(["The vote was close, it is said.", *lines, "It was held in the autumn."]))
    assert cells(found["table 1"])[:6] == [(0, 0, "State"), (0, 1, "Vote"), (1, 0, "Brazil"), (1, 1, "Yes"), (2, 0, "India"), (2, 1, "No")]
    assert found["table 1"].table is not None
    assert len(found["table 1"].table.cells) == 12


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["In favour Against", "apples", "pears", "plums", "cherries", "figs", "dates"], id="not states"),
        pytest.param(["Members of the group", "Austria", "Brazil", "Chile", "Ghana", "India", "Japan", "Kenya"], id="one column"),
        pytest.param(["Support Oppose", "Peru", "Chile", "Mali", "Ghana", "Iran", "Cuba", "Spain", "Egypt", "Togo"], id="no order"),
        pytest.param(["Support Oppose", "Chile", "Peru", "Mali"], id="too few"),
    ],
)
def test_other_lists_stay_lines(lines: list[str]) -> None:
    found = passages("\n".join(lines))
    assert [passage.text for passage in found.values()] == lines
    assert not any(passage.table for passage in found.values())


def test_the_sort_name_may_come_from_elsewhere() -> None:
    lines = ["Support Oppose", "k1", "k4", "k9", "k2", "k3", "k8"]
    blocks = [Block(Strand.of(line, 10 * at), at) for at, line in enumerate(lines)]
    found = list(find_flattened_tables(blocks, lambda cell: f"state {'abcdefghij'[int(cell[1])]}" if cell[0] == "k" else None))
    assert [[cell[1] for cell in part.cells] for part in found[0].parts] == [[0, 1], [0], [0], [0], [1], [1], [1]]


def test_only_a_caption_tells_of_a_table() -> None:
    text = """Three principles are set out below.

Theme Content

1

Growth of

the industry

• (aim) more research

• (means) more money

2

Trust of

the public

• (aim) safety

<표 2> 두 가지 원칙

출처: 지어낸 문서

The text goes on after it."""
    table = passages(text)["table 2"]
    assert cells(table)[1:] == [
        (1, 0, "1"), (1, 1, "Growth of the industry"), (1, 2, "(aim) more research"), (1, 3, "(means) more money"),
        (2, 0, "2"), (2, 1, "Trust of the public"), (2, 2, "(aim) safety"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("土耳其", "Turkey"),
        ("튀르키예", "Turkey"),
        ("大韩民国", "Korea"),
        ("Bolivia (Plurinational State of)", "Bolivia"),
        ("Allemagne", "Germany"),
        ("Россия", "Russia"),
        ("فرنسا", "France"),
        ("Côte d'Ivoire", "Cote d'Ivoire"),
        ("*Chile", "Chile"),
        ("联合国", None),
        ("Views of states", None),
        ("", None),
    ],
)
def test_sort_names(cell: str, name: str | None) -> None:
    assert sort_name(cell) == name


def test_a_number_before_the_first_cell_of_a_row_is_part_of_it() -> None:
    found = passages("name | vote\n--- | ---\n1. Chile | yes\n2. Mali | no")
    assert [passage.text for passage in found.values()] == ["name | vote\n1. Chile | yes\n2. Mali | no"]
