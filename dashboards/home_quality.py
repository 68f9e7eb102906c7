"""The parts of Home for the sceptic: what is contested, what was left out, how good the claims are, and what rests on little."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import access, links, look, markup
from dashboards.downloads import csv_bytes
from dashboards.figures import Figures, figures_of
from dashboards.markup import element, safe
from dashboards.words import language, language_name, number, say, say_or, share, speaker

_MOST, _ROWS = 8, 12
_SUMMED = {"POSITION": "position", "VIEW": "view", "all": "all"}


def contested() -> None:
    """Holders that the documents disagree on, each a link to its quotes."""
    markup.heading(say("home.contested"))
    rows, names, code = access.rows("contested"), access.names(), language()
    if not rows:
        markup.note(say("home.uncontested"))
    with st.container(key="contested", gap=None):
        for row in rows[:_MOST]:
            stances = ", ".join(say(f"stances.{stance}") for stance in sorted(row["stances"], key=list(look.STANCES).index))
            holder, proposal = (markup.plain(names.of(row[end], code)) for end in ("holder", "proposal"))
            place = {"proposal": row["proposal"], "holder": row["holder"]}
            links.link(f"⚡ **{holder}** · {proposal} · {markup.plain(stances)}", "positions", place)
    if len(rows) > _MOST:
        markup.note(say("home.more_contested", number=len(rows) - _MOST))


def left_out() -> None:
    """Why reading left lines out, and how often."""
    markup.heading(say("home.left_out"))
    lines: dict[str, int] = defaultdict(int)
    where: dict[str, int] = defaultdict(int)
    for row in access.rows("skipped"):
        lines[row["reason"]] += row["lines"]
        where[row["reason"]] += 1
    if not lines:
        markup.note(say("home.nothing_left_out"))
        return
    order = sorted(lines, key=lambda reason: (-lines[reason], reason))[:_ROWS]
    cells = [(safe(reason), safe(number(lines[reason])), safe(number(where[reason]))) for reason in order]
    head = [say("home.reason"), say("home.lines"), say("home.in_documents")]
    markup.show(markup.grid(head, cells, caption=say("home.left_out"), numbers=(1, 2)))
    markup.note(say("home.left_out_note"))


def sureness() -> None:
    """Figures of the last evaluation, and counts of what is weak."""
    markup.heading(say("home.sure"))
    found = figures_of(access.workspace())
    left, right = st.columns(2, gap="large")
    with left:
        if found is None:
            markup.note(say("home.not_evaluated"))
        else:
            _figures(found)
    with right:
        _weak()


def _figures(found: Figures) -> None:
    rows = [(_kind(row["relation"]), *_scores(row)) for row in found.relation]
    head = [say("home.relation"), say("home.gold"), say("home.precision"), say("home.recall"), "F1", say("home.range")]
    markup.show(markup.grid(head, rows, caption=say("home.by_relation"), numbers=range(1, 6)))
    spoken = [(safe(language_name(row["language"])), _kind(row["relation"]), *_scores(row)) for row in found.language if row["relation"] in _SUMMED]
    markup.show(markup.grid([say("home.language"), *head], spoken, caption=say("home.by_language"), numbers=range(2, 7)))
    markup.note(say("home.figures_note", number=len(found.documents), day=found.made[:10]))
    if found.stale:
        markup.note(say("home.stale"))


def _kind(relation: str) -> str:
    return safe(say(f"home.{_SUMMED[relation]}") if relation in _SUMMED else say_or(f"relations.{relation}", relation))


def _scores(row: dict[str, Any]) -> list[str]:
    """Gold, precision, recall, F1 and the range in which F1 lies; a dash where there was nothing to count."""
    shown = ["–" if row[key] is None else f"{row[key]:.2f}" for key in ("precision", "recall", "F1")]
    return [safe(number(row["gold"])), *map(safe, shown), safe(row["F1 95 %"] or "–")]


def _weak() -> None:
    rows = []
    for row in access.rows("data-quality"):
        part = row["share"] or 0.0
        bar = element("span", "", class_="r-bar", style=f"width:{max(part, 0.004) * 100:.1f}%")
        key = "checks." + row["check"].replace(" ", "-")
        counted = (number(row["number"]), number(row["of"]), share(part))
        rows.append((safe(say_or(key, row["check"])), *map(safe, counted), element("div", bar, class_="r-track")))
    head = [say("home.check"), say("home.number"), say("home.of"), say("home.share"), ""]
    markup.show(markup.grid(head, rows, caption=say("home.weak"), numbers=(1, 2, 3)))


def thin() -> None:
    """The positions that rest on one document, on inferred columns or on a report alone; drawn when the part is opened."""
    answer = access.table("thin-positions")
    part = st.expander(say("home.thin", number=len(answer.rows)), key="thin", on_change="rerun")
    if not part.open:
        return
    with part:
        if not answer.rows:
            markup.note(say("home.nothing_thin"))
            return
        markup.note(say("home.thin_note"))
        st.dataframe(_thin(language()), hide_index=True, height=320, row_height=30, key="thin_table", alt=say("home.thin_note"))
        st.download_button(say("positions.csv"), lambda: csv_bytes(answer), "thin-positions.csv", "text/csv", key="thin_csv", on_click="ignore")


@access.once(3)
def _thin(code: str) -> pd.DataFrame:
    names, told = access.names(), speaker(code)
    return pd.DataFrame(
        [
            {
                told("home.holder"): names.of(row["subject"], code), told("home.relation"): told(f"relations.{row['relation']}"),
                told("home.target"): names.of(row["object"], code), told("home.document"): row["document"], told("home.claims"): row["claims"],
                told("home.inferred"): row["inferred"], told("home.reported"): row["reported"], told("home.confidence"): row["confidence"],
            }
            for row in access.rows("thin-positions")
        ]
    )  # fmt: skip
