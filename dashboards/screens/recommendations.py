"""Recommendations: what documents recommend, to whom and on what; each with its text, and the way to its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboards import access, evidence, links, listing, markup, profile, strays
from dashboards.markup import element, plain, safe
from dashboards.words import say

FIRST = 15  # recommendations shown at once
ADDRESSEES = (
    "states",
    "civil-society",
    "businesses",
    "review-conference",
    "group-of-experts",
    "un-bodies",
    "international-and-regional-organizations",
    "all",
)
NOBODY = "-"  # in the address: those that address nobody in particular


@dataclass(frozen=True, slots=True)
class State:
    """``addressee``, ``document`` (a node's id) and ``topic`` (a concept) narrow the list."""

    addressee: str = ""
    document: str = ""
    topic: str = ""
    shown: int = FIRST


def show() -> None:
    state = links.read(State)
    markup.heading(say("recommendations.title"), 1)
    rows = access.rows("recommendations")
    if not rows:
        markup.note(say("recommendations.none"))
        return
    if strays.astray(state, **{field: {"", *(value for row in rows for value in values(row))} for field, values, _ in _offered()}):
        return
    state = strays.without(state, shown=range(1, len(rows) + 4 * FIRST))
    _filters(state, rows)
    found = [row for row in rows if _fits(state, row)]
    if not found:
        markup.note(say("recommendations.nothing"))
        return
    markup.note(say("recommendations.about", number=len(found)))
    listing.download(_table(found), "recommendations", "recommendations_files")
    for row in found[: state.shown]:
        _one(row)
    left = len(found) - state.shown
    if left > 0:
        more = {"shown": state.shown + 3 * FIRST}
        st.button(say("recommendations.more", number=min(left, 3 * FIRST)), key="more", on_click=links.change, args=(state,), kwargs=more)


def _fits(state: State, row: access.Row) -> bool:
    addressees = row["addressees"] or [NOBODY]
    return (
        (not state.addressee or state.addressee in addressees)
        and (not state.document or state.document == row["document"])
        and (not state.topic or state.topic in row["topics"])
    )


def _filters(state: State, rows: list[access.Row]) -> None:
    """Three boxes; each offers what the other two leave, with numbers."""
    for column, (field, values, words) in zip(st.columns(3, gap="medium"), _offered(), strict=True):
        without: dict[str, Any] = {field: ""}
        others = replace(state, **without)
        number: Counter[str] = Counter(value for row in rows if _fits(others, row) for value in values(row))
        chosen = getattr(state, field)
        options = ["", *dict.fromkeys([*(value for value, _ in number.most_common()), *([chosen] if chosen else [])])]
        column.selectbox(
            say(f"recommendations.{field}"),
            options,
            format_func=_counted(number, words),
            **links.bound(replace(state, shown=FIRST), field, f"rec_{field}"),
        )


def _offered() -> tuple[tuple[str, Callable[[access.Row], Iterable[str]], Callable[[str], str]], ...]:
    """What a box is for, a recommendation's values of it, and the words for one."""
    return (
        ("addressee", lambda row: row["addressees"] or [NOBODY], _addressee),
        ("document", lambda row: [row["document"]], profile.name),
        ("topic", lambda row: row["topics"], profile.name),
    )


def _counted(number: Counter[str], words: Callable[[str], str]) -> Callable[[str], str]:
    return lambda value: f"{words(value)} ({number[value]})" if value else say("recommendations.any")


def _addressee(value: str) -> str:
    """An addressee in the reader's language: one of the usual ones, a node's name, else as it is."""
    if value == NOBODY:
        return say("recommendations.unaddressed")
    usual = value.removeprefix("group:")
    if usual in ADDRESSEES:
        return say(f"addressees.{usual}")
    return profile.name(value) if access.names()[value] else usual.replace("-", " ")


def _one(row: access.Row) -> None:
    before, quote, after = map(safe, evidence.context(row))
    to = ", ".join(map(_addressee, row["addressees"] or [NOBODY]))
    parts = [element("p", element("span", safe(say("recommendations.to", names=to)), class_="r-relation"), class_="r-said")]
    parts.append(element("blockquote", before, element("mark", quote), after, lang=row["language"], dir="auto"))
    source = [profile.name(row["document"]), f"{row['doc']} {row['place']}", row["date"], row["about"]]
    parts.append(element("p", safe(" · ".join(filter(None, source))), class_="r-source"))
    markup.show(element("article", *parts, class_="r-quote"))
    with st.container(horizontal=True, key=f"rec_links_{row['claim']}", gap="medium"):
        links.link(plain(say("evidence.reader")), "documents", {"id": row["document"], "claim": row["claim"]})
        for topic in row["topics"][:4]:
            profile.link("Concept", topic)


def _table(rows: list[access.Row]) -> Any:
    columns = ("addressee", "document", "place", "words", "about", "topics")
    shown = [
        {
            "addressee": [_addressee(each) for each in row["addressees"] or [NOBODY]], "document": row["doc"], "place": row["place"],
            "words": row["quote"], "about": row["about"], "topics": list(map(profile.name, row["topics"])),
        }
        for row in rows
    ]  # fmt: skip
    table = listing.table_of(shown, columns)
    return replace(table, columns=tuple(say(f"recommendations.csv_{each}") for each in columns))
