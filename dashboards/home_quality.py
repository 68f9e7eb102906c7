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
from dashboards.words.remarks import told

_MOST, _ROWS = 8, 12
_SUMMED = {"POSITION": "position", "VIEW": "view", "all": "all"}


def contested() -> str:
    """Holders that the documents disagree on, each a link to its quotes, as markup."""
    rows = access.rows("contested")
    head, left = markup.titled(say("home.contested")), len(rows) - _MOST
    if not rows:
        return head + markup.noted(say("home.uncontested"))
    more = markup.noted(say("home.more_contested", number=left)) if left > 0 else ""
    return head + markup.listed(map(_disagreed, rows[:_MOST]), "r-disagreed") + more


def _disagreed(row: access.Row) -> str:
    stances = ", ".join(say(f"stances.{stance}") for stance in sorted(row["stances"], key=list(look.STANCES).index))
    holder, proposal = (access.names().of(row[end], language()) for end in ("holder", "proposal"))
    place = "positions", {"proposal": row["proposal"], "holder": row["holder"]}
    return links.anchor(place, "⚡ ", element("strong", safe(holder)), safe(f" · {proposal} · {stances}"))


def left_out() -> str:
    """Why reading left lines out, and how often, as markup."""
    lines: dict[str, int] = defaultdict(int)
    where: dict[str, int] = defaultdict(int)
    for row in access.rows("skipped"):
        lines[row["reason"]] += row["lines"]
        where[row["reason"]] += 1
    if not lines:
        return markup.titled(say("home.left_out")) + markup.noted(say("home.nothing_left_out"))
    order = sorted(lines, key=lambda reason: (-lines[reason], reason))[:_ROWS]
    cells = [(safe(told(reason)), safe(number(lines[reason])), safe(number(where[reason]))) for reason in order]
    head = [say("home.reason"), say("home.lines"), say("home.in_documents")]
    table = markup.grid(head, cells, caption=say("home.left_out"), numbers=(1, 2))
    return markup.titled(say("home.left_out")) + table + markup.noted(say("home.left_out_note"))


def sureness() -> str:
    """Figures of the last evaluation beside counts of what is weak, as markup."""
    found = figures_of(access.workspace())
    figures = markup.noted(say("home.not_evaluated")) if found is None else _figures(found)
    return markup.titled(say("home.sure")) + markup.beside(figures, _weak())


def _figures(found: Figures) -> str:
    rows = [(_kind(row["relation"]), *_scores(row)) for row in found.relation]
    head = [say("home.relation"), say("home.gold"), say("home.precision"), say("home.recall"), "F1", say("home.range")]
    spoken = [(safe(language_name(row["language"])), _kind(row["relation"]), *_scores(row)) for row in found.language if row["relation"] in _SUMMED]
    parts = [
        markup.grid(head, rows, caption=say("home.by_relation"), numbers=range(1, 6)),
        markup.grid([say("home.language"), *head], spoken, caption=say("home.by_language"), numbers=range(2, 7)),
        markup.noted(say("home.figures_note", number=len(found.documents), day=found.made[:10])),
        markup.noted(say("home.stale")) if found.stale else "",
    ]
    return "".join(parts)


def _kind(relation: str) -> str:
    return safe(say(f"home.{_SUMMED[relation]}") if relation in _SUMMED else say_or(f"relations.{relation}", relation))


def _scores(row: dict[str, Any]) -> list[str]:
    """Gold, precision, recall, F1 and the range in which F1 lies; a dash where there was nothing to count."""
    shown = ["–" if row[key] is None else f"{row[key]:.2f}" for key in ("precision", "recall", "F1")]
    return [safe(number(row["gold"])), *map(safe, shown), safe(row["F1 95 %"] or "–")]


def _weak() -> str:
    rows = []
    for row in access.rows("data-quality"):
        part = row["share"] or 0.0
        bar = element("span", "", class_="r-bar", style=f"width:{max(part, 0.004) * 100:.1f}%")
        key = "checks." + row["check"].replace(" ", "-")
        counted = (number(row["number"]), number(row["of"]), share(part))
        rows.append((safe(say_or(key, row["check"])), *map(safe, counted), element("div", bar, class_="r-track")))
    head = [say("home.check"), say("home.number"), say("home.of"), say("home.share"), ""]
    return markup.grid(head, rows, caption=say("home.weak"), numbers=(1, 2, 3))


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
