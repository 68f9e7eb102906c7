"""Quotes: what a claim stands on, the same on every page. Rows of the query ``quotes`` in; the original words first, then where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboards import access, links, look, markup
from dashboards.markup import element, safe
from dashboards.words import language, say

AROUND = 140  # characters of the passage shown on either side of a quote
FIRST = 8  # quotes shown at once
INFERRED = "inferred-columns"
REPORTED = "reported-by-author"
Row = Mapping[str, Any]


def quotes(**where: Any) -> list[access.Row]:
    """The quotes with a ``subject``, an ``object`` or both; of some ``relations``, a ``document``, up to ``as_of`` (cypher/pages/quotes.cypher)."""
    return access.rows("quotes" if where.get("subject") else "quotes-about", **where)


def show(rows: Sequence[Row], key: str, *, ends: bool = False) -> None:
    """Quotes, surest first, a few at once. ``key`` tells this list from others of the page; ``ends``: say who holds what, too."""
    for row in rows[: st.session_state.get(f"{key}_shown", FIRST)]:
        one(row, key, ends=ends)
    left = len(rows) - st.session_state.get(f"{key}_shown", FIRST)
    if left > 0:
        st.button(say("evidence.more", number=left), key=f"{key}_more", on_click=_more, args=(f"{key}_shown",))


def one(row: Row, key: str, *, ends: bool = False) -> None:
    """A quote with its document, place, date, reporter and confidence, and the way into the reader."""
    markup.show(element("article", *_parts(row, ends), class_="r-quote"))
    if links.exists("documents"):
        with st.container(key=f"{key}_open_{row['claim']}"):
            links.link(markup.plain(say("evidence.reader")), "documents", {"id": row["document"], "claim": row["claim"]})


def marks(row: Row) -> list[str]:
    """What a reader must know of how a claim came about: reported by another, from a table whose columns were inferred, unsure reader."""
    found = [INFERRED in (row["method"] or ""), row["modality"] == REPORTED or row["via"] is not None, row["modality"] in ("conditional", "question")]
    return [name for name, holds in zip(("inferred", "reported", row["modality"]), found, strict=True) if holds]


def context(row: Row) -> tuple[str, str, str]:
    """The words before the quote, the quote, and those after it; pure."""
    text, start, end = row["text"], row["start"], row["finish"]
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return ("…" if start > AROUND else "") + before, text[start:end], after + ("…" if end + AROUND < len(text) else "")


def _parts(row: Row, ends: bool) -> Iterable[str]:
    names, code = access.names(), language()
    if ends:
        said = f"{safe(names.of(row['subject'], code))} → {safe(names.of(row['object'], code))}"
        yield element("p", element("strong", said), class_="r-ends")
    yield element("p", _relation(row), *(element("span", safe(say(f"evidence.{mark}")), class_="r-mark") for mark in marks(row)), class_="r-said")
    before, quote, after = map(safe, context(row))
    yield element("blockquote", before, element("mark", quote), after, lang=row["language"], dir="auto")
    if row["under"]:
        yield element("p", safe(say("evidence.under")), " ", element("q", safe(row["under"]), lang=row["language"]), class_="r-under")
    yield element("p", safe(" · ".join(_source(row))), class_="r-source")


def _relation(row: Row) -> str:
    if row["stance"]:
        return look.badge(row["stance"], safe(say(f"stances.{row['stance']}")))
    words = [say(f"relations.{row['relation']}"), *filter(None, [row["role"]])]
    return element("span", safe(" · ".join(words)), class_="r-relation")


def _source(row: Row) -> Iterable[str]:
    names, code = access.names(), language()
    if row["title"] != row["doc"]:
        yield names.of(row["document"], code)
    yield f"{row['doc']} {row['place']}"
    if row["date"]:
        yield row["date"]
    if row["via"]:
        yield say("evidence.via", name=names.of(row["via"], code))
    yield say("evidence.confidence", share=round(row["confidence"], 2))


def _more(key: str) -> None:
    st.session_state[key] = st.session_state.get(key, FIRST) + 20
