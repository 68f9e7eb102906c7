"""Home: what is in the graph, from which documents, how sure it is, what is contested, what was left out, and what rests on little."""

from __future__ import annotations

import streamlit as st

from dashboards import access, home_quality, home_stock, links, markup
from dashboards.words import language_name, number, say


def show() -> None:
    links.read(links.Nothing)
    documents = access.rows("documents")
    title = markup.titled(say("home.title"), 1)
    if not documents:
        markup.show(title)
        st.info(say("home.empty"))
        return
    right = home_stock.documents(documents) + home_quality.contested() + home_quality.left_out()
    parts = [title, _sentence(documents), markup.beside(home_stock.contents(), right), home_quality.sureness()]
    markup.show(*parts)  # at once: the browser takes its time for each element
    home_quality.thin()


def _sentence(documents: list[access.Row]) -> str:
    """What was read, in one sentence, as markup."""
    languages = dict.fromkeys(code for row in documents for code in (row["languages"] or [])[:1])
    dates = sorted({row["date"][:4] for row in documents if row["date"]})
    said = say(
        "home.read",
        number=len(documents),
        languages=say("home.and").join(map(language_name, languages)),
        passages=number(sum(row["passages"] for row in documents)),
        claims=number(sum(row["claims"] for row in documents)),
    )
    when = "" if not dates else say("home.dated", years=dates[0] if len(dates) == 1 else f"{dates[0]}–{dates[-1]}")
    return markup.element("p", markup.safe(said + when), class_="r-lead")
