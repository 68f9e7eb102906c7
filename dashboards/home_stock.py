"""The parts of Home that take stock: nodes by kind, relationships by type, and the documents."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from dashboards import access, links, look, markup
from dashboards.markup import safe
from dashboards.words import language, language_name, number, phrase, say, say_or

_OWN = ("Passage", "Recommendation")  # kinds without a name to look for
_TALL, _ROW = 330, 30


def contents() -> None:
    """Nodes by kind with their shapes, relationships by type with what they rest on."""
    markup.heading(say("home.contents"))
    kinds = sorted(access.rows("kinds"), key=lambda row: (row["kind"] in _OWN, -row["number"]))
    cells = [markup.element("li", look.icon(row["kind"]), safe(say("kinds." + row["kind"])), " ", _strong(row["number"])) for row in kinds]
    markup.show(markup.element("ul", *cells, class_="r-kinds"))
    rows = [(_relation(row["relation"]), *(safe(number(row[key])) for key in _COUNTED)) for row in access.rows("relations")]
    head = [say(f"home.{key}") for key in ("relation", *_COUNTED)]
    markup.show(markup.grid(head, rows, caption=say("home.contents"), numbers=range(1, 6)))
    markup.note(say("home.relations_note"))


_COUNTED = ("edges", "claims", "one_document", "inferred", "reported")


def documents(rows: list[access.Row]) -> None:
    """The documents; where there is a reader, a click opens it."""
    markup.heading(say("home.documents"))
    table = _documents(language())
    height = min(_TALL, _ROW * (len(rows) + 1) + 8)
    shown: dict[str, Any] = {"hide_index": True, "height": height, "row_height": _ROW, "key": "documents", "alt": say("home.documents")}
    shown["column_config"] = {say("home.date"): st.column_config.TextColumn(width=90), say("home.languages"): st.column_config.TextColumn(width=80)}
    if not links.exists("documents"):
        st.dataframe(table, **shown)
        return
    cells = st.dataframe(table, on_select="rerun", selection_mode="single-cell", **shown)["selection"]["cells"]
    if cells:
        links.go("documents", {"id": rows[cells[0][0]]["id"]})


@access.once(3)
def _documents(code: str) -> pd.DataFrame:
    heads = {key: phrase(code, f"home.{'document' if key == 'title' else key}") for key in ("title", "date", "languages", "passages", "claims")}
    return pd.DataFrame([{head: _cell(row, key) for key, head in heads.items()} for row in access.rows("documents")])


def _cell(row: access.Row, key: str) -> object:
    if key == "languages":
        return ", ".join(map(language_name, row["languages"] or []))
    return row[key] if key in ("passages", "claims") else row[key] or ""


def _relation(name: str) -> str:
    return f"{safe(say_or(f'relations.{name}', name))} {markup.element('code', safe(name))}"


def _strong(value: int) -> str:
    return markup.element("strong", safe(number(value)))
