"""Rows as text: CSV, JSON, Markdown, HTML, or a plain table. A table in, a string out; pure.

Values are written as they are. CSV cells are not altered where a spreadsheet would take them for formulas (``=…``): quotes of documents
are evidence and stay exact; open such a file as text.
"""

from __future__ import annotations

import csv
import io
import json
import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """``truncated``: there were more rows than the limit."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    truncated: bool = False


def as_csv(table: Table) -> str:
    """RFC 4180: comma, CR LF, quotes where needed. Lists are joined by «; », maps are JSON, absent values are empty."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([cell_text(value) for value in row] for row in table.rows)
    return out.getvalue()


def as_json(table: Table) -> str:
    """A list of objects, one a row; what JSON has no number for (infinity) is null."""
    objects = [dict(zip(table.columns, map(_finite, row), strict=True)) for row in table.rows]
    return json.dumps(objects, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def as_markdown(table: Table) -> str:
    """A pipe table; pipes and line ends within cells are escaped."""
    lines = [table.columns, *(tuple(map(cell_text, row)) for row in table.rows)]
    written = ["| " + " | ".join(map(_markdown_cell, line)) + " |" for line in lines]
    return "\n".join([written[0], "|" + " --- |" * len(table.columns), *written[1:]]) + "\n"


def as_html(table: Table, *, title: str = "", language: str = "en") -> str:
    """A complete page with the table; every value is escaped."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell_text(value))}</td>" for value in row) + "</tr>\n" for row in table.rows)
    note = "<p>There are more rows than these.</p>\n" if table.truncated else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<table>\n<caption>{escape(title)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n{note}</body>\n</html>\n"
    )


def as_text(table: Table) -> str:
    """Columns padded to their widest cell; Chinese and Korean letters count as two."""
    lines = [table.columns, *(tuple(" ".join(cell_text(value).split()) for value in row) for row in table.rows)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    padded = ["  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([padded[0], "  ".join("-" * width for width in widths), *padded[1:]]) + "\n"


FORMATS: dict[str, Callable[[Table], str]] = {"csv": as_csv, "json": as_json, "markdown": as_markdown, "html": as_html, "table": as_text}


def selected(table: Table, *columns: str) -> Table:
    """The table with these columns only, in this order."""
    places = [table.columns.index(column) for column in columns]
    return Table(columns, tuple(tuple(row[place] for place in places) for row in table.rows), table.truncated)


def recorded(table: Table) -> str:
    """One sentence on a table of positions (columns state, stance, contested, since, documents): how many states, from what."""
    state, stance, contested, since, documents = (table.columns.index(each) for each in ("state", "stance", "contested", "since", "documents"))
    held = {each: {row[state] for row in table.rows if row[stance] == each} for each in ("supports", "opposes", "neither")}
    disputed = {row[state] for row in table.rows if row[contested]}
    sources = {document for row in table.rows for document in row[documents]}
    dates = sorted({row[since][:4] for row in table.rows if row[since]})
    when = f", {dates[0]}–{dates[-1]}" if len(dates) > 1 else f", {dates[0]}" if dates else ""
    return (
        f"As recorded in these documents: {len(held['supports'])} states support a pre-emptive ban, {len(held['opposes'])} oppose it, "
        f"{len(held['neither'])} do neither; {len(disputed)} are contested. Documents: {len(sources)}{when}."
    )


def cell_text(value: Any) -> str:
    """A value as the words of a cell."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple() if not any(isinstance(item, dict | list) for item in value):
            return "; ".join(map(cell_text, value))
        case list() | tuple() | dict():
            return json.dumps(_finite(value), ensure_ascii=False)
        case _:
            return str(value)


def _markdown_cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\r\n", "\n").replace("\n", "<br>").replace("\r", "<br>")


def _finite(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {key: _finite(item) for key, item in value.items()}
        case list() | tuple():
            return [_finite(item) for item in value]
        case _:
            return value


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


_STYLE = (
    "body{font-family:system-ui,'Noto Sans CJK SC','Noto Sans CJK KR',sans-serif;margin:2rem}table{border-collapse:collapse}"
    "caption{text-align:left;font-weight:600;padding-bottom:.5rem}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}"
)
