"""Documents: the list of what was read, and each to read, with its evidence marked (dashboards/reader)."""

from __future__ import annotations

import streamlit as st

from dashboards import access, evidence, links, listing, markup, profile, trail
from dashboards.markup import element, safe
from dashboards.reader import reading
from dashboards.reader.state import State
from dashboards.words import language, say


def show() -> None:
    state = links.read(State)
    library = access.rows("library")
    if not (state.id or state.doc):
        _list(library)
        return
    found = next((row for row in library if state.id == row["id"] or (not state.id and state.doc in (row["doc"], row["id"]))), None)
    if found is not None:
        reading.show(found, state)
    else:
        _unread(state.id or f"doc:{state.doc}")


def _list(library: list[access.Row]) -> None:
    markup.heading(say("documents.title"), 1)
    if not library:
        markup.note(say("documents.none"))
        return
    passages, claims = (sum(row[each] for row in library) for each in ("passages", "claims"))
    markup.note(say("documents.summary", number=len(library), passages=passages, claims=claims))
    _choice(library)
    columns = ("title", "doc", "date", "languages", "publisher", "passages", "claims", "skipped")
    names, code = access.names(), language()
    shown = [row | {"title": names.of(row["id"], code), "skipped": _left_out(row["skipped"])} for row in library]
    table = listing.table_of(shown, columns)
    chosen = listing.show(table, "library", heads={each: say(f"documents.{'heading' if each == 'title' else each}") for each in columns}, choose=True)
    listing.download(table, "documents", "library_files")
    if chosen is not None:
        links.go("documents", {"id": library[chosen]["id"]})


def _choice(library: list[access.Row]) -> None:
    """The way to a document for the keyboard: type a part of its name."""
    names, code = access.names(), language()
    titles = {row["id"]: f"{names.of(row['id'], code)} ({row['doc']})" for row in library}
    chosen = st.selectbox(
        say("documents.read"), list(titles), index=None, format_func=titles.__getitem__, key="library_choice", placeholder=say("documents.read_hint")
    )
    if chosen is not None:
        links.go("documents", {"id": chosen})


def _left_out(skipped: list[str] | None) -> int:
    """How many lines reading left out."""
    numbers = [each.partition(" ")[0] for each in skipped or []]
    return sum(int(number) for number in numbers if number.isdecimal())


def _unread(node: str) -> None:
    """A work that documents refer to, but that was not read; or nothing at all."""
    known = access.names()[node]
    if known is None or known.kind != "Document":
        markup.heading(say("documents.unknown"), 1)
        markup.note(say("documents.unknown_hint", id=node))
        profile.elsewhere(node)
        links.link(markup.plain(say("documents.all")), "documents")
        return
    name = known.name(language())
    trail.step(name, "documents", {"id": node})
    markup.heading(name, 1)
    markup.show(element("p", safe(say("documents.only_cited")), class_="r-lead"))
    evidence.show(evidence.quotes(object=node), "cited", ends=True)
