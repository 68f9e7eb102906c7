"""The parts of Home that take stock: nodes by kind, relationships by type, and the documents."""

from __future__ import annotations

import streamlit as st

from dashboards import access, links, look, markup
from dashboards.markup import plain, safe
from dashboards.words import language, language_name, number, say, say_or

_OWN = ("Passage", "Recommendation")  # kinds without a name to look for
_MOST = 8  # documents listed


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
    """The documents that gave most, each a link to read it, and the way to all. No table: what draws one is a third of what a browser has to load."""
    markup.heading(say("home.documents"))
    with st.container(key="documents", gap=None):
        for row in sorted(rows, key=lambda each: (-each["claims"], each["doc"]))[:_MOST]:
            spoken = ", ".join(map(language_name, (row["languages"] or [])[:2]))
            facts = " · ".join(filter(None, [row["date"], spoken, say("nav.claims", number=row["claims"])]))
            links.link(f"**{plain(access.names().of(row['id'], language()))}** · {plain(facts)}", "documents", {"id": row["id"]})
    if len(rows) > _MOST:
        links.link(plain(say("home.all_documents", number=len(rows))), "documents")


def _relation(name: str) -> str:
    return f"{safe(say_or(f'relations.{name}', name))} {markup.element('code', safe(name))}"


def _strong(value: int) -> str:
    return markup.element("strong", safe(number(value)))
