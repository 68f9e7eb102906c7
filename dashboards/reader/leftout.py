"""What reading left out of a document, with reasons: from the workspace where it holds the document, else the counts that the graph keeps."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboards import access, listing, markup
from dashboards.reader.original import extraction_of
from dashboards.words import say
from dashboards.words.remarks import told
from graph.tables import Table


def left_out(document: access.Row) -> None:
    """The list, closed until it is asked for."""
    counts: Sequence[str] = document["skipped"] or ()
    if not counts:
        markup.note(say("reader.nothing_left_out"))
        return
    with st.expander(say("reader.left_out", number=sum(int(each.partition(" ")[0]) for each in counts)), key="left_out"):
        found = extraction_of(access.workspace(), document["doc"], document["sha256"])
        if found is None:
            table = Table(
                ("number", "reason"), tuple((int(number), told(reason)) for number, _, reason in (each.partition(" × ") for each in counts))
            )
        else:
            prefix = f"{document['doc']} "
            table = Table(("place", "reason", "text"), tuple((one.place.removeprefix(prefix), told(one.reason), one.text) for one in found.skipped))
        listing.show(table, "left_out_table", heads={each: say(f"reader.head_{each}") for each in table.columns})
        listing.download(table, f"{document['doc']}-left-out", "left_out_files")
