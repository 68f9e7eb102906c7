"""Tables keep their values in every format."""

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.tables import Table, as_csv, as_html, as_json, as_markdown, as_text, cell_text, recorded, selected

TABLE = Table(("state", "quote"), (("Chile", "for, «it»\nand more"), ("智利", None)))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (0.5, "0.5"),
        (["000", "001"], "000; 001"),
        ([], ""),
        ({"名": 1}, '{"名": 1}'),
        ([{"a": 1}], '[{"a": 1}]'),
    ],
)
def test_cells(value: Any, text: str) -> None:
    assert cell_text(value) == text


def test_csv_is_rfc_4180() -> None:
    assert as_csv(TABLE) == 'state,quote\r\nChile,"for, «it»\nand more"\r\n智利,\r\n'


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_csv_and_json_give_back_what_they_were_given(rows: list[tuple[str, str]]) -> None:
    table = Table(("a", "b"), tuple(rows))
    assert list(map(tuple, csv.reader(io.StringIO(as_csv(table), newline="")))) == [("a", "b"), *rows]
    assert json.loads(as_json(table)) == [{"a": a, "b": b} for a, b in rows]


def test_csv_keeps_evidence_as_it_is() -> None:
    assert as_csv(Table(("quote",), (("=1+1",),))) == "quote\r\n=1+1\r\n"


def test_json_is_readable_and_strict() -> None:
    assert "智利" in as_json(TABLE)
    assert json.loads(as_json(Table(("x",), ((float("inf"),), ([float("nan")],))))) == [{"x": None}, {"x": [None]}]


def test_markdown_escapes_what_would_break_the_table() -> None:
    assert as_markdown(Table(("a", "b"), (("x|y", "one\ntwo"),))) == "| a | b |\n| --- | --- |\n| x\\|y | one<br>two |\n"


def test_html_is_a_whole_page_that_runs_nothing() -> None:
    page = as_html(Table(("a<b",), (("<script>alert(1)</script>",),), truncated=True), title="Who & why", language="en")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta charset="utf-8">' in page
    assert "<caption>Who &amp; why</caption>" in page
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "There are more rows" in page


def test_text_columns_stand_under_one_another() -> None:
    assert as_text(Table(("state", "n"), (("智利", 1), ("Chile", 22)))) == "state  n\n-----  --\n智利   1\nChile  22\n"


def test_no_rows() -> None:
    empty = Table(("a", "b"), ())
    assert (as_csv(empty), as_json(empty), as_text(empty)) == ("a,b\r\n", "[]\n", "a  b\n-  -\n")


def test_positions_are_counted_in_a_sentence():
    columns = ("state", "stance", "contested", "since", "documents")
    rows = (
        ("Chile", "supports", False, "2016-04", ["a"]),
        ("China", "supports", True, None, ["b"]),
        ("China", "neither", True, "2019", ["a"]),
        ("Israel", "opposes", False, "2018", ["a", "c"]),
    )
    assert recorded(Table(columns, rows)) == (
        "As recorded in these documents: 2 states support a pre-emptive ban, 1 oppose it, 1 do neither; 1 are contested. Documents: 3, 2016–2019."
    )


def test_no_positions_are_counted_too():
    assert recorded(Table(("state", "stance", "contested", "since", "documents"), ())).endswith("Documents: 0.")


def test_columns_are_chosen_in_order():
    assert selected(Table(("a", "b", "c"), ((1, 2, 3),)), "c", "a") == Table(("c", "a"), ((3, 1),))
